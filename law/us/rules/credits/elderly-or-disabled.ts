/** Credit for the elderly and the disabled: 26 USC §22. Disability is not in the data, so age alone qualifies. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'
import { agedFilers } from '../people/filers.ts'
import { afterHaircut } from '../phase-outs.ts'

export const elderly_disabled_credit_initial_amount = variable({
  entity: TaxUnit,
  label: 'Initial amount of the credit for the elderly',
  unit: 'currency-USD',
  reference: '26 USC §22(c)(2)(A); Schedule R line 12',
  formula(unit, law) {
    const { amount } = law.gov.irs.credits.elderly_or_disabled
    const aged = agedFilers(unit, law)
    if (aged === 0) return 0
    if (unit.filing_status === 'separate') return amount.separate
    return aged === 2 ? amount.two_qualified : amount.one_qualified
  },
})

export const elderly_disabled_credit_potential = variable({
  entity: TaxUnit,
  label: 'Credit for the elderly, before the limit to tax liability',
  unit: 'currency-USD',
  reference: '26 USC §22(a), (c)(3), (d); Schedule R line 20',
  formula(unit, law) {
    const { rate, phase_out } = law.gov.irs.credits.elderly_or_disabled
    const untaxed_benefits =
      Math.max(0, unit.social_security - unit.taxable_social_security) +
      Math.max(0, unit.pension_income - unit.taxable_pension_income)
    const excess = Math.max(0, unit.adjusted_gross_income - phase_out.threshold[unit.filing_status])
    const reduction = untaxed_benefits + phase_out.rate * excess
    return rate * Math.max(0, unit.elderly_disabled_credit_initial_amount - reduction)
  },
})

export const elderly_disabled_credit_limited = variable({
  entity: TaxUnit,
  label: 'Credit for the elderly by its own form',
  unit: 'currency-USD',
  reference: '26 USC §26(a); Schedule R line 22',
  formula(unit, law) {
    const tax_left = Math.max(
      0,
      unit.income_tax_before_credits - unit.foreign_tax_credit_potential - unit.cdcc_limited,
    )
    return afterHaircut(
      Math.min(unit.elderly_disabled_credit_potential, tax_left),
      law.gov.irs.credits.haircut.elderly_disabled_credit,
    )
  },
})
