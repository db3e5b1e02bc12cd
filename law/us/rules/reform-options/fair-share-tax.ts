/** A minimum of income and payroll tax on high incomes (the "Buffett rule"), which some reforms propose. */
import { variable } from '../../../language/index.ts'
import { TaxUnit } from '../../entities.ts'

export const fair_share_tax = variable({
  entity: TaxUnit,
  label: 'Fair share tax',
  unit: 'currency-USD',
  reference: 'none: reform option of Tax-Calculator',
  formula(unit, law) {
    const { rate, phase_in } = law.gov.contrib.fair_share_tax
    const income = unit.adjusted_gross_income
    const start = phase_in.start[unit.filing_status]
    const end = phase_in.end[unit.filing_status]
    if (rate <= 0 || income < start) return 0
    const employee_share = 0.5
    const payroll_tax =
      employee_share * unit.fica_tax +
      employee_share * unit.self_employment_tax +
      unit.additional_medicare_tax
    const shortfall = Math.max(0, income * rate - unit.income_tax_before_fair_share_tax - payroll_tax)
    return income < end ? (shortfall * (income - start)) / (end - start) : shortfall
  },
})

export const surtax = variable({
  entity: TaxUnit,
  label: 'Surtax on adjusted gross income and fair share tax',
  unit: 'currency-USD',
  reference: 'none: reform options of Tax-Calculator',
  formula(unit) {
    return unit.agi_surtax + unit.fair_share_tax
  },
})
