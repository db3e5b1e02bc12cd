/** Benefits that the record holds for the unit. USD a year. */
import { input } from '../../language/index.ts'
import { TaxUnit } from '../entities.ts'

export const ssi_reported = input({
  entity: TaxUnit,
  label: 'Supplemental Security Income on the record',
  unit: 'currency-USD',
  reference: '42 USC §1381',
})

export const snap_reported = input({
  entity: TaxUnit,
  label: 'SNAP benefits on the record',
  unit: 'currency-USD',
  reference: '7 USC §2013',
})

export const tanf_reported = input({
  entity: TaxUnit,
  label: 'TANF benefits on the record',
  unit: 'currency-USD',
  reference: '42 USC §601',
})

export const wic_reported = input({
  entity: TaxUnit,
  label: 'WIC benefits on the record',
  unit: 'currency-USD',
  reference: '42 USC §1786',
})

export const housing_assistance_reported = input({
  entity: TaxUnit,
  label: 'Housing assistance on the record',
  unit: 'currency-USD',
  reference: '42 USC §1437f',
})

export const veterans_benefits_reported = input({
  entity: TaxUnit,
  label: 'Veterans’ benefits on the record',
  unit: 'currency-USD',
  reference: '38 USC §§1110, 1521',
})

export const medicare_reported = input({
  entity: TaxUnit,
  label: 'Insurance value of Medicare on the record',
  unit: 'currency-USD',
  reference: '42 USC §1395c',
})

export const medicaid_reported = input({
  entity: TaxUnit,
  label: 'Insurance value of Medicaid on the record',
  unit: 'currency-USD',
  reference: '42 USC §1396a',
})

export const other_benefits_reported = input({
  entity: TaxUnit,
  label: 'Other benefits on the record',
  unit: 'currency-USD',
  reference: 'none: total of other programmes in the data',
})
