/** Types of records and parameters. Generated from the law and its parameter files by `npm run generate`. */

import type { Brackets, Members } from '../../language/index.ts'

export type FilingStatusValue = 'single' | 'joint' | 'separate' | 'head_of_household' | 'surviving_spouse'

export type TaxUnitRoleValue = 'head' | 'spouse' | 'dependent'

export type EitcChildrenValue = 'none' | 'one' | 'two' | 'three_or_more'

/** Person, as a formula sees it. */
export interface PersonRecord {
  readonly tax_unit: TaxUnitRecord
  readonly household: HouseholdRecord
  /** Age in years; 0 where it is not known · year · 26 USC §63(f)(1) */
  readonly age: number
  /** Wages and self-employment income that social security covers, without the cap · currency-USD · 26 USC §§1402(b), 3121(a) */
  readonly covered_earnings: number
  /** Earned income of the person · currency-USD · 26 USC §32(c)(2)(A) */
  readonly earned_income: number
  /** Wages, salaries and tips, after contributions to a workplace pension · currency-USD · 26 USC §61(a)(1); Form W-2 box 1; Form 1040 line 1a */
  readonly employment_income: number
  /** Net profit or loss from farming · currency-USD · 26 USC §§61(a)(2), 1402(a); Schedule F line 34 */
  readonly farm_income: number
  /** Is blind · condition · 26 USC §63(f)(2), (4) */
  readonly is_blind: boolean
  /** Signs the return: head or spouse · condition · 26 USC §§6012(a), 6013(a) */
  readonly is_filer: boolean
  /** Medicare tax on wages, employer and employee · currency-USD · 26 USC §§3101(b)(1), 3111(b) */
  readonly medicare_tax_on_wages: number
  /** Net earnings from self-employment · currency-USD · 26 USC §1402(a)(12); Schedule SE line 4a */
  readonly net_earnings_from_self_employment: number
  /** Self-employment earnings or loss as a partner · currency-USD · 26 USC §1402(a); Schedule K-1 (Form 1065) box 14 */
  readonly partnership_self_employment_income: number
  /** Wages subject to payroll tax, pension contributions included · currency-USD · 26 USC §3121(a), (v)(1)(A) */
  readonly payroll_tax_gross_wages: number
  /** Contributions to a workplace defined-contribution pension, out of wages · currency-USD · 26 USC §402(e)(3), (g); Form W-2 box 12 */
  readonly pension_contributions: number
  /** Net profit or loss from business · currency-USD · 26 USC §§61(a)(2), 1402(a); Schedule C line 31 */
  readonly self_employment_income: number
  /** Medicare part of self-employment tax · currency-USD · 26 USC §1401(b)(1); Schedule SE line 11 */
  readonly self_employment_medicare_tax: number
  /** Social security part of self-employment tax · currency-USD · 26 USC §§1401(a), 1402(b)(1); Schedule SE line 10 */
  readonly self_employment_social_security_tax: number
  /** Social security tax on wages, employer and employee · currency-USD · 26 USC §§3101(a), 3111(a) */
  readonly social_security_tax_on_wages: number
  /** Wages up to the contribution and benefit base · currency-USD · 26 USC §3121(a)(1); 42 USC §430 */
  readonly taxable_earnings_for_social_security: number
  /** Profit or loss from business, farm and partnership · currency-USD · 26 USC §1402(a); Schedule SE line 3 */
  readonly total_self_employment_income: number
}

