/**
 * Non-refundable credits as far as they reduce tax: 26 USC §26(a). Each takes what those before it left of the tax, in the
 * order of Form 1040 and Schedule 3; a credit that a reform makes refundable takes nothing.
 */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import type { Law, TaxUnitRecord } from '../../generated/types.ts'
import { afterHaircut } from '../phase-outs.ts'

/** What a credit takes of the tax that is left. */
function taken(credit: number, tax_left: number): number {
  return Math.min(Math.max(0, credit), tax_left)
}

const taxAtFirst = (unit: TaxUnitRecord) => Math.max(0, unit.income_tax_before_credits)
const afterForeignTax = (unit: TaxUnitRecord) => taxAtFirst(unit) - unit.foreign_tax_credit
const afterCare = (unit: TaxUnitRecord) => afterForeignTax(unit) - unit.cdcc
const afterEducation = (unit: TaxUnitRecord) => afterCare(unit) - unit.education_tax_credits
const afterSavers = (unit: TaxUnitRecord) => afterEducation(unit) - unit.savers_credit

/** What the child tax credit takes of the tax. */
function childTaxCreditTaken(unit: TaxUnitRecord, law: Law): number {
  return law.gov.irs.credits.ctc.refundable.fully_refundable ? 0 : unit.non_refundable_ctc
}

/** What the credit for other dependents takes of the tax. */
function otherDependentCreditTaken(unit: TaxUnitRecord, law: Law): number {
  return law.gov.contrib.other_dependent_credit_refundable ? 0 : unit.other_dependent_credit
}

const afterChildren = (unit: TaxUnitRecord, law: Law) => afterSavers(unit) - childTaxCreditTaken(unit, law)
const afterDependents = (unit: TaxUnitRecord, law: Law) =>
  afterChildren(unit, law) - otherDependentCreditTaken(unit, law)
const afterEnergy = (unit: TaxUnitRecord, law: Law) =>
  afterDependents(unit, law) - unit.residential_energy_credit
const afterBusiness = (unit: TaxUnitRecord, law: Law) => afterEnergy(unit, law) - unit.general_business_credit
const afterMinimumTax = (unit: TaxUnitRecord, law: Law) =>
  afterBusiness(unit, law) - unit.prior_year_minimum_tax_credit
const afterElderly = (unit: TaxUnitRecord, law: Law) =>
  afterMinimumTax(unit, law) - unit.elderly_disabled_credit
const afterOther = (unit: TaxUnitRecord, law: Law) => afterElderly(unit, law) - unit.other_credits
const afterCharity = (unit: TaxUnitRecord, law: Law) => afterOther(unit, law) - unit.charity_credit

export const foreign_tax_credit = variable({
  entity: TaxUnit,
  label: 'Foreign tax credit',
  unit: 'currency-USD',
  reference: '26 USC §§27, 901; Schedule 3 line 1',
  formula(unit, law) {
    const { haircut } = law.gov.irs.credits
    return taken(
      afterHaircut(unit.foreign_tax_credit_potential, haircut.foreign_tax_credit),
      taxAtFirst(unit),
    )
  },
})

export const cdcc = variable({
  entity: TaxUnit,
  label: 'Child and dependent care credit',
  unit: 'currency-USD',
  reference: '26 USC §21; Schedule 3 line 2',
  formula(unit) {
    return taken(unit.cdcc_limited, afterForeignTax(unit))
  },
})

export const education_tax_credits = variable({
  entity: TaxUnit,
  label: 'Education credits, non-refundable part',
  unit: 'currency-USD',
  reference: '26 USC §25A; Schedule 3 line 3',
  formula(unit) {
    return taken(unit.education_tax_credits_limited, afterCare(unit))
  },
})

export const savers_credit = variable({
  entity: TaxUnit,
  label: 'Retirement savings contributions credit',
  unit: 'currency-USD',
  reference: '26 USC §25B; Schedule 3 line 4',
  formula(unit, law) {
    const { haircut } = law.gov.irs.credits
    return taken(afterHaircut(unit.savers_credit_potential, haircut.savers_credit), afterEducation(unit))
  },
})

