/** Outlays of the tax unit, before any limit of the law. Money is USD a year. */
import { input } from '../../language/index.ts'
import { TaxUnit } from '../entities.ts'

export const educator_expense = input({
  entity: TaxUnit,
  label: 'Educator expenses',
  unit: 'currency-USD',
  reference: '26 USC §62(a)(2)(D); Schedule 1 line 11',
})

export const health_savings_account_contributions = input({
  entity: TaxUnit,
  label: 'Deductible contributions to a health savings account',
  unit: 'currency-USD',
  reference: '26 USC §223; Form 8889; Schedule 1 line 13',
})

export const self_employed_pension_contributions = input({
  entity: TaxUnit,
  label: 'Contributions to SEP, SIMPLE and qualified plans',
  unit: 'currency-USD',
  reference: '26 USC §§62(a)(6), 404; Schedule 1 line 16',
})

export const self_employed_health_insurance_premiums = input({
  entity: TaxUnit,
  label: 'Health insurance of the self-employed',
  unit: 'currency-USD',
  reference: '26 USC §162(l); Schedule 1 line 17',
})

export const early_withdrawal_penalty = input({
  entity: TaxUnit,
  label: 'Penalty on early withdrawal of savings',
  unit: 'currency-USD',
  reference: '26 USC §62(a)(9); Schedule 1 line 18',
})

export const alimony_expense = input({
  entity: TaxUnit,
  label: 'Alimony paid',
  unit: 'currency-USD',
  reference: '26 USC §215 (before 2019); Schedule 1 line 19a',
})

export const traditional_ira_contributions = input({
  entity: TaxUnit,
  label: 'Deductible contributions to a traditional IRA',
  unit: 'currency-USD',
  reference: '26 USC §219; Schedule 1 line 20',
})

export const student_loan_interest = input({
  entity: TaxUnit,
  label: 'Student loan interest',
  unit: 'currency-USD',
  reference: '26 USC §221; Schedule 1 line 21',
})

export const qualified_tuition_expenses = input({
  entity: TaxUnit,
  label: 'Tuition and fees',
  unit: 'currency-USD',
  reference: '26 USC §222 (repealed after 2020); Form 8917',
})

export const domestic_production_activities = input({
  entity: TaxUnit,
  label: 'Domestic production activities deduction',
  unit: 'currency-USD',
  reference: '26 USC §199 (repealed after 2017); Form 8903',
})

export const medical_expense = input({
  entity: TaxUnit,
  label: 'Medical and dental expenses',
  unit: 'currency-USD',
  reference: '26 USC §213; Schedule A line 1',
})

export const state_and_local_sales_or_income_tax = input({
  entity: TaxUnit,
  label: 'State and local income or sales taxes',
  unit: 'currency-USD',
  reference: '26 USC §164(a)(3), (b)(5); Schedule A line 5a',
})

export const real_estate_taxes = input({
  entity: TaxUnit,
  label: 'State and local real estate taxes',
  unit: 'currency-USD',
  reference: '26 USC §164(a)(1); Schedule A line 5b',
})

export const interest_expense = input({
  entity: TaxUnit,
  label: 'Home mortgage and investment interest',
  unit: 'currency-USD',
  reference: '26 USC §163; Schedule A line 10',
})

export const charitable_cash_donations = input({
  entity: TaxUnit,
  label: 'Charitable gifts by cash or check',
  unit: 'currency-USD',
  reference: '26 USC §170; Schedule A line 11',
})

export const charitable_non_cash_donations = input({
  entity: TaxUnit,
  label: 'Charitable gifts other than by cash or check',
  unit: 'currency-USD',
  reference: '26 USC §170; Schedule A line 12',
})

export const casualty_loss = input({
  entity: TaxUnit,
  label: 'Casualty and theft losses, before the floor',
  unit: 'currency-USD',
  reference: '26 USC §165(h); Form 4684',
})

export const misc_deduction_expenses = input({
  entity: TaxUnit,
  label: 'Miscellaneous expenses subject to the floor',
  unit: 'currency-USD',
  reference: '26 USC §67; Schedule A (2017) line 24',
})

export const auto_loan_interest = input({
  entity: TaxUnit,
  label: 'Interest on a loan for a qualified passenger vehicle',
  unit: 'currency-USD',
  reference: '26 USC §163(h)(4); Schedule 1-A part IV',
})

export const care_expenses = input({
  entity: TaxUnit,
  label: 'Expenses for the care of qualifying individuals',
  unit: 'currency-USD',
  reference: '26 USC §21(b)(2); Form 2441 line 2(d)',
})

export const american_opportunity_credit_tentative = input({
  entity: TaxUnit,
  label: 'Tentative American opportunity credit of all students',
  unit: 'currency-USD',
  reference: '26 USC §25A(b)(1); Form 8863 line 1',
})

export const lifetime_learning_expenses = input({
  entity: TaxUnit,
  label: 'Qualified expenses for the lifetime learning credit',
  unit: 'currency-USD',
  reference: '26 USC §25A(c)(1); Form 8863 line 10',
})
