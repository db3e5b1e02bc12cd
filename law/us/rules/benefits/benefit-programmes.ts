/**
 * Benefits of the unit. Their amounts are observed or imputed, not computed from the law of each programme; what a
 * reform can do is repeal a programme.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const social_security = variable({
  entity: TaxUnit,
  label: 'Social security benefits',
  unit: 'currency-USD',
  reference: '42 USC §402; 26 USC §86',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.social_security ? 0 : unit.social_security_reported
  },
})

export const unemployment_compensation = variable({
  entity: TaxUnit,
  label: 'Unemployment compensation',
  unit: 'currency-USD',
  reference: '42 USC §§501–504, 1101–1109; 26 USC §85',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.unemployment_compensation
      ? 0
      : unit.unemployment_compensation_reported
  },
})

export const ssi = variable({
  entity: TaxUnit,
  label: 'Supplemental Security Income',
  unit: 'currency-USD',
  reference: '42 USC §1382',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.ssi ? 0 : unit.ssi_reported
  },
})

export const snap = variable({
  entity: TaxUnit,
  label: 'Supplemental Nutrition Assistance Program',
  unit: 'currency-USD',
  reference: '7 USC §2017',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.snap ? 0 : unit.snap_reported
  },
})

export const tanf = variable({
  entity: TaxUnit,
  label: 'Temporary Assistance for Needy Families',
  unit: 'currency-USD',
  reference: '42 USC §604',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.tanf ? 0 : unit.tanf_reported
  },
})

export const wic = variable({
  entity: TaxUnit,
  label: 'Special nutrition assistance for women, infants and children',
  unit: 'currency-USD',
  reference: '42 USC §1786',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.wic ? 0 : unit.wic_reported
  },
})

export const housing_assistance = variable({
  entity: TaxUnit,
  label: 'Housing assistance',
  unit: 'currency-USD',
  reference: '42 USC §1437f',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.housing_assistance ? 0 : unit.housing_assistance_reported
  },
})

export const veterans_benefits = variable({
  entity: TaxUnit,
  label: 'Veterans’ benefits',
  unit: 'currency-USD',
  reference: '38 USC §§1110, 1521',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.veterans_benefits ? 0 : unit.veterans_benefits_reported
  },
})

export const medicare = variable({
  entity: TaxUnit,
  label: 'Medicare, at its insurance value',
  unit: 'currency-USD',
  reference: '42 USC §1395c',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.medicare ? 0 : unit.medicare_reported
  },
})

export const medicaid = variable({
  entity: TaxUnit,
  label: 'Medicaid, at its insurance value',
  unit: 'currency-USD',
  reference: '42 USC §1396a',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.medicaid ? 0 : unit.medicaid_reported
  },
})

export const other_benefits = variable({
  entity: TaxUnit,
  label: 'Other benefits',
  unit: 'currency-USD',
  reference: 'none: total of other programmes in the data',
  formula(unit, law) {
    return law.gov.contrib.benefit_repeal.other_benefits ? 0 : unit.other_benefits_reported
  },
})