export const non_refundable_ctc = variable({
  entity: TaxUnit,
  label: 'Child tax credit against tax; the whole credit where a reform makes it fully refundable',
  unit: 'currency-USD',
  reference: '26 USC §24(a), (b); Schedule 8812 line 14; Form 1040 line 19',
  formula(unit, law) {
    return law.gov.irs.credits.ctc.refundable.fully_refundable
      ? unit.ctc_limited
      : taken(unit.ctc_limited, afterSavers(unit))
  },
})

export const other_dependent_credit = variable({
  entity: TaxUnit,
  label: 'Credit for other dependents',
  unit: 'currency-USD',
  reference: '26 USC §24(h)(4); Schedule 8812 line 14; Form 1040 line 19',
  formula(unit, law) {
    return law.gov.contrib.other_dependent_credit_refundable
      ? unit.other_dependent_credit_limited
      : taken(unit.other_dependent_credit_limited, afterChildren(unit, law))
  },
})

export const residential_energy_credit = variable({
  entity: TaxUnit,
  label: 'Residential energy credits',
  unit: 'currency-USD',
  reference: '26 USC §§25C, 25D; Schedule 3 line 5',
  formula(unit, law) {
    const { haircut } = law.gov.irs.credits
    return taken(
      afterHaircut(unit.residential_energy_credit_potential, haircut.residential_energy_credit),
      afterDependents(unit, law),
    )
  },
})

export const general_business_credit = variable({
  entity: TaxUnit,
  label: 'General business credit',
  unit: 'currency-USD',
  reference: '26 USC §38; Schedule 3 line 6a',
  formula(unit, law) {
    const { haircut } = law.gov.irs.credits
    return taken(
      afterHaircut(unit.general_business_credit_potential, haircut.general_business_credit),
      afterEnergy(unit, law),
    )
  },
})

export const prior_year_minimum_tax_credit = variable({
  entity: TaxUnit,
  label: 'Credit for prior year minimum tax',
  unit: 'currency-USD',
  reference: '26 USC §53; Schedule 3 line 6b',
  formula(unit, law) {
    const { haircut } = law.gov.irs.credits
    return taken(
      afterHaircut(unit.prior_year_minimum_tax_credit_potential, haircut.prior_year_minimum_tax_credit),
      afterBusiness(unit, law),
    )
  },
})

export const elderly_disabled_credit = variable({
  entity: TaxUnit,
  label: 'Credit for the elderly and the disabled',
  unit: 'currency-USD',
  reference: '26 USC §22; Schedule 3 line 6d',
  formula(unit, law) {
    return taken(unit.elderly_disabled_credit_limited, afterMinimumTax(unit, law))
  },
})

export const other_credits = variable({
  entity: TaxUnit,
  label: 'Other non-refundable credits',
  unit: 'currency-USD',
  reference: 'Schedule 3 line 7',
  formula(unit, law) {
    const { haircut } = law.gov.irs.credits
    return taken(afterHaircut(unit.other_credits_potential, haircut.other_credits), afterElderly(unit, law))
  },
})

export const charity_credit = variable({
  entity: TaxUnit,
  label: 'Credit for charitable giving',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    return taken(unit.charity_credit_potential, afterOther(unit, law))
  },
})

export const personal_non_refundable_credit = variable({
  entity: TaxUnit,
  label: 'Personal credit against tax',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    return taken(unit.personal_non_refundable_credit_potential, afterCharity(unit, law))
  },
})

export const income_tax_non_refundable_credits = variable({
  entity: TaxUnit,
  label: 'Non-refundable credits',
  unit: 'currency-USD',
  reference: '26 USC §26(a); Form 1040 line 21',
  formula(unit, law) {
    return (
      unit.foreign_tax_credit +
      unit.cdcc +
      unit.education_tax_credits +
      unit.savers_credit +
      childTaxCreditTaken(unit, law) +
      otherDependentCreditTaken(unit, law) +
      unit.residential_energy_credit +
      unit.general_business_credit +
      unit.prior_year_minimum_tax_credit +
      unit.elderly_disabled_credit +
      unit.other_credits +
      unit.charity_credit +
      unit.personal_non_refundable_credit
    )
  },
})