/** Tax unit, as a formula sees it. */
export interface TaxUnitRecord {
  readonly members: Members<PersonRecord>
  readonly head: PersonRecord
  readonly spouse: PersonRecord
  readonly household: HouseholdRecord
  /** Adjustments to gross income · currency-USD · 26 USC §62(a); Schedule 1 line 26 */
  readonly above_the_line_deductions: number
  /** Adjusted gross income · currency-USD · 26 USC §62(a); Form 1040 line 11 */
  readonly adjusted_gross_income: number
  /** Adjusted gross income with all unemployment compensation · currency-USD · 26 USC §62(a) */
  readonly adjusted_gross_income_before_unemployment_exclusion: number
  /** Class of adjusted gross income used in ageing some datasets */
  readonly agi_class: number
  /** Alimony paid · currency-USD · 26 USC §215 (before 2019); Schedule 1 line 19a */
  readonly alimony_expense: number
  /** Alimony received · currency-USD · 26 USC §71 (before 2019); Schedule 1 line 2a */
  readonly alimony_income: number
  /** Tentative American opportunity credit of all students · currency-USD · 26 USC §25A(b)(1); Form 8863 line 1 */
  readonly american_opportunity_credit_tentative: number
  /** Foreign tax credit against the alternative minimum tax · currency-USD · 26 USC §59(a); Form 6251 line 8 */
  readonly amt_foreign_tax_credit: number
  /** Items of Form 6251 that are not in adjusted gross income · currency-USD · 26 USC §§56, 57; Form 6251 lines 2c–3 */
  readonly amt_preference_income: number
  /** Interest on a loan for a qualified passenger vehicle · currency-USD · 26 USC §163(h)(4); Schedule 1-A part IV */
  readonly auto_loan_interest: number
  /** Basic income · currency-USD · none: reform option of Tax-Calculator */
  readonly basic_income: number
  /** Business income is from a specified service trade or business · condition · 26 USC §199A(d)(2); Form 8995-A Schedule A */
  readonly business_is_sstb: boolean
  /** Gain taxed at 28 percent: collectibles and small business stock · currency-USD · 26 USC §1(h)(4), (5); Schedule D line 18 */
  readonly capital_gains_28_percent_rate_gain: number
  /** Gains and qualified dividends excluded where they are taxed as ordinary income · currency-USD · none: reform option of Tax-Calculator */
  readonly capital_gains_exclusion: number
  /** Net capital gain, or the part of a loss that may be deducted · currency-USD · 26 USC §1211(b); Schedule D lines 16 and 21 */
  readonly capital_gains_in_gross_income: number
  /** Expenses for the care of qualifying individuals · currency-USD · 26 USC §21(b)(2); Form 2441 line 2(d) */
  readonly care_expenses: number
  /** Casualty and theft losses, before the floor · currency-USD · 26 USC §165(h); Form 4684 */
  readonly casualty_loss: number
  /** Qualifying individuals for the child and dependent care credit · person · 26 USC §21(b)(1); Form 2441 line 2 */
  readonly cdcc_qualifying_individuals: number
  /** Charitable gifts by cash or check · currency-USD · 26 USC §170; Schedule A line 11 */
  readonly charitable_cash_donations: number
  /** Charitable gifts other than by cash or check · currency-USD · 26 USC §170; Schedule A line 12 */
  readonly charitable_non_cash_donations: number
  /** Where the unit stands, in [0, 1), among those who claim refundable credits · /1 · none: a uniform random number of the data */
  readonly credit_take_up_draw: number
  /** Qualifying children for the child tax credit · person · 26 USC §24(c) */
  readonly ctc_qualifying_children: number
  /** Deduction for the care of children and elderly dependents · currency-USD · none: reform option of Tax-Calculator */
  readonly dependent_care_ald: number
  /** Dependents of 65 and over, beside head and spouse · person · 26 USC §152 */
  readonly dependents_65_and_over: number
  /** Dependents under 13 · person · 26 USC §152 */
  readonly dependents_under_13: number
  /** Dependents under 6 · person · 26 USC §152 */
  readonly dependents_under_6: number
  /** Ordinary dividends, qualified ones included · currency-USD · 26 USC §61(a)(7); Form 1040 line 3b */
  readonly dividend_income: number
  /** Domestic production activities deduction · currency-USD · 26 USC §199 (repealed after 2017); Form 8903 */
  readonly domestic_production_activities: number
  /** Penalty on early withdrawal of savings · currency-USD · 26 USC §62(a)(9); Schedule 1 line 18 */
  readonly early_withdrawal_penalty: number
  /** Educator expenses · currency-USD · 26 USC §62(a)(2)(D); Schedule 1 line 11 */
  readonly educator_expense: number
  /** Qualifying children for the earned income tax credit · 26 USC §32(c)(3); Schedule EIC */
  readonly eitc_qualifying_children: EitcChildrenValue
  /** Excess social security tax withheld · currency-USD · 26 USC §31(b); Schedule 3 line 11 */
  readonly excess_payroll_tax_withheld: number
  /** People for whom a personal exemption can be claimed · person · 26 USC §151; Form 1040 (2017) line 6d */
  readonly exemptions_count: number
  /** Farm rental income or loss, a part of Schedule E income · currency-USD · 26 USC §61(a)(5); Schedule E line 40 */
  readonly farm_rent_income: number
  /** Social security and Medicare tax on wages, employer and employee · currency-USD · 26 USC §§3101(a), (b)(1), 3111 */
  readonly fica_tax: number
  /** People who sign the return · person · 26 USC §6013(a); Form 1040, filing status */
  readonly filer_count: number
  /** Form 6251 is attached to the return · condition · 26 USC §55; Form 6251 */
  readonly files_form_6251: boolean
  /** Filing status · 26 USC §§1(a)–(d), 2; Form 1040, filing status */
  readonly filing_status: FilingStatusValue
  /** Foreign tax credit, before the limit to tax liability · currency-USD · 26 USC §§27, 901; Form 1116 */
  readonly foreign_tax_credit_potential: number
  /** General business credit, before the limit to tax liability · currency-USD · 26 USC §38; Form 3800 */
  readonly general_business_credit_potential: number
  /** Gross income beside social security benefits, before an exclusion of gains · currency-USD · 26 USC §§61(a), 461(l)(1); Form 1040 lines 1z–8 but 6b */
  readonly gross_income_before_gain_exclusion: number
  /** Gross income beside social security benefits · currency-USD · 26 USC §61(a); Form 1040 line 9 without line 6b */
  readonly gross_income_before_social_security: number
  /** The head can be claimed as a dependent on another return · condition · 26 USC §§63(c)(5), 151(d)(2); Form 1040, standard deduction */
  readonly head_is_dependent_elsewhere: boolean
  /** Deductible contributions to a health savings account · currency-USD · 26 USC §223; Form 8889; Schedule 1 line 13 */
  readonly health_savings_account_contributions: number
  /** Housing assistance on the record · currency-USD · 42 USC §1437f */
  readonly housing_assistance_reported: number
  /** Home mortgage and investment interest · currency-USD · 26 USC §163; Schedule A line 10 */
  readonly interest_expense: number
  /** Gain and dividends elected as investment income · currency-USD · 26 USC §§1(h)(2), 163(d)(4)(B); Form 4952 line 4g */
  readonly investment_income_elected_form_4952: number
  /** Investment income excluded from gross income · currency-USD · none: reform option of Tax-Calculator */
  readonly investment_income_exclusion: number
  /** Interest, dividends and gains · currency-USD · 26 USC §61(a)(3), (4), (7) */
  readonly investment_income_exclusion_base: number
  /** Qualified expenses for the lifetime learning credit · currency-USD · 26 USC §25A(c)(1); Form 8863 line 10 */
  readonly lifetime_learning_expenses: number
  /** Net long-term capital gain or loss · currency-USD · 26 USC §1222(7), (8); Schedule D line 15 */
  readonly long_term_capital_gains: number
  /** Insurance value of Medicaid on the record · currency-USD · 42 USC §1396a */
  readonly medicaid_reported: number
  /** Medical and dental expenses · currency-USD · 26 USC §213; Schedule A line 1 */
  readonly medical_expense: number
  /** Insurance value of Medicare on the record · currency-USD · 42 USC §1395c */
  readonly medicare_reported: number
  /** Miscellaneous expenses subject to the floor · currency-USD · 26 USC §67; Schedule A (2017) line 24 */
  readonly misc_deduction_expenses: number
  /** Net capital gain or loss, short and long term · currency-USD · 26 USC §1222; Schedule D line 16 */
  readonly net_capital_gains: number
  /** Capital gain distributions not reported on Schedule D · currency-USD · 26 USC §852(b)(3); Form 1040 line 7 */
  readonly non_sch_d_capital_gains: number
  /** Basic income excluded from adjusted gross income · currency-USD · none: reform option of Tax-Calculator */
  readonly non_taxable_basic_income: number
  /** Social security tax on wages and self-employment, employer and employee · currency-USD · 26 USC §§1401(a), 3101(a), 3111(a) */
  readonly oasdi_tax: number
  /** Other benefits on the record · currency-USD · none: total of other programmes in the data */
  readonly other_benefits_reported: number
  /** Other non-refundable credits, before the limit to tax liability · currency-USD · Schedule 3 line 6 */
  readonly other_credits_potential: number
  /** Other gains or losses · currency-USD · 26 USC §1231; Form 4797; Schedule 1 line 4 */
  readonly other_net_gain: number
  /** Partnership and S-corporation income or loss, a part of Schedule E income · currency-USD · 26 USC §§702, 1366; Schedule E line 32 */
  readonly partnership_s_corp_income: number
  /** Payroll tax on wages, with the tax above a second threshold · currency-USD · 26 USC §§3101(a), (b)(1), 3111 */
  readonly payroll_tax_before_self_employment_tax: number
  /** Pensions and annuities · currency-USD · 26 USC §72; Form 1040 line 5a */
  readonly pension_income: number
  /** People from 18 to 20 · person · Current Population Survey, age */
  readonly people_18_to_20: number
  /** People of 21 and over · person · Current Population Survey, age */
  readonly people_21_and_over: number
  /** People under 18 · person · Current Population Survey, age */
  readonly people_under_18: number
  /** Credit for prior year minimum tax, before the limit to tax liability · currency-USD · 26 USC §53; Form 8801 */
  readonly prior_year_minimum_tax_credit_potential: number
  /** Qualified dividends, a part of ordinary dividends · currency-USD · 26 USC §1(h)(11); Form 1040 line 3a */
  readonly qualified_dividend_income: number
  /** Qualified overtime compensation · currency-USD · 26 USC §225(c); Schedule 1-A part III */
  readonly qualified_overtime_income: number
  /** Additional tax on retirement plans · currency-USD · 26 USC §72(t); Form 5329; Schedule 2 line 8 */
  readonly qualified_retirement_penalty: number
  /** Qualified tips · currency-USD · 26 USC §224(d); Schedule 1-A part II */
  readonly qualified_tip_income: number
  /** Tuition and fees · currency-USD · 26 USC §222 (repealed after 2020); Form 8917 */
  readonly qualified_tuition_expenses: number
  /** State and local real estate taxes · currency-USD · 26 USC §164(a)(1); Schedule A line 5b */
  readonly real_estate_taxes: number
  /** Recapture of investment credit · currency-USD · 26 USC §50; Form 4255 */
  readonly recapture_of_investment_credit: number
  /** Residential energy credits, before the limit to tax liability · currency-USD · 26 USC §§25C, 25D; Form 5695 */
  readonly residential_energy_credit_potential: number
  /** Taxable refunds of state and local income taxes · currency-USD · 26 USC §111; Schedule 1 line 1 */
  readonly salt_refund_income: number
  /** Retirement savings contributions credit, before the limit to tax liability · currency-USD · 26 USC §25B; Form 8880 */
  readonly savers_credit_potential: number
  /** Rents, royalties, partnerships, S corporations and trusts, net · currency-USD · 26 USC §61(a)(5), (6), (12); Schedule E line 41; Schedule 1 line 5 */
  readonly schedule_e_income: number
  /** Health insurance of the self-employed · currency-USD · 26 USC §162(l); Schedule 1 line 17 */
  readonly self_employed_health_insurance_premiums: number
  /** Contributions to SEP, SIMPLE and qualified plans · currency-USD · 26 USC §§62(a)(6), 404; Schedule 1 line 16 */
  readonly self_employed_pension_contributions: number
  /** Self-employment tax · currency-USD · 26 USC §§1401(a), (b)(1), 1402(b)(2); Schedule SE line 12; Schedule 2 line 4 */
  readonly self_employment_tax: number
  /** Deduction for half of self-employment tax · currency-USD · 26 USC §164(f)(1); Schedule 1 line 15 */
  readonly self_employment_tax_ald: number
  /** The spouse files separately and itemizes · condition · 26 USC §63(c)(6)(A); Form 1040, standard deduction */
  readonly separate_filer_itemizes: boolean
  /** Net short-term capital gain or loss · currency-USD · 26 USC §1222(5), (6); Schedule D line 7 */
  readonly short_term_capital_gains: number
  /** SNAP benefits on the record · currency-USD · 7 USC §2013 */
  readonly snap_reported: number
  /** Income by which the taxable part of social security benefits is measured · currency-USD · 26 USC §86(b)(1)–(2) */
  readonly social_security_provisional_income: number
  /** Social security benefits on the record · currency-USD · 26 USC §86; Form 1040 line 6a */
  readonly social_security_reported: number
  /** Social security tax on earnings above a second threshold · currency-USD · none: reform option of Tax-Calculator */
  readonly social_security_second_threshold_tax: number
  /** Supplemental Security Income on the record · currency-USD · 42 USC §1381 */
  readonly ssi_reported: number
  /** State and local income or sales taxes · currency-USD · 26 USC §164(a)(3), (b)(5); Schedule A line 5a */
  readonly state_and_local_sales_or_income_tax: number
  /** Student loan interest · currency-USD · 26 USC §221; Schedule 1 line 21 */
  readonly student_loan_interest: number
  /** Family within the survey household · Current Population Survey, FFPOS */
  readonly survey_family_position: number
  /** Line number of the head in the survey household · Current Population Survey, A_LINENO */
  readonly survey_head_line: number
  /** Source of the record: 1 tax returns, 0 survey */
  readonly survey_source: number
  /** Year the record describes · year */
  readonly survey_year: number
  /** TANF benefits on the record · currency-USD · 42 USC §601 */
  readonly tanf_reported: number
  /** Tax-exempt interest · currency-USD · 26 USC §103; Form 1040 line 2a */
  readonly tax_exempt_interest_income: number
  /** Earned income of head and spouse · currency-USD · 26 USC §32(c)(2)(A) */
  readonly tax_unit_earned_income: number
  /** Wages, salaries and tips of head and spouse · currency-USD · 26 USC §61(a)(1); Form 1040 line 1z */
  readonly tax_unit_employment_income: number
  /** Net profit or loss of head and spouse from farming · currency-USD · 26 USC §61(a)(2); Schedule 1 line 6 */
  readonly tax_unit_farm_income: number
  /** Number of the tax unit in its dataset */
  readonly tax_unit_id: number
  /** Net profit or loss of head and spouse from business · currency-USD · 26 USC §61(a)(2); Schedule 1 line 3 */
  readonly tax_unit_self_employment_income: number
  /** Profit or loss of head and spouse from business, farm and partnership · currency-USD · 26 USC §1402(a); Schedule SE line 3 */
  readonly tax_unit_total_self_employment_income: number
  /** How many tax units of the population the record stands for · /1 */
  readonly tax_unit_weight: number
  /** Basic income included in adjusted gross income · currency-USD · none: reform option of Tax-Calculator */
  readonly taxable_basic_income: number
  /** Taxable interest · currency-USD · 26 USC §61(a)(4); Form 1040 line 2b */
  readonly taxable_interest_income: number
  /** Taxable IRA distributions · currency-USD · 26 USC §408(d); Form 1040 line 4b */
  readonly taxable_ira_distributions: number
  /** Taxable pensions and annuities · currency-USD · 26 USC §72; Form 1040 line 5b */
  readonly taxable_pension_income: number
  /** Taxable social security benefits · currency-USD · 26 USC §86(a), (c); Form 1040 line 6b */
  readonly taxable_social_security: number
  /** Deductible contributions to a traditional IRA · currency-USD · 26 USC §219; Schedule 1 line 20 */
  readonly traditional_ira_contributions: number
  /** Share of the unadjusted basis of the business’s qualified property · currency-USD · 26 USC §199A(b)(6); Form 8995-A line 7 */
  readonly unadjusted_basis_qualified_property: number
  /** Unemployment compensation excluded from income · currency-USD · 26 USC §85(c) */
  readonly unemployment_compensation_exclusion: number
  /** Unemployment compensation on the record · currency-USD · 26 USC §85; Schedule 1 line 7 */
  readonly unemployment_compensation_reported: number
  /** Unrecaptured section 1250 gain · currency-USD · 26 USC §1(h)(6); Schedule D line 19 */
  readonly unrecaptured_section_1250_gain: number
  /** Social security and Medicare tax on unreported tips and wages · currency-USD · 26 USC §§3101, 3102(c)(4); Forms 4137 and 8919; Schedule 2 line 7 */
  readonly unreported_payroll_tax: number
  /** Veterans’ benefits on the record · currency-USD · 38 USC §§1110, 1521 */
  readonly veterans_benefits_reported: number
  /** Share of the W-2 wages the qualified business pays · currency-USD · 26 USC §199A(b)(4); Form 8995-A line 4 */
  readonly w2_wages_from_qualified_business: number
  /** WIC benefits on the record · currency-USD · 42 USC §1786 */
  readonly wic_reported: number
}

/** Household, as a formula sees it. */
export interface HouseholdRecord {
  readonly members: Members<PersonRecord>
  readonly tax_units: Members<TaxUnitRecord>
  /** State, by FIPS code · Current Population Survey, GESTFIPS */
  readonly state_fips: number
  /** Number of the household in the survey · Current Population Survey, H_SEQ */
  readonly survey_household_number: number
}

/** The parameters of one year. */
export interface Law {
}
