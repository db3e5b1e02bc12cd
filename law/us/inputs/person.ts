/** What is observed of a person. Money is USD a year. */
import { input } from '../../language/index.ts'
import { Person, TaxUnitRole } from '../entities.ts'

export const tax_unit_role = input({
  entity: Person,
  label: 'Place in the tax unit: head, spouse or dependent',
  type: TaxUnitRole,
  reference: '26 USC §§152, 6013(a); Form 1040, names and dependents',
})

export const age = input({
  entity: Person,
  label: 'Age in years; 0 where it is not known',
  type: 'integer',
  unit: 'year',
  reference: '26 USC §63(f)(1)',
})

export const is_blind = input({
  entity: Person,
  label: 'Is blind',
  type: 'bool',
  reference: '26 USC §63(f)(2), (4)',
})

export const employment_income = input({
  entity: Person,
  label: 'Wages, salaries and tips, after contributions to a workplace pension',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(1); Form W-2 box 1; Form 1040 line 1a',
})

export const pension_contributions = input({
  entity: Person,
  label: 'Contributions to a workplace defined-contribution pension, out of wages',
  unit: 'currency-USD',
  reference: '26 USC §402(e)(3), (g); Form W-2 box 12',
})

export const self_employment_income = input({
  entity: Person,
  label: 'Net profit or loss from business',
  unit: 'currency-USD',
  reference: '26 USC §§61(a)(2), 1402(a); Schedule C line 31',
})

export const farm_income = input({
  entity: Person,
  label: 'Net profit or loss from farming',
  unit: 'currency-USD',
  reference: '26 USC §§61(a)(2), 1402(a); Schedule F line 34',
})

export const partnership_self_employment_income = input({
  entity: Person,
  label: 'Self-employment earnings or loss as a partner',
  unit: 'currency-USD',
  reference: '26 USC §1402(a); Schedule K-1 (Form 1065) box 14',
})
