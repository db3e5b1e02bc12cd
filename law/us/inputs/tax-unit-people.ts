/** Who is in the tax unit, as the record counts them, and what the return says of itself. */
import { input } from '../../language/index.ts'
import { EitcChildren, FilingStatus, TaxUnit } from '../entities.ts'

export const filing_status = input({
  entity: TaxUnit,
  label: 'Filing status',
  type: FilingStatus,
  reference: '26 USC §§1(a)–(d), 2; Form 1040, filing status',
})

export const head_is_dependent_elsewhere = input({
  entity: TaxUnit,
  label: 'The head can be claimed as a dependent on another return',
  type: 'bool',
  reference: '26 USC §§63(c)(5), 151(d)(2); Form 1040, standard deduction',
})

export const separate_filer_itemizes = input({
  entity: TaxUnit,
  label: 'The spouse files separately and itemizes',
  type: 'bool',
  reference: '26 USC §63(c)(6)(A); Form 1040, standard deduction',
})

export const files_form_6251 = input({
  entity: TaxUnit,
  label: 'Form 6251 is attached to the return',
  type: 'bool',
  reference: '26 USC §55; Form 6251',
})

export const exemptions_count = input({
  entity: TaxUnit,
  label: 'People for whom a personal exemption can be claimed',
  type: 'integer',
  unit: 'person',
  reference: '26 USC §151; Form 1040 (2017) line 6d',
})

export const eitc_qualifying_children = input({
  entity: TaxUnit,
  label: 'Qualifying children for the earned income tax credit',
  type: EitcChildren,
  reference: '26 USC §32(c)(3); Schedule EIC',
})

export const ctc_qualifying_children = input({
  entity: TaxUnit,
  label: 'Qualifying children for the child tax credit',
  type: 'integer',
  unit: 'person',
  reference: '26 USC §24(c)',
})

export const cdcc_qualifying_individuals = input({
  entity: TaxUnit,
  label: 'Qualifying individuals for the child and dependent care credit',
  type: 'integer',
  unit: 'person',
  reference: '26 USC §21(b)(1); Form 2441 line 2',
})

export const dependents_under_6 = input({
  entity: TaxUnit,
  label: 'Dependents under 6',
  type: 'integer',
  unit: 'person',
  reference: '26 USC §152',
})

export const dependents_under_13 = input({
  entity: TaxUnit,
  label: 'Dependents under 13',
  type: 'integer',
  unit: 'person',
  reference: '26 USC §152',
})

export const dependents_65_and_over = input({
  entity: TaxUnit,
  label: 'Dependents of 65 and over, beside head and spouse',
  type: 'integer',
  unit: 'person',
  reference: '26 USC §152',
})

export const people_under_18 = input({
  entity: TaxUnit,
  label: 'People under 18',
  type: 'integer',
  unit: 'person',
  reference: 'Current Population Survey, age',
})

export const people_18_to_20 = input({
  entity: TaxUnit,
  label: 'People from 18 to 20',
  type: 'integer',
  unit: 'person',
  reference: 'Current Population Survey, age',
})

export const people_21_and_over = input({
  entity: TaxUnit,
  label: 'People of 21 and over',
  type: 'integer',
  unit: 'person',
  reference: 'Current Population Survey, age',
})
