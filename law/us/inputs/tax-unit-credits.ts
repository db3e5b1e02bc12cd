/** Credits and taxes that the law computes elsewhere and the record states. Money is USD a year. */
import { input } from '../../language/index.ts'
import { TaxUnit } from '../entities.ts'

export const savers_credit_potential = input({
  entity: TaxUnit,
  label: 'Retirement savings contributions credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §25B; Form 8880',
})

export const residential_energy_credit_potential = input({
  entity: TaxUnit,
  label: 'Residential energy credits, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §§25C, 25D; Form 5695',
})

export const foreign_tax_credit_potential = input({
  entity: TaxUnit,
  label: 'Foreign tax credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §§27, 901; Form 1116',
})

export const general_business_credit_potential = input({
  entity: TaxUnit,
  label: 'General business credit, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §38; Form 3800',
})

export const prior_year_minimum_tax_credit_potential = input({
  entity: TaxUnit,
  label: 'Credit for prior year minimum tax, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §53; Form 8801',
})

export const other_credits_potential = input({
  entity: TaxUnit,
  label: 'Other non-refundable credits, before the limit to tax liability',
  unit: 'currency-USD',
  reference: 'Schedule 3 line 6',
})

export const amt_foreign_tax_credit = input({
  entity: TaxUnit,
  label: 'Foreign tax credit against the alternative minimum tax',
  unit: 'currency-USD',
  reference: '26 USC §59(a); Form 6251 line 8',
})

export const recapture_of_investment_credit = input({
  entity: TaxUnit,
  label: 'Recapture of investment credit',
  unit: 'currency-USD',
  reference: '26 USC §50; Form 4255',
})

export const unreported_payroll_tax = input({
  entity: TaxUnit,
  label: 'Social security and Medicare tax on unreported tips and wages',
  unit: 'currency-USD',
  reference: '26 USC §§3101, 3102(c)(4); Forms 4137 and 8919; Schedule 2 line 7',
})

export const qualified_retirement_penalty = input({
  entity: TaxUnit,
  label: 'Additional tax on retirement plans',
  unit: 'currency-USD',
  reference: '26 USC §72(t); Form 5329; Schedule 2 line 8',
})

export const excess_payroll_tax_withheld = input({
  entity: TaxUnit,
  label: 'Excess social security tax withheld',
  unit: 'currency-USD',
  reference: '26 USC §31(b); Schedule 3 line 11',
})

export const credit_take_up_draw = input({
  entity: TaxUnit,
  label: 'Where the unit stands, in [0, 1), among those who claim refundable credits',
  type: 'number',
  unit: '/1',
  reference: 'none: a uniform random number of the data',
})
