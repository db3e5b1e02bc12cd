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
  /** Refundable payroll tax credit of the person · currency-USD · none: reform option of Tax-Calculator */
  readonly refundable_payroll_tax_credit: number
  /** Net profit or loss from business · currency-USD · 26 USC §§61(a)(2), 1402(a); Schedule C line 31 */
  readonly self_employment_income: number
  /** Medicare part of self-employment tax · currency-USD · 26 USC §1401(b)(1); Schedule SE line 11 */
  readonly self_employment_medicare_tax: number
  /** Social security part of self-employment tax · currency-USD · 26 USC §§1401(a), 1402(b)(1); Schedule SE line 10 */
  readonly self_employment_social_security_tax: number
  /** Social security tax on wages, employer and employee · currency-USD · 26 USC §§3101(a), 3111(a) */
  readonly social_security_tax_on_wages: number
  /** Place in the tax unit: head, spouse or dependent · 26 USC §§152, 6013(a); Form 1040, names and dependents */
  readonly tax_unit_role: TaxUnitRoleValue
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
  /** Additional Medicare tax · currency-USD · 26 USC §§1401(b)(2), 3101(b)(2); Form 8959 line 18; Schedule 2 line 11 */
  readonly additional_medicare_tax: number
  /** Deduction for seniors · currency-USD · 26 USC §151(d)(5)(C); Schedule 1-A line 37 */
  readonly additional_senior_deduction: number
  /** Additional standard deduction for the aged and blind · currency-USD · 26 USC §63(c)(3), (f) */
  readonly additional_standard_deduction: number
  /** Adjusted gross income · currency-USD · 26 USC §62(a); Form 1040 line 11 */
  readonly adjusted_gross_income: number
  /** Adjusted gross income with all unemployment compensation · currency-USD · 26 USC §62(a) */
  readonly adjusted_gross_income_before_unemployment_exclusion: number
  /** Net capital gain and qualified dividends without collectibles and depreciation · currency-USD · 26 USC §1(h)(3); Schedule D Tax Worksheet (2017) line 13 */
  readonly adjusted_net_capital_gain: number
  /** Expanded income after income and payroll taxes · currency-USD · none: income concept of Tax-Calculator */
  readonly after_tax_income: number
  /** Class of adjusted gross income used in ageing some datasets */
  readonly agi_class: number
  /** Surtax on adjusted gross income · currency-USD · none: reform option of Tax-Calculator */
  readonly agi_surtax: number
  /** Alimony paid · currency-USD · 26 USC §215 (before 2019); Schedule 1 line 19a */
  readonly alimony_expense: number
  /** Alimony received · currency-USD · 26 USC §71 (before 2019); Schedule 1 line 2a */
  readonly alimony_income: number
  /** Alternative minimum tax · currency-USD · 26 USC §55(a); Form 6251 line 11; Schedule 2 line 2 */
  readonly alternative_minimum_tax: number
  /** American opportunity credit, before the limit to tax liability · currency-USD · 26 USC §25A(d), (i); Form 8863 line 7 */
  readonly american_opportunity_credit: number
  /** Tentative American opportunity credit of all students · currency-USD · 26 USC §25A(b)(1); Form 8863 line 1 */
  readonly american_opportunity_credit_tentative: number
  /** Foreign tax credit against the alternative minimum tax · currency-USD · 26 USC §59(a); Form 6251 line 8 */
  readonly amt_foreign_tax_credit: number
  /** Alternative minimum taxable income · currency-USD · 26 USC §§55(b)(2), 56(b); Form 6251 line 4 */
  readonly amt_income: number
  /** Alternative minimum taxable income if the unit does not itemize · currency-USD · 26 USC §§55(b)(2), 56(b)(1)(D) */
  readonly amt_income_if_not_itemizing: number
  /** Items of Form 6251 that are not in adjusted gross income · currency-USD · 26 USC §§56, 57; Form 6251 lines 2c–3 */
  readonly amt_preference_income: number
  /** Interest on a loan for a qualified passenger vehicle · currency-USD · 26 USC §163(h)(4); Schedule 1-A part IV */
  readonly auto_loan_interest: number
  /** Deduction for interest on a car loan · currency-USD · 26 USC §163(h)(4)(A), (C); Schedule 1-A line 30 */
  readonly auto_loan_interest_deduction: number
  /** Basic income · currency-USD · none: reform option of Tax-Calculator */
  readonly basic_income: number
  /** Basic standard deduction · currency-USD · 26 USC §63(c)(2), (5), (7) */
  readonly basic_standard_deduction: number
  /** Benefits, at what they cost the government · currency-USD · none: total of the programmes in the data */
  readonly benefits_cost: number
  /** Benefits, at what they are worth to the unit · currency-USD · none: cash at its amount, the rest at a share of its cost that the user sets */
  readonly benefits_value: number
  /** Business income is from a specified service trade or business · condition · 26 USC §199A(d)(2); Form 8995-A Schedule A */
  readonly business_is_sstb: boolean
  /** Gain taxed at 28 percent: collectibles and small business stock · currency-USD · 26 USC §1(h)(4), (5); Schedule D line 18 */
  readonly capital_gains_28_percent_rate_gain: number
  /** Gains and qualified dividends excluded where they are taxed as ordinary income · currency-USD · none: reform option of Tax-Calculator */
  readonly capital_gains_exclusion: number
  /** Net capital gain, or the part of a loss that may be deducted · currency-USD · 26 USC §1211(b); Schedule D lines 16 and 21 */
  readonly capital_gains_in_gross_income: number
  /** Tax by the Schedule D Tax Worksheet · currency-USD · 26 USC §1(h)(1); Schedule D Tax Worksheet (2017) line 43 */
  readonly capital_gains_schedule_tax: number
  /** Expenses for the care of qualifying individuals · currency-USD · 26 USC §21(b)(2); Form 2441 line 2(d) */
  readonly care_expenses: number
  /** Casualty and theft losses, before the floor · currency-USD · 26 USC §165(h); Form 4684 */
  readonly casualty_loss: number
  /** Deduction for casualty and theft losses; zero for a unit that does not itemize · currency-USD · 26 USC §165(h); Schedule A line 15 */
  readonly casualty_loss_deduction: number
  /** Deduction for casualty and theft losses if the unit itemizes · currency-USD · 26 USC §165(c)(3), (h); Schedule A line 15 */
  readonly casualty_loss_deduction_if_itemizing: number
  /** Child and dependent care credit · currency-USD · 26 USC §21; Schedule 3 line 2 */
  readonly cdcc: number
  /** Child and dependent care credit by its own form · currency-USD · 26 USC §26(a); Form 2441 line 11 */
  readonly cdcc_limited: number
  /** Child and dependent care credit, before the limit to tax liability · currency-USD · 26 USC §21(a), (d); Form 2441 line 9c */
  readonly cdcc_potential: number
  /** Qualifying individuals for the child and dependent care credit · person · 26 USC §21(b)(1); Form 2441 line 2 */
  readonly cdcc_qualifying_individuals: number
  /** Share of care expenses credited · /1 · 26 USC §21(a)(2); Form 2441 line 8 */
  readonly cdcc_rate: number
  /** Care expenses within the dollar limit · currency-USD · 26 USC §21(c); Form 2441 line 3 */
  readonly cdcc_relevant_expenses: number
  /** Charitable gifts by cash or check · currency-USD · 26 USC §170; Schedule A line 11 */
  readonly charitable_cash_donations: number
  /** Deduction for gifts to charity; zero for a unit that does not itemize · currency-USD · 26 USC §170; Schedule A line 14 */
  readonly charitable_deduction: number
  /** Deduction for gifts to charity if the unit itemizes · currency-USD · 26 USC §170(a), (b)(1); Schedule A line 14 */
  readonly charitable_deduction_if_itemizing: number
  /** Charitable gifts other than by cash or check · currency-USD · 26 USC §170; Schedule A line 12 */
  readonly charitable_non_cash_donations: number
  /** Credit for charitable giving · currency-USD · none: reform option of Tax-Calculator */
  readonly charity_credit: number
  /** Credit for charitable giving, before the limit to tax liability · currency-USD · none: reform option of Tax-Calculator */
  readonly charity_credit_potential: number
  /** Income and payroll taxes together · currency-USD · 26 USC subtitles A and C */
  readonly combined_tax: number
  /** Where the unit stands, in [0, 1), among those who claim refundable credits · /1 · none: a uniform random number of the data */
  readonly credit_take_up_draw: number
  /** Child tax credit and credit for other dependents, against tax and refunded · currency-USD · 26 USC §24; Form 1040 lines 19 and 28 */
  readonly ctc: number
  /** Child tax credit and credit for other dependents beyond the tax they may reduce · currency-USD · 26 USC §24(d)(1); Schedule 8812 line 16a */
  readonly ctc_beyond_tax_liability: number
  /** Children the child tax credit is paid for · person · 26 USC §24(c)(1); Schedule 8812 line 4 */
  readonly ctc_children: number
  /** Child tax credit by its own form · currency-USD · 26 USC §24(a), (b); Schedule 8812 line 14 */
  readonly ctc_limited: number
  /** Tax that the credits for dependents may reduce · currency-USD · 26 USC §26(a); Schedule 8812 line 13, Credit Limit Worksheet A */
  readonly ctc_limiting_tax_liability: number
  /** Child tax credit before any phase-out · currency-USD · 26 USC §24(a), (h)(2), (i)(3); Schedule 8812 line 5 */
  readonly ctc_maximum: number
  /** Child tax credit and credit for other dependents paid as a refund · currency-USD · 26 USC §24(d); Form 1040 line 28 */
  readonly ctc_paid_as_refund: number
  /** Refundable child tax credit that earnings give · currency-USD · 26 USC §24(d)(1)(B)(i), (h)(6); Schedule 8812 line 20 */
  readonly ctc_phase_in: number
  /** Qualifying children for the child tax credit · person · 26 USC §24(c) */
  readonly ctc_qualifying_children: number
  /** Social security and Medicare taxes in excess of the earned income tax credit · currency-USD · 26 USC §24(d)(1)(B)(ii), (2); Schedule 8812 line 26 */
  readonly ctc_social_security_tax: number
  /** Child tax credit and credit for other dependents used against tax · currency-USD · 26 USC §24(a); Form 1040 line 19 */
  readonly ctc_used_against_tax: number
  /** Deduction for the care of children and elderly dependents · currency-USD · none: reform option of Tax-Calculator */
  readonly dependent_care_ald: number
  /** Child tax credit and credit for other dependents, before the limit to tax liability · currency-USD · 26 USC §24(b), (h)(3); Schedule 8812 line 12 */
  readonly dependent_credits_after_phase_out: number
  /** Child tax credit and credit for other dependents by their own form · currency-USD · 26 USC §§24, 26(a); Schedule 8812 line 14 */
  readonly dependent_credits_limited: number
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
  /** Education credits, non-refundable part · currency-USD · 26 USC §25A; Schedule 3 line 3 */
  readonly education_tax_credits: number
  /** Non-refundable education credits by their own form · currency-USD · 26 USC §§25A, 26(a); Form 8863 line 19, Credit Limit Worksheet */
  readonly education_tax_credits_limited: number
  /** Educator expenses · currency-USD · 26 USC §62(a)(2)(D); Schedule 1 line 11 */
  readonly educator_expense: number
  /** Earned income tax credit · currency-USD · 26 USC §32; Form 1040 line 27a */
  readonly eitc: number
  /** Has a qualifying child, or is of the age for the credit without one · condition · 26 USC §32(c)(1)(A)(ii)(II); Publication 596 rule 11 */
  readonly eitc_age_eligible: boolean
  /** Earned income tax credit if it is claimed · currency-USD · 26 USC §32(a), (c)(1), (d), (i) */
  readonly eitc_entitlement: number
  /** Qualifying children for the earned income tax credit · 26 USC §32(c)(3); Schedule EIC */
  readonly eitc_qualifying_children: EitcChildrenValue
  /** Investment income that can deny the credit · currency-USD · 26 USC §32(i)(2); Publication 596 worksheet 1 */
  readonly eitc_relevant_investment_income: number
  /** Earned income tax credit by its schedule, before conditions · currency-USD · 26 USC §32(a), (b); EIC Worksheet A line 6 */
  readonly eitc_scheduled: number
  /** Credit for the elderly and the disabled · currency-USD · 26 USC §22; Schedule 3 line 6d */
  readonly elderly_disabled_credit: number
  /** Initial amount of the credit for the elderly · currency-USD · 26 USC §22(c)(2)(A); Schedule R line 12 */
  readonly elderly_disabled_credit_initial_amount: number
  /** Credit for the elderly by its own form · currency-USD · 26 USC §26(a); Schedule R line 22 */
  readonly elderly_disabled_credit_limited: number
  /** Credit for the elderly, before the limit to tax liability · currency-USD · 26 USC §22(a), (c)(3), (d); Schedule R line 20 */
  readonly elderly_disabled_credit_potential: number
  /** Employers' half of payroll tax on wages · currency-USD · 26 USC §3111(a), (b) */
  readonly employer_payroll_tax: number
  /** Excess social security tax withheld · currency-USD · 26 USC §31(b); Schedule 3 line 11 */
  readonly excess_payroll_tax_withheld: number
  /** Personal exemptions · currency-USD · 26 USC §151(d)(3); Form 1040 (2017) line 42 */
  readonly exemptions: number
  /** Personal exemptions before their phase-out · currency-USD · 26 USC §151(a)–(d)(2) */
  readonly exemptions_before_phase_out: number
  /** People for whom a personal exemption can be claimed · person · 26 USC §151; Form 1040 (2017) line 6d */
  readonly exemptions_count: number
  /** Expanded income: cash income, pension contributions, benefits and the employer’s payroll tax · currency-USD · none: income concept of Tax-Calculator */
  readonly expanded_income: number
  /** Fair share tax · currency-USD · none: reform option of Tax-Calculator */
  readonly fair_share_tax: number
  /** Farm rental income or loss, a part of Schedule E income · currency-USD · 26 USC §61(a)(5); Schedule E line 40 */
  readonly farm_rent_income: number
  /** Social security and Medicare tax on wages, employer and employee · currency-USD · 26 USC §§3101(a), (b)(1), 3111 */
  readonly fica_tax: number
  /** People who sign the return · person · 26 USC §§6012(a), 6013(a) */
  readonly filer_count: number
  /** Form 6251 is attached to the return · condition · 26 USC §55; Form 6251 */
  readonly files_form_6251: boolean
  /** Filing status · 26 USC §§1(a)–(d), 2; Form 1040, filing status */
  readonly filing_status: FilingStatusValue
  /** Foreign tax credit · currency-USD · 26 USC §§27, 901; Schedule 3 line 1 */
  readonly foreign_tax_credit: number
  /** Foreign tax credit, before the limit to tax liability · currency-USD · 26 USC §§27, 901; Form 1116 */
  readonly foreign_tax_credit_potential: number
  /** General business credit · currency-USD · 26 USC §38; Schedule 3 line 6a */
  readonly general_business_credit: number
  /** General business credit, before the limit to tax liability · currency-USD · 26 USC §38; Form 3800 */
  readonly general_business_credit_potential: number
  /** Gross income beside social security benefits, before an exclusion of gains · currency-USD · 26 USC §§61(a), 461(l)(1); Form 1040 lines 1z–8 but 6b */
  readonly gross_income_before_gain_exclusion: number
  /** Gross income beside social security benefits · currency-USD · 26 USC §61(a); Form 1040 line 9 without line 6b */
  readonly gross_income_before_social_security: number
  /** Tax is figured on the Schedule D Tax Worksheet · condition · 26 USC §1(h)(1); Form 1040 line 16 */
  readonly has_preferential_income: boolean
  /** The head can be claimed as a dependent on another return · condition · 26 USC §§63(c)(5), 151(d)(2); Form 1040, standard deduction */
  readonly head_is_dependent_elsewhere: boolean
  /** Deductible contributions to a health savings account · currency-USD · 26 USC §223; Form 8889; Schedule 1 line 13 */
  readonly health_savings_account_contributions: number
  /** Housing assistance · currency-USD · 42 USC §1437f */
  readonly housing_assistance: number
  /** Housing assistance on the record · currency-USD · 42 USC §1437f */
  readonly housing_assistance_reported: number
  /** Individual income tax after refundable credits · currency-USD · 26 USC §§1–59B, 1411; Form 1040 line 24 less lines 27a–31 */
  readonly income_tax: number
  /** Regular and alternative minimum tax, before credits · currency-USD · 26 USC §26(b); Form 1040 line 18 */
  readonly income_tax_before_credits: number
  /** Individual income tax before any fair share tax · currency-USD · 26 USC §§1–59B, 1411; Form 1040 line 24 less lines 27a–31 */
  readonly income_tax_before_fair_share_tax: number
  /** Total tax before refundable credits · currency-USD · Form 1040 line 24 */
  readonly income_tax_before_refundable_credits: number
  /** Tax on taxable income at ordinary rates · currency-USD · 26 USC §1(a)–(d), (j); Schedules X, Y-1, Y-2 and Z */
  readonly income_tax_main_rates: number
  /** Non-refundable credits · currency-USD · 26 USC §26(a); Form 1040 line 21 */
  readonly income_tax_non_refundable_credits: number
  /** Refundable credits · currency-USD · Form 1040 line 32 */
  readonly income_tax_refundable_credits: number
  /** Deduction for interest paid; zero for a unit that does not itemize · currency-USD · 26 USC §163; Schedule A line 10 */
  readonly interest_deduction: number
  /** Deduction for interest paid if the unit itemizes · currency-USD · 26 USC §163(a), (d), (h)(3); Schedule A line 10 */
  readonly interest_deduction_if_itemizing: number
  /** Home mortgage and investment interest · currency-USD · 26 USC §163; Schedule A line 10 */
  readonly interest_expense: number
  /** Gain and dividends elected as investment income · currency-USD · 26 USC §§1(h)(2), 163(d)(4)(B); Form 4952 line 4g */
  readonly investment_income_elected_form_4952: number
  /** Investment income excluded from gross income · currency-USD · none: reform option of Tax-Calculator */
  readonly investment_income_exclusion: number
  /** Interest, dividends and gains · currency-USD · 26 USC §61(a)(3), (4), (7) */
  readonly investment_income_exclusion_base: number
  /** Itemized deductions after all limits; zero for a unit that does not itemize · currency-USD · 26 USC §§63(d), 68; Schedule A line 17 */
  readonly itemized_deductions: number
  /** Itemized deductions before the limits on their total; zero for a unit that does not itemize · currency-USD · 26 USC §63(d); Schedule A */
  readonly itemized_deductions_before_limitation: number
  /** Itemized deductions before the limits on their total, if the unit itemizes · currency-USD · 26 USC §63(d); Schedule A */
  readonly itemized_deductions_before_limitation_if_itemizing: number
  /** Itemized deductions if the unit itemizes · currency-USD · 26 USC §§63(d), 68; Schedule A line 17 */
  readonly itemized_deductions_if_itemizing: number
  /** Itemized deductions lost to the overall limitation; zero for a unit that does not itemize · currency-USD · 26 USC §68(a)–(c) (before 2018) */
  readonly itemized_deductions_phased_out: number
  /** Itemized deductions lost to the overall limitation, if the unit itemizes · currency-USD · 26 USC §68(a)–(c) (before 2018) */
  readonly itemized_deductions_phased_out_if_itemizing: number
  /** Itemized deductions lost in the top bracket, if the unit itemizes · currency-USD · 26 USC §68(a) (from 2026) */
  readonly itemized_deductions_reduction_if_itemizing: number
  /** Lifetime learning credit, before the limit to tax liability · currency-USD · 26 USC §25A(c), (d); Form 8863 line 18 */
  readonly lifetime_learning_credit_potential: number
  /** Qualified expenses for the lifetime learning credit · currency-USD · 26 USC §25A(c)(1); Form 8863 line 10 */
  readonly lifetime_learning_expenses: number
  /** Net long-term capital gain or loss · currency-USD · 26 USC §1222(7), (8); Schedule D line 15 */
  readonly long_term_capital_gains: number
  /** Tax on lump-sum distributions: always zero, as no record holds such a distribution · currency-USD · 26 USC §402(e)(1) (1985); Form 4972 */
  readonly lump_sum_distribution_tax: number
  /** Lump-sum tax · currency-USD · none: reform option of Tax-Calculator */
  readonly lump_sum_tax: number
  /** Medicaid, at its insurance value · currency-USD · 42 USC §1396a */
  readonly medicaid: number
  /** Insurance value of Medicaid on the record · currency-USD · 42 USC §1396a */
  readonly medicaid_reported: number
  /** Medical and dental expenses · currency-USD · 26 USC §213; Schedule A line 1 */
  readonly medical_expense: number
  /** Deduction for medical expenses; zero for a unit that does not itemize · currency-USD · 26 USC §213; Schedule A line 4 */
  readonly medical_expense_deduction: number
  /** Deduction for medical expenses if the unit itemizes · currency-USD · 26 USC §213(a), (f); Schedule A line 4 */
  readonly medical_expense_deduction_if_itemizing: number
  /** Medicare, at its insurance value · currency-USD · 42 USC §1395c */
  readonly medicare: number
  /** Insurance value of Medicare on the record · currency-USD · 42 USC §1395c */
  readonly medicare_reported: number
  /** Alternative minimum tax if the unit does not itemize · currency-USD · 26 USC §55(a) */
  readonly minimum_tax_if_not_itemizing: number
  /** Alternative minimum tax weighed in the choice to itemize · currency-USD · 26 USC §55(a) */
  readonly minimum_tax_weighed_if_itemizing: number
  /** Miscellaneous deductions above their floor; zero for a unit that does not itemize · currency-USD · 26 USC §67; Schedule A (2017) line 27 */
  readonly misc_deduction: number
  /** Miscellaneous expenses subject to the floor · currency-USD · 26 USC §67; Schedule A (2017) line 24 */
  readonly misc_deduction_expenses: number
  /** Miscellaneous deductions above their floor if the unit itemizes · currency-USD · 26 USC §67; Schedule A (2017) line 27 */
  readonly misc_deduction_if_itemizing: number
  /** Net capital gain and qualified dividends · currency-USD · 26 USC §1(h)(3), (11); Schedule D Tax Worksheet (2017) line 10 */
  readonly net_capital_gain_and_qualified_dividends: number
  /** Net capital gain or loss, short and long term · currency-USD · 26 USC §1222; Schedule D line 16 */
  readonly net_capital_gains: number
  /** Net investment income · currency-USD · 26 USC §1411(c); Form 8960 line 12 */
  readonly net_investment_income: number
  /** Net investment income tax · currency-USD · 26 USC §1411(a)(1), (b); Form 8960 line 17; Schedule 2 line 12 */
  readonly net_investment_income_tax: number
  /** New refundable child tax credit · currency-USD · none: reform option of Tax-Calculator */
  readonly new_refundable_ctc: number
  /** New refundable child tax credit, before the limit of refunds · currency-USD · none: reform option of Tax-Calculator */
  readonly new_refundable_ctc_potential: number
  /** Deduction for cash gifts to charity without itemizing · currency-USD · 26 USC §170(p) */
  readonly non_itemizer_charitable_deduction: number
  /** Non-refundable part of the American opportunity credit, before the limit to tax liability · currency-USD · 26 USC §25A(i); Form 8863 line 9 */
  readonly non_refundable_american_opportunity_credit: number
  /** Child tax credit against tax; the whole credit where a reform makes it fully refundable · currency-USD · 26 USC §24(a), (b); Schedule 8812 line 14; Form 1040 line 19 */
  readonly non_refundable_ctc: number
  /** Capital gain distributions not reported on Schedule D · currency-USD · 26 USC §852(b)(3); Form 1040 line 7 */
  readonly non_sch_d_capital_gains: number
  /** Basic income excluded from adjusted gross income · currency-USD · none: reform option of Tax-Calculator */
  readonly non_taxable_basic_income: number
  /** Social security tax on wages and self-employment, employer and employee · currency-USD · 26 USC §§1401(a), 3101(a), 3111(a) */
  readonly oasdi_tax: number
  /** Other benefits · currency-USD · none: total of other programmes in the data */
  readonly other_benefits: number
  /** Other benefits on the record · currency-USD · none: total of other programmes in the data */
  readonly other_benefits_reported: number
  /** Other non-refundable credits · currency-USD · Schedule 3 line 7 */
  readonly other_credits: number
  /** Other non-refundable credits, before the limit to tax liability · currency-USD · Schedule 3 line 6 */
  readonly other_credits_potential: number
  /** Credit for other dependents · currency-USD · 26 USC §24(h)(4); Schedule 8812 line 14; Form 1040 line 19 */
  readonly other_dependent_credit: number
  /** Credit for other dependents by its own form · currency-USD · 26 USC §24(h)(4); Schedule 8812 line 14 */
  readonly other_dependent_credit_limited: number
  /** Credit for other dependents before any phase-out · currency-USD · 26 USC §24(h)(4); Schedule 8812 line 7 */
  readonly other_dependent_credit_maximum: number
  /** Other gains or losses · currency-USD · 26 USC §1231; Form 4797; Schedule 1 line 4 */
  readonly other_net_gain: number
  /** Other taxes · currency-USD · Schedule 2 line 21; Form 1040 line 23 */
  readonly other_taxes: number
  /** Deduction for qualified overtime compensation · currency-USD · 26 USC §225(a), (b), (e); Schedule 1-A line 21 */
  readonly overtime_income_deduction: number
  /** Partnership and S-corporation income or loss, a part of Schedule E income · currency-USD · 26 USC §§702, 1366; Schedule E line 32 */
  readonly partnership_s_corp_income: number
  /** Payroll and self-employment taxes, employer and employee · currency-USD · 26 USC §§1401, 3101, 3111 */
  readonly payroll_tax: number
  /** Payroll taxes that Form 1040 collects · currency-USD · 26 USC §§1401, 3101(b)(2), 3102(c)(4); Schedule 2 lines 4, 7 and 11 */
  readonly payroll_tax_on_return: number
  /** Payroll tax on wages, with the tax above a second threshold · currency-USD · 26 USC §§3101(a), (b)(1), 3111 */
  readonly payroll_tax_on_wages: number
  /** Pensions and annuities · currency-USD · 26 USC §72; Form 1040 line 5a */
  readonly pension_income: number
  /** People from 18 to 20 · person · Current Population Survey, age */
  readonly people_18_to_20: number
  /** People of 21 and over · person · Current Population Survey, age */
  readonly people_21_and_over: number
  /** People under 18 · person · Current Population Survey, age */
  readonly people_under_18: number
  /** Personal credit against tax · currency-USD · none: reform option of Tax-Calculator */
  readonly personal_non_refundable_credit: number
  /** Personal credit, before the limit to tax liability · currency-USD · none: reform option of Tax-Calculator */
  readonly personal_non_refundable_credit_potential: number
  /** Personal refundable credit · currency-USD · none: reform option of Tax-Calculator */
  readonly personal_refundable_credit: number
  /** Credit for prior year minimum tax · currency-USD · 26 USC §53; Schedule 3 line 6b */
  readonly prior_year_minimum_tax_credit: number
  /** Credit for prior year minimum tax, before the limit to tax liability · currency-USD · 26 USC §53; Form 8801 */
  readonly prior_year_minimum_tax_credit_potential: number
  /** Limit of the business income deduction by the wages and property of the business · currency-USD · 26 USC §199A(b)(2)(B); Form 8995-A line 10 */
  readonly qbi_wage_and_property_limit: number
  /** Qualified business income · currency-USD · 26 USC §199A(c); Form 8995 line 4 */
  readonly qualified_business_income: number
  /** Deduction for qualified business income · currency-USD · 26 USC §199A; Form 1040 line 13a */
  readonly qualified_business_income_deduction: number
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
  /** Recovery rebate credit · currency-USD · 26 USC §§6428, 6428A, 6428B; Form 1040 (2020, 2021) line 30 */
  readonly recovery_rebate_credit: number
  /** Refundable part of the American opportunity credit · currency-USD · 26 USC §25A(i); Form 8863 line 8; Form 1040 line 29 */
  readonly refundable_american_opportunity_credit: number
  /** Child and dependent care credit, where the law makes it refundable · currency-USD · 26 USC §21(g) (2021); Form 2441 (2021) line 10 */
  readonly refundable_cdcc: number
  /** Additional child tax credit · currency-USD · 26 USC §24(d); Form 1040 line 28 */
  readonly refundable_ctc: number
  /** Additional child tax credit if it is claimed · currency-USD · 26 USC §24(d); Schedule 8812 line 27 */
  readonly refundable_ctc_entitlement: number
  /** Most that can be refunded of the child tax credit · currency-USD · 26 USC §24(d)(1)(A), (h)(5)(A); Schedule 8812 line 17 */
  readonly refundable_ctc_maximum: number
  /** Regular tax before credits · currency-USD · 26 USC §§1, 26(b); Form 1040 line 16 */
  readonly regular_tax_before_credits: number
  /** Regular tax before credits if the unit itemizes · currency-USD · 26 USC §1 */
  readonly regular_tax_if_itemizing: number
  /** Regular tax before credits if the unit does not itemize · currency-USD · 26 USC §1 */
  readonly regular_tax_if_not_itemizing: number
  /** Residential energy credits · currency-USD · 26 USC §§25C, 25D; Schedule 3 line 5 */
  readonly residential_energy_credit: number
  /** Residential energy credits, before the limit to tax liability · currency-USD · 26 USC §§25C, 25D; Form 5695 */
  readonly residential_energy_credit_potential: number
  /** Deduction for state and local taxes; zero for a unit that does not itemize · currency-USD · 26 USC §164; Schedule A line 7 */
  readonly salt_deduction: number
  /** Deduction for state and local taxes if the unit itemizes · currency-USD · 26 USC §164(a), (b)(5)–(7); Schedule A line 7 */
  readonly salt_deduction_if_itemizing: number
  /** Taxable refunds of state and local income taxes · currency-USD · 26 USC §111; Schedule 1 line 1 */
  readonly salt_refund_income: number
  /** Retirement savings contributions credit · currency-USD · 26 USC §25B; Schedule 3 line 4 */
  readonly savers_credit: number
  /** Retirement savings contributions credit, before the limit to tax liability · currency-USD · 26 USC §25B; Form 8880 */
  readonly savers_credit_potential: number
  /** Deductions for tips, overtime, car loans and seniors · currency-USD · 26 USC §63(b)(4)–(7); Schedule 1-A line 38 */
  readonly schedule_1_a_deductions: number
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
  /** Supplemental Nutrition Assistance Program · currency-USD · 7 USC §2017 */
  readonly snap: number
  /** SNAP benefits on the record · currency-USD · 7 USC §2013 */
  readonly snap_reported: number
  /** Social security benefits · currency-USD · 42 USC §402; 26 USC §86 */
  readonly social_security: number
  /** Income by which the taxable part of social security benefits is measured · currency-USD · 26 USC §86(b)(1)–(2) */
  readonly social_security_provisional_income: number
  /** Social security benefits on the record · currency-USD · 26 USC §86; Form 1040 line 6a */
  readonly social_security_reported: number
  /** Social security tax on earnings above a second threshold · currency-USD · none: reform option of Tax-Calculator */
  readonly social_security_second_threshold_tax: number
  /** Supplemental Security Income · currency-USD · 42 USC §1382 */
  readonly ssi: number
  /** Supplemental Security Income on the record · currency-USD · 42 USC §1381 */
  readonly ssi_reported: number
  /** Standard deduction; zero for a unit that itemizes · currency-USD · 26 USC §63(b), (c); Form 1040 line 12e */
  readonly standard_deduction: number
  /** Standard deduction if the unit does not itemize · currency-USD · 26 USC §§63(c)(1), (6)(A), 170(p) */
  readonly standard_deduction_if_not_itemizing: number
  /** State and local income or sales taxes · currency-USD · 26 USC §164(a)(3), (b)(5); Schedule A line 5a */
  readonly state_and_local_sales_or_income_tax: number
  /** Student loan interest · currency-USD · 26 USC §221; Schedule 1 line 21 */
  readonly student_loan_interest: number
  /** Surtax on adjusted gross income and fair share tax · currency-USD · none: reform options of Tax-Calculator */
  readonly surtax: number
  /** Family within the survey household · Current Population Survey, FFPOS */
  readonly survey_family_position: number
  /** Line number of the head in the survey household · Current Population Survey, A_LINENO */
  readonly survey_head_line: number
  /** Source of the record: 1 tax returns, 0 survey */
  readonly survey_source: number
  /** Year the record describes · year */
  readonly survey_year: number
  /** Temporary Assistance for Needy Families · currency-USD · 42 USC §604 */
  readonly tanf: number
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
  /** The unit itemizes its deductions · condition · 26 USC §63(e) */
  readonly tax_unit_itemizes: boolean
  /** Refundable payroll tax credit of head and spouse · currency-USD · none: reform option of Tax-Calculator */
  readonly tax_unit_refundable_payroll_tax_credit: number
  /** Net profit or loss of head and spouse from business · currency-USD · 26 USC §61(a)(2); Schedule 1 line 3 */
  readonly tax_unit_self_employment_income: number
  /** Profit or loss of head and spouse from business, farm and partnership · currency-USD · 26 USC §1402(a); Schedule SE line 3 */
  readonly tax_unit_total_self_employment_income: number
  /** How many tax units of the population the record stands for · /1 */
  readonly tax_unit_weight: number
  /** Basic income included in adjusted gross income · currency-USD · none: reform option of Tax-Calculator */
  readonly taxable_basic_income: number
  /** Taxable income · currency-USD · 26 USC §63; Form 1040 line 15 */
  readonly taxable_income: number
  /** Taxable income at ordinary rates · currency-USD · 26 USC §1(h)(1)(A); Schedule D Tax Worksheet (2017) line 18 */
  readonly taxable_income_at_ordinary_rates: number
  /** Taxable income if the unit itemizes · currency-USD · 26 USC §63(a) */
  readonly taxable_income_if_itemizing: number
  /** Taxable income if the unit does not itemize · currency-USD · 26 USC §63(b) */
  readonly taxable_income_if_not_itemizing: number
  /** Taxable income beside adjusted net capital gain · currency-USD · 26 USC §1(h)(1)(B); Schedule D Tax Worksheet (2017) line 14 */
  readonly taxable_income_less_adjusted_net_capital_gain: number
  /** Taxable interest · currency-USD · 26 USC §61(a)(4); Form 1040 line 2b */
  readonly taxable_interest_income: number
  /** Taxable IRA distributions · currency-USD · 26 USC §408(d); Form 1040 line 4b */
  readonly taxable_ira_distributions: number
  /** Taxable pensions and annuities · currency-USD · 26 USC §72; Form 1040 line 5b */
  readonly taxable_pension_income: number
  /** Taxable social security benefits · currency-USD · 26 USC §86(a), (c); Form 1040 line 6b */
  readonly taxable_social_security: number
  /** Deduction for qualified tips · currency-USD · 26 USC §224(a), (b), (f); Schedule 1-A line 13 */
  readonly tip_income_deduction: number
  /** Deductible contributions to a traditional IRA · currency-USD · 26 USC §219; Schedule 1 line 20 */
  readonly traditional_ira_contributions: number
  /** Share of the unadjusted basis of the business’s qualified property · currency-USD · 26 USC §199A(b)(6); Form 8995-A line 7 */
  readonly unadjusted_basis_qualified_property: number
  /** Unemployment compensation · currency-USD · 42 USC §§501–504, 1101–1109; 26 USC §85 */
  readonly unemployment_compensation: number
  /** Unemployment compensation excluded from income · currency-USD · 26 USC §85(c) */
  readonly unemployment_compensation_exclusion: number
  /** Unemployment compensation on the record · currency-USD · 26 USC §85; Schedule 1 line 7 */
  readonly unemployment_compensation_reported: number
  /** Unrecaptured section 1250 gain · currency-USD · 26 USC §1(h)(6); Schedule D line 19 */
  readonly unrecaptured_section_1250_gain: number
  /** Social security and Medicare tax on unreported tips and wages · currency-USD · 26 USC §§3101, 3102(c)(4); Forms 4137 and 8919; Schedule 2 line 7 */
  readonly unreported_payroll_tax: number
  /** Veterans’ benefits · currency-USD · 38 USC §§1110, 1521 */
  readonly veterans_benefits: number
  /** Veterans’ benefits on the record · currency-USD · 38 USC §§1110, 1521 */
  readonly veterans_benefits_reported: number
  /** Share of the W-2 wages the qualified business pays · currency-USD · 26 USC §199A(b)(4); Form 8995-A line 4 */
  readonly w2_wages_from_qualified_business: number
  /** Special nutrition assistance for women, infants and children · currency-USD · 42 USC §1786 */
  readonly wic: number
  /** WIC benefits on the record · currency-USD · 42 USC §1786 */
  readonly wic_reported: number
}

/** Household, as a formula sees it. */
export interface HouseholdRecord {
  readonly members: Members<PersonRecord>
  readonly tax_units: Members<TaxUnitRecord>
  /** Benefits of the household · currency-USD · none: benefits at their value, summed over tax units */
  readonly household_benefits: number
  /** People of 18 and over in the household · person · Current Population Survey, household roster */
  readonly household_count_adults: number
  /** People from 18 to 64 in the household · person · Current Population Survey, household roster */
  readonly household_count_adults_under_65: number
  /** People under 18 in the household · person · Current Population Survey, household roster */
  readonly household_count_children: number
  /** People of 65 and over in the household · person · Current Population Survey, household roster */
  readonly household_count_seniors: number
  /** Household income before taxes and benefits · currency-USD · none: expanded income less benefits, summed over tax units */
  readonly household_market_income: number
  /** Modified OECD equivalence scale of the household · /1 · none: Commission Regulation (EC) No 28/2004 (EU-SILC), modified OECD scale */
  readonly household_modified_oecd_scale: number
  /** Household net income · currency-USD · none: after-tax income, summed over tax units */
  readonly household_net_income: number
  /** Household net income without health benefits · currency-USD · none: after-tax income less the value of Medicare and Medicaid, summed over tax units */
  readonly household_net_income_without_health_benefits: number
  /** People in the household · person · Current Population Survey, household roster */
  readonly household_size: number
  /** Resources of the household, nearly as the Supplemental Poverty Measure counts them · currency-USD · none: Census Bureau, Supplemental Poverty Measure, cash income and in-kind benefits less taxes, without health benefits */
  readonly household_spm_resources: number
  /** Supplemental Poverty Measure threshold of the household, as of renters anywhere · currency-USD · none: Bureau of Labor Statistics, threshold of two adults and two children; Census Bureau, three-parameter equivalence scale */
  readonly household_spm_threshold: number
  /** Income and payroll taxes of the household · currency-USD · 26 USC subtitles A and C */
  readonly household_tax: number
  /** State, by FIPS code · Current Population Survey, GESTFIPS */
  readonly state_fips: number
  /** Number of the household in the survey · Current Population Survey, H_SEQ */
  readonly survey_household_number: number
}

/** The parameters of one year. */
export interface Law {
  readonly gov: {
    readonly census: {
      readonly spm: {
        /** Supplemental Poverty Measure: threshold of two adults and two children · currency-USD · none: Bureau of Labor Statistics, Research Supplemental Poverty Measure Thresholds, bls.gov/pir/spmhome.htm (spm_thresholds_2021, _2022 and _2023, spm_chart2_2018data, spm_chart2_2021data); 2016 as in the Census Bureau's erratum to its research file of that year */
        readonly reference_threshold: number
      }
    }
    readonly contrib: {
      readonly agi_surtax: {
        /** Surtax on adjusted gross income: rate · /1 · none: exists for reforms only */
        readonly rate: number
        /** Surtax on adjusted gross income: threshold · currency-USD · none: exists for reforms only */
        readonly threshold: Readonly<Record<FilingStatusValue, number>>
      }
      readonly basic_income: {
        /** Basic income excluded · /1 · none: exists for reforms only */
        readonly exclusion_rate: number
        /** Basic income of people aged 18 to 20 · currency-USD · none: exists for reforms only */
        readonly from_18_to_20: number
        /** Basic income of people aged 21 and over · currency-USD · none: exists for reforms only */
        readonly from_21: number
        /** Basic income of people under 18 · currency-USD · none: exists for reforms only */
        readonly under_18: number
      }
      readonly benefit_repeal: {
        /** Housing assistance repealed · bool · 42 USC §1437f */
        readonly housing_assistance: boolean
        /** Medicaid repealed · bool · 42 USC §1396 ff. */
        readonly medicaid: boolean
        /** Medicare repealed · bool · 42 USC §1395 ff. */
        readonly medicare: boolean
        /** Other benefits repealed · bool · none: programmes the data do not tell apart */
        readonly other_benefits: boolean
        /** Supplemental Nutrition Assistance repealed · bool · 7 USC §2011 ff. */
        readonly snap: boolean
        /** Social Security repealed · bool · 42 USC §402 ff. */
        readonly social_security: boolean
        /** Supplemental Security Income repealed · bool · 42 USC §1381 ff. */
        readonly ssi: boolean
        /** Temporary Assistance for Needy Families repealed · bool · 42 USC §601 ff. */
        readonly tanf: boolean
        /** Unemployment compensation repealed · bool · 26 USC §3304 */
        readonly unemployment_compensation: boolean
        /** Veterans' benefits repealed · bool · 38 USC parts II and III */
        readonly veterans_benefits: boolean
        /** WIC repealed · bool · 42 USC §1786 */
        readonly wic: boolean
      }
      /** Capital gains taxed as ordinary income · bool · none: exists for reforms only */
      readonly capital_gains_as_ordinary_income: boolean
      readonly capital_gains_exclusion: {
        /** Capital gains excluded · currency-USD · none: exists for reforms only */
        readonly amount: number
        /** Capital gains excluded above the amount · /1 · none: exists for reforms only */
        readonly rate_above_amount: number
      }
      readonly charity_credit: {
        readonly floor: {
          /** Charity credit: floor in dollars · currency-USD · none: exists for reforms only */
          readonly amount: Readonly<Record<FilingStatusValue, number>>
          /** Charity credit: floor as a share of income · /1 · none: exists for reforms only */
          readonly rate: number
        }
        /** Charity credit: rate · /1 · none: exists for reforms only */
        readonly rate: number
      }
      readonly dependent_care_ald: {
        /** Dependent care deduction per child · currency-USD · none: exists for reforms only */
        readonly child_amount: number
        /** Dependent care deduction: earnings limit · currency-USD · none: exists for reforms only */
        readonly earnings_limit: Readonly<Record<FilingStatusValue, number>>
        /** Dependent care deduction per elderly dependent · currency-USD · none: exists for reforms only */
        readonly elderly_amount: number
        /** Dependent care deduction: share disallowed · /1 · none: exists for reforms only */
        readonly haircut: number
      }
      /** Earned income credit of each spouse · bool · none: exists for reforms only */
      readonly eitc_individual: boolean
      /** Earned income credit at zero earnings · /1 · none: exists for reforms only */
      readonly eitc_share_at_zero_earnings: number
      readonly fair_share_tax: {
        readonly phase_in: {
          /** Fair share tax: full · currency-USD · none: reform option after the Paying a Fair Share Act of 2012, S. 2230 (not enacted) */
          readonly end: Readonly<Record<FilingStatusValue, number>>
          /** Fair share tax: start · currency-USD · none: reform option after the Paying a Fair Share Act of 2012, S. 2230 (not enacted) */
          readonly start: Readonly<Record<FilingStatusValue, number>>
        }
        /** Fair share tax: rate · /1 · none: reform option after the Paying a Fair Share Act of 2012, S. 2230 (not enacted) */
        readonly rate: number
      }
      /** Investment income excluded · /1 · none: exists for reforms only */
      readonly investment_income_exclusion_rate: number
      /** Lump-sum tax · currency-USD · none: exists for reforms only */
      readonly lump_sum_tax: number
      readonly new_refundable_ctc: {
        /** New refundable child tax credit per child · currency-USD · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
        readonly amount: number
        /** New refundable child tax credit: phase-in rate · /1 · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
        readonly phase_in_rate: number
        readonly phase_out: {
          /** New refundable child tax credit: phase-out rate · /1 · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
          readonly rate: number
          /** New refundable child tax credit: phase-out start · currency-USD · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
          readonly start: Readonly<Record<FilingStatusValue, number>>
        }
        readonly refund_limit: {
          /** New refundable child tax credit: all payroll taxes · bool · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
          readonly all_payroll_taxes: boolean
          /** New refundable child tax credit: refund limited · bool · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
          readonly in_effect: boolean
          /** New refundable child tax credit: refund limit · /1 · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
          readonly rate: number
        }
        /** New refundable child tax credit: no phase-in · bool · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
        readonly without_phase_in: boolean
        /** New refundable child tax credit: addition for young children · currency-USD · none: reform option; stands for the advance part of the child tax credit of 2021, 26 USC §24(i) */
        readonly young_child_bonus: number
      }
      /** Net investment income includes pass-through income · bool · none: exists for reforms only */
      readonly niit_includes_active_pass_through_income: boolean
      /** No exemption for people under 18 · bool · none: exists for reforms only */
      readonly no_exemption_under_18: boolean
      /** Credit for other dependents refundable · bool · none: exists for reforms only */
      readonly other_dependent_credit_refundable: boolean
      readonly personal_non_refundable_credit: {
        /** Personal non-refundable credit · currency-USD · none: exists for reforms only */
        readonly amount: Readonly<Record<FilingStatusValue, number>>
        readonly phase_out: {
          /** Personal non-refundable credit: phase-out rate · /1 · none: exists for reforms only */
          readonly rate: number
          /** Personal non-refundable credit: phase-out start · currency-USD · none: exists for reforms only */
          readonly start: Readonly<Record<FilingStatusValue, number>>
        }
      }
      readonly personal_refundable_credit: {
        /** Personal refundable credit · currency-USD · none: exists for reforms only */
        readonly amount: Readonly<Record<FilingStatusValue, number>>
        readonly phase_out: {
          /** Personal refundable credit: phase-out rate · /1 · none: exists for reforms only */
          readonly rate: number
          /** Personal refundable credit: phase-out start · currency-USD · none: exists for reforms only */
          readonly start: Readonly<Record<FilingStatusValue, number>>
        }
      }
      readonly qbi_phase_out: {
        /** Qualified business income deduction: phase-out rate · /1 · none: exists for reforms only */
        readonly rate: number
        /** Qualified business income deduction: phase-out start · currency-USD · none: exists for reforms only */
        readonly start: Readonly<Record<FilingStatusValue, number>>
      }
      readonly refundable_payroll_tax_credit: {
        /** Refundable payroll tax credit: maximum · currency-USD · none: exists for reforms only */
        readonly max: number
        /** Refundable payroll tax credit: rate · /1 · none: exists for reforms only */
        readonly rate: number
      }
      /** Social Security benefits fully taxable · bool · none: exists for reforms only */
      readonly social_security_fully_taxable: boolean
      /** Second Social Security earnings threshold · currency-USD · none: exists for reforms only */
      readonly social_security_second_threshold: number
    }
    readonly indices: {
      /** Growth of average wages · /1 · 42 USC §430(b), §409(k); rates as in growfactors.csv of Tax-Calculator 6.8.0, rounded to four decimals */
      readonly average_wage: number
      /** Offset to price indexation · /1 · none: exists for reforms only */
      readonly cpi_offset: number
      /** Growth of consumer prices · /1 · 26 USC §1(f)(3), (6); rates as in growfactors.csv of Tax-Calculator 6.8.0, rounded to four decimals */
      readonly cpi_u: number
    }
    readonly irs: {
      readonly aged: {
        /** Age from which a person counts as aged · years · 26 USC §63(f)(1) */
        readonly age_threshold: number
      }
      readonly ald: {
        readonly alimony_expense: {
          /** Alimony paid: share disallowed · /1 · 26 USC §215 (repealed) */
          readonly haircut: number
        }
        readonly domestic_production: {
          /** Domestic production activities: share disallowed · /1 · 26 USC §199 (repealed) */
          readonly haircut: number
        }
        readonly early_withdrawal_penalty: {
          /** Early withdrawal penalty: share disallowed · /1 · 26 USC §62(a)(9) */
          readonly haircut: number
        }
        readonly educator_expense: {
          /** Educator expenses: share disallowed · /1 · 26 USC §62(a)(2)(D) */
          readonly haircut: number
        }
        readonly health_savings_account: {
          /** Health savings account contributions: share disallowed · /1 · 26 USC §62(a)(19), §223 */
          readonly haircut: number
        }
        readonly loss: {
          /** Excess business loss threshold · currency-USD · 26 USC §461(l)(3)(A)(ii) */
          readonly max: Readonly<Record<FilingStatusValue, number>>
        }
        readonly qualified_tuition: {
          /** Tuition and fees: share disallowed · /1 · 26 USC §222 (repealed) */
          readonly haircut: number
        }
        readonly self_employed_health_insurance: {
          /** Self-employed health insurance: share disallowed · /1 · 26 USC §162(l) */
          readonly haircut: number
        }
        readonly self_employed_pension: {
          /** Self-employed pension contributions: share disallowed · /1 · 26 USC §62(a)(6), §404 */
          readonly haircut: number
        }
        readonly self_employment_tax: {
          /** Self-employment tax: deductible share · /1 · 26 USC §164(f)(1) */
          readonly deductible_share: number
          /** Half of self-employment tax: share disallowed · /1 · 26 USC §164(f) */
          readonly haircut: number
        }
        readonly student_loan_interest: {
          /** Student loan interest: share disallowed · /1 · 26 USC §221 */
          readonly haircut: number
        }
        readonly traditional_ira: {
          /** IRA contributions: share disallowed · /1 · 26 USC §62(a)(7), §219 */
          readonly haircut: number
        }
      }
      readonly capital_gains: {
        /** Rate on 28-percent rate gain · /1 · 26 USC §1(h)(1)(F) */
        readonly collectibles_rate: number
        /** Capital loss limitation · currency-USD · 26 USC §1211(b) */
        readonly loss_limit: Readonly<Record<FilingStatusValue, number>>
        /** Capital gains rates · /1 · 26 USC §1(h)(1)(B)–(D) */
        readonly rates: Brackets<number>
        /** Capital gains bands · currency-USD · 26 USC §1(h)(1), (j)(5) */
        readonly thresholds: Brackets<Readonly<Record<FilingStatusValue, number>>>
        /** Rate on unrecaptured section 1250 gain · /1 · 26 USC §1(h)(1)(E) */
        readonly unrecaptured_section_1250_rate: number
      }
      readonly credits: {
        readonly cdcc: {
          /** Child and dependent care: expenses per individual · currency-USD · 26 USC §21(c) */
          readonly max: number
          /** Child and dependent care: individuals counted · count · 26 USC §21(c) */
          readonly max_individuals: number
          readonly phase_out: {
            /** Child and dependent care: first phase-out step · currency-USD · 26 USC §21(a)(2)(A) */
            readonly increment: number
            /** Child and dependent care: maximum rate · /1 · 26 USC §21(a)(2) */
            readonly max: number
            /** Child and dependent care: rate after the first phase-out · /1 · 26 USC §21(a)(2)(A) */
            readonly min: number
            /** Child and dependent care: rate lost per step · /1 · 26 USC §21(a)(2) */
            readonly rate: number
            /** Child and dependent care: second phase-out step · currency-USD · 26 USC §21(a)(2)(B) */
            readonly second_increment: Readonly<Record<FilingStatusValue, number>>
            /** Child and dependent care: rate after the second phase-out · /1 · 26 USC §21(a)(2)(B) */
            readonly second_min: number
            /** Child and dependent care: second phase-out start · currency-USD · 26 USC §21(a)(2)(B) */
            readonly second_start: Readonly<Record<FilingStatusValue, number>>
            /** Child and dependent care: first phase-out start · currency-USD · 26 USC §21(a)(2)(A) */
            readonly start: number
          }
          /** Child and dependent care credit refundable · bool · 26 USC §21(g)(1) */
          readonly refundable: boolean
        }
        readonly ctc: {
          readonly amount: {
            /** Credit for other dependents · currency-USD · 26 USC §24(h)(4) */
            readonly adult_dependent: number
            /** Child tax credit per child · currency-USD · 26 USC §24(a), (h)(2) */
            readonly base: number
            /** Child tax credit: addition for young children · currency-USD · 26 USC §24(a) */
            readonly young_child_bonus: number
          }
          /** Child tax credit includes age 17 · bool · 26 USC §24(c)(1), (i)(2) */
          readonly includes_age_17: boolean
          readonly phase_out: {
            /** Child tax credit phase-out: step · currency-USD · 26 USC §24(b)(1) */
            readonly increment: number
            /** Child tax credit phase-out: rate · /1 · 26 USC §24(b)(1) */
            readonly rate: number
            /** Child tax credit phase-out: start · currency-USD · 26 USC §24(b)(2), (h)(3) */
            readonly threshold: Readonly<Record<FilingStatusValue, number>>
          }
          readonly refundable: {
            /** Child tax credit fully refundable · bool · 26 USC §24(i)(1) */
            readonly fully_refundable: boolean
            /** Additional child tax credit per child · currency-USD · 26 USC §24(h)(5) */
            readonly individual_max: number
            readonly phase_in: {
              /** Additional child tax credit: children for the payroll tax formula · count · 26 USC §24(d)(1)(B)(ii) */
              readonly min_children_for_ss_taxes_minus_eitc: number
              /** Additional child tax credit: phase-in rate · /1 · 26 USC §24(d)(1)(B)(i) */
              readonly rate: number
              /** Additional child tax credit: earnings threshold · currency-USD · 26 USC §24(d)(1)(B)(i), (h)(6) */
              readonly threshold: number
              /** Additional child tax credit: addition to the rate · /1 · 26 USC §24(d)(1)(B)(i) */
              readonly young_child_rate_bonus: number
            }
          }
        }
        readonly education: {
          readonly american_opportunity_credit: {
            readonly phase_out: {
              /** American Opportunity credit: phase-out end per filer · currency-USD · 26 USC §25A(d)(1) */
              readonly end: number
              /** American Opportunity credit: phase-out length per filer · currency-USD · 26 USC §25A(d)(1) */
              readonly length: number
            }
            /** American Opportunity credit: refundable share · /1 · 26 USC §25A(i) */
            readonly refundability: number
          }
          readonly lifetime_learning_credit: {
            /** Lifetime learning credit: expenses · currency-USD · 26 USC §25A(c)(1) */
            readonly expense_limit: number
            /** Lifetime learning credit: rate · /1 · 26 USC §25A(c)(1) */
            readonly rate: number
          }
          readonly phase_out: {
            readonly end: {
              /** Lifetime learning credit: phase-out end of joint filers · currency-USD · 26 USC §25A(d) */
              readonly joint: number
              /** Lifetime learning credit: phase-out end · currency-USD · 26 USC §25A(d) */
              readonly other: number
            }
            readonly length: {
              /** Lifetime learning credit: phase-out length of joint filers · currency-USD · 26 USC §25A(d)(1)(B)(ii) */
              readonly joint: number
              /** Lifetime learning credit: phase-out length · currency-USD · 26 USC §25A(d)(1)(B)(ii) */
              readonly other: number
            }
          }
        }
        readonly eitc: {
          readonly eligibility: {
            readonly age: {
              /** Earned income credit without children: maximum age · years · 26 USC §32(c)(1)(A)(ii)(II) */
              readonly max: number
              /** Earned income credit without children: minimum age · years · 26 USC §32(c)(1)(A)(ii)(II) */
              readonly min: number
            }
            /** Earned income credit of separate filers · bool · 26 USC §32(d)(2) */
            readonly separate_filer: boolean
          }
          /** Earned income credit: maximum · currency-USD · 26 USC §32(a), (b) */
          readonly max: Readonly<Record<EitcChildrenValue, number>>
          /** Earned income credit: phase-in rate · /1 · 26 USC §32(b)(1) */
          readonly phase_in_rate: Readonly<Record<EitcChildrenValue, number>>
          readonly phase_out: {
            /** Earned income credit: loss above the investment income limit · /1 · 26 USC §32(i)(1) */
            readonly investment_income_rate: number
            /** Earned income credit: addition to the phase-out start of joint filers · currency-USD · 26 USC §32(b)(2)(B) */
            readonly joint_bonus: Readonly<Record<EitcChildrenValue, number>>
            /** Earned income credit: investment income limit · currency-USD · 26 USC §32(i) */
            readonly max_investment_income: number
            /** Earned income credit: phase-out rate · /1 · 26 USC §32(b)(1) */
            readonly rate: Readonly<Record<EitcChildrenValue, number>>
            /** Earned income credit: phase-out start · currency-USD · 26 USC §32(b)(2)(A) */
            readonly start: Readonly<Record<EitcChildrenValue, number>>
          }
        }
        readonly elderly_or_disabled: {
          readonly amount: {
            /** Credit for the elderly: initial amount, one qualified · currency-USD · 26 USC §22(c)(2)(A)(i) */
            readonly one_qualified: number
            /** Credit for the elderly: initial amount, separate · currency-USD · 26 USC §22(c)(2)(A)(iii) */
            readonly separate: number
            /** Credit for the elderly: initial amount, two qualified · currency-USD · 26 USC §22(c)(2)(A)(ii) */
            readonly two_qualified: number
          }
          readonly phase_out: {
            /** Credit for the elderly: loss above the threshold · /1 · 26 USC §22(d) */
            readonly rate: number
            /** Credit for the elderly: income threshold · currency-USD · 26 USC §22(d) */
            readonly threshold: Readonly<Record<FilingStatusValue, number>>
          }
          /** Credit for the elderly: rate · /1 · 26 USC §22(a) */
          readonly rate: number
        }
        readonly haircut: {
          /** Education credits: share disallowed · /1 · 26 USC §25A */
          readonly education_tax_credits: number
          /** Credit for the elderly or disabled: share disallowed · /1 · 26 USC §22 */
          readonly elderly_disabled_credit: number
          /** Foreign tax credit: share disallowed · /1 · 26 USC §27, §901 */
          readonly foreign_tax_credit: number
          /** General business credit: share disallowed · /1 · 26 USC §38 */
          readonly general_business_credit: number
          /** Non-refundable American Opportunity credit: share disallowed · /1 · 26 USC §25A(b) */
          readonly non_refundable_american_opportunity_credit: number
          /** Other credits: share disallowed · /1 · Form 1040, Schedule 3, line 6z */
          readonly other_credits: number
          /** Credit for prior year minimum tax: share disallowed · /1 · 26 USC §53 */
          readonly prior_year_minimum_tax_credit: number
          /** Refundable American Opportunity credit: share disallowed · /1 · 26 USC §25A(i) */
          readonly refundable_american_opportunity_credit: number
          /** Residential energy credits: share disallowed · /1 · 26 USC §25C, §25D */
          readonly residential_energy_credit: number
          /** Retirement savings credit: share disallowed · /1 · 26 USC §25B */
          readonly savers_credit: number
        }
        readonly recovery_rebate_credit: {
          /** Recovery rebate per child · currency-USD · 26 USC §6428(a)(2), §6428A(a)(2) */
          readonly child_amount: number
          /** Recovery rebate per person · currency-USD · 26 USC §6428B(b) */
          readonly person_amount: number
          readonly phase_out: {
            /** Recovery rebate phase-out: end · currency-USD · 26 USC §6428B(d) */
            readonly end: Readonly<Record<FilingStatusValue, number>>
            /** Recovery rebate phase-out: rate · /1 · 26 USC §6428(c), §6428A(c) */
            readonly rate: number
            /** Recovery rebate phase-out: start · currency-USD · 26 USC §6428(c), §6428B(d) */
            readonly start: Readonly<Record<FilingStatusValue, number>>
          }
          /** Recovery rebate per return · currency-USD · 26 USC §6428(a)(1), §6428A(a)(1) */
          readonly unit_amount: Readonly<Record<FilingStatusValue, number>>
        }
      }
      readonly deductions: {
        readonly auto_loan_interest: {
          /** Car loan interest: cap · currency-USD · 26 USC §163(h)(4)(C)(i) */
          readonly cap: number
          readonly phase_out: {
            /** Car loan interest phase-out: step · currency-USD · 26 USC §163(h)(4)(C)(ii) */
            readonly increment: number
            /** Car loan interest phase-out: rate · /1 · 26 USC §163(h)(4)(C)(ii) */
            readonly rate: number
            /** Car loan interest phase-out: start · currency-USD · 26 USC §163(h)(4)(C)(ii) */
            readonly start: Readonly<Record<FilingStatusValue, number>>
          }
        }
        readonly itemized: {
          /** Itemised deductions: cap · currency-USD · 26 USC §63(d) */
          readonly cap: Readonly<Record<FilingStatusValue, number>>
          readonly casualty: {
            /** Casualty losses: cap · currency-USD · 26 USC §165(h) */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            /** Casualty losses: floor · /1 · 26 USC §165(h)(2) */
            readonly floor: number
            /** Casualty losses: share disallowed · /1 · 26 USC §165(h)(5) */
            readonly haircut: number
          }
          readonly charity: {
            /** Charitable gifts: cap · currency-USD · 26 USC §170 */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            readonly ceiling: {
              /** Charitable gifts: ceiling · /1 · 26 USC §170(b)(1)(A), (G) */
              readonly all: number
              /** Charitable gifts other than cash: ceiling · /1 · 26 USC §170(b)(1)(C) */
              readonly non_cash: number
            }
            readonly floor: {
              /** Charitable gifts: floor in dollars · currency-USD · 26 USC §170 */
              readonly amount: Readonly<Record<FilingStatusValue, number>>
              /** Charitable gifts: floor as a share of income · /1 · 26 USC §170(b)(1)(I) */
              readonly rate: number
            }
            /** Charitable gifts: share disallowed · /1 · 26 USC §170 */
            readonly haircut: number
          }
          readonly interest: {
            /** Interest paid: cap · currency-USD · 26 USC §163 */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            /** Interest paid: share disallowed · /1 · 26 USC §163 */
            readonly haircut: number
          }
          readonly limitation: {
            /** Overall limitation on itemised deductions: rate · /1 · 26 USC §68(a)(1) (before 2018) */
            readonly agi_rate: number
            /** Overall limitation on itemised deductions: start · currency-USD · 26 USC §68(b) (before 2018) */
            readonly applicable_amount: Readonly<Record<FilingStatusValue, number>>
            /** Overall limitation on itemised deductions: most of them · /1 · 26 USC §68(a)(2) (before 2018) */
            readonly itemized_deduction_rate: number
          }
          readonly medical: {
            /** Medical expenses: cap · currency-USD · 26 USC §213 */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            /** Medical expenses: floor · /1 · 26 USC §213(a), (f) */
            readonly floor: number
            /** Medical expenses: change of the floor for the aged · /1 · 26 USC §213(f) (before 2017) */
            readonly floor_addition_aged: number
            /** Medical expenses: share disallowed · /1 · 26 USC §213(a) */
            readonly haircut: number
          }
          readonly misc: {
            /** Miscellaneous deductions: cap · currency-USD · 26 USC §67 */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            /** Miscellaneous deductions: floor · /1 · 26 USC §67(a) */
            readonly floor: number
            /** Miscellaneous deductions: share disallowed · /1 · 26 USC §67(g) */
            readonly haircut: number
          }
          readonly real_estate_tax: {
            /** Real estate taxes: limit to income · /1 · 26 USC §164(a)(1) */
            readonly agi_limit: number
            /** Real estate taxes: cap · currency-USD · 26 USC §164(a)(1) */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            /** Real estate taxes: share disallowed · /1 · 26 USC §164(a)(1) */
            readonly haircut: number
          }
          readonly reduction: {
            /** Reduction of itemised deductions in the top bracket · /1 · 26 USC §68(a) */
            readonly rate: number
          }
          readonly salt_and_real_estate: {
            /** State and local taxes: cap · currency-USD · 26 USC §164(b)(6)–(7) */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            /** State and local taxes: share disallowed · /1 · 26 USC §164(a) */
            readonly haircut: number
            readonly phase_out: {
              /** State and local taxes: least cap · currency-USD · 26 USC §164(b)(7)(B) */
              readonly floor: Readonly<Record<FilingStatusValue, number>>
              /** State and local taxes: rate at which the cap falls · /1 · 26 USC §164(b)(7)(B) */
              readonly rate: number
              /** State and local taxes: income at which the cap falls · currency-USD · 26 USC §164(b)(7)(B) */
              readonly threshold: Readonly<Record<FilingStatusValue, number>>
            }
          }
          readonly state_and_local_tax: {
            /** State and local income or sales tax: limit to income · /1 · 26 USC §164(a)(3), (b)(5) */
            readonly agi_limit: number
            /** State and local income or sales tax: cap · currency-USD · 26 USC §164(a)(3), (b)(5) */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
            /** State and local income or sales tax: share disallowed · /1 · 26 USC §164(a)(3), (b)(5) */
            readonly haircut: number
          }
        }
        readonly overtime_income: {
          /** Qualified overtime: cap · currency-USD · 26 USC §225(b)(1) */
          readonly cap: Readonly<Record<FilingStatusValue, number>>
          readonly phase_out: {
            /** Qualified overtime phase-out: step · currency-USD · 26 USC §225(b)(2) */
            readonly increment: number
            /** Qualified overtime phase-out: rate · /1 · 26 USC §225(b)(2) */
            readonly rate: number
            /** Qualified overtime phase-out: start · currency-USD · 26 USC §225(b)(2) */
            readonly start: Readonly<Record<FilingStatusValue, number>>
          }
        }
        readonly qbi: {
          /** Qualified business income deduction: limits in effect · bool · 26 USC §199A(b) */
          readonly limited: boolean
          readonly max: {
            readonly business_property: {
              /** Qualified business income deduction: share of property · /1 · 26 USC §199A(b)(2)(B)(ii) */
              readonly rate: number
            }
            /** Qualified business income deduction: rate · /1 · 26 USC §199A(a), (b)(2)(A) */
            readonly rate: number
            readonly w2_wages: {
              /** Qualified business income deduction: share of wages beside property · /1 · 26 USC §199A(b)(2)(B)(ii) */
              readonly alt_rate: number
              /** Qualified business income deduction: share of wages · /1 · 26 USC §199A(b)(2)(B)(i) */
              readonly rate: number
            }
          }
          readonly minimum: {
            /** Qualified business income deduction: minimum · currency-USD · 26 USC §199A(i)(1) */
            readonly deduction: number
            /** Qualified business income deduction: income for the minimum · currency-USD · 26 USC §199A(i)(1) */
            readonly qualified_income: number
          }
          readonly phase_out: {
            /** Qualified business income deduction: phase-in range · currency-USD · 26 USC §199A(b)(3)(B), (d)(3) */
            readonly length: Readonly<Record<FilingStatusValue, number>>
            /** Qualified business income deduction: threshold amount · currency-USD · 26 USC §199A(e)(2) */
            readonly start: Readonly<Record<FilingStatusValue, number>>
          }
        }
        readonly senior_deduction: {
          /** Senior deduction · currency-USD · 26 USC §151(d)(5)(C) */
          readonly amount: number
          readonly phase_out: {
            /** Senior deduction phase-out: rate · /1 · 26 USC §151(d)(5)(C)(iii) */
            readonly rate: number
            /** Senior deduction phase-out: start · currency-USD · 26 USC §151(d)(5)(C)(iii) */
            readonly start: Readonly<Record<FilingStatusValue, number>>
          }
        }
        readonly standard: {
          readonly aged_or_blind: {
            /** Additional standard deduction for the aged and blind · currency-USD · 26 USC §63(f) */
            readonly amount: Readonly<Record<FilingStatusValue, number>>
          }
          /** Standard deduction · currency-USD · 26 USC §63(c)(2), (7) */
          readonly amount: Readonly<Record<FilingStatusValue, number>>
          readonly charity: {
            /** Charitable deduction of non-itemisers: cap · currency-USD · 26 USC §170(p) */
            readonly cap: Readonly<Record<FilingStatusValue, number>>
          }
          readonly dependent: {
            /** Standard deduction of a dependent: addition to earned income · currency-USD · 26 USC §63(c)(5)(B) */
            readonly additional_earned_income: number
            /** Standard deduction of a dependent: minimum · currency-USD · 26 USC §63(c)(5)(A) */
            readonly amount: number
          }
        }
        readonly tip_income: {
          /** Qualified tips: cap · currency-USD · 26 USC §224(b)(1) */
          readonly cap: number
          readonly phase_out: {
            /** Qualified tips phase-out: step · currency-USD · 26 USC §224(b)(2) */
            readonly increment: number
            /** Qualified tips phase-out: rate · /1 · 26 USC §224(b)(2) */
            readonly rate: number
            /** Qualified tips phase-out: start · currency-USD · 26 USC §224(b)(2) */
            readonly start: Readonly<Record<FilingStatusValue, number>>
          }
        }
      }
      readonly gross_income: {
        readonly alimony: {
          /** Alimony received: share included · /1 · 26 USC §71 (repealed) */
          readonly inclusion_rate: number
        }
      }
      readonly income: {
        readonly amt: {
          readonly capital_gains: {
            /** AMT capital gains rates · /1 · 26 USC §55(b)(3) */
            readonly rates: Brackets<number>
            /** AMT capital gains bands · currency-USD · 26 USC §55(b)(3), §1(h)(1), (j)(5) */
            readonly thresholds: Brackets<Readonly<Record<FilingStatusValue, number>>>
            /** AMT rate on unrecaptured section 1250 gain · /1 · 26 USC §55(b)(3)(E) */
            readonly unrecaptured_section_1250_rate: number
          }
          readonly exemption: {
            /** AMT exemption · currency-USD · 26 USC §55(d)(1), (4) */
            readonly amount: Readonly<Record<FilingStatusValue, number>>
            readonly child: {
              /** AMT exemption of a child: addition to earned income · currency-USD · 26 USC §59(j)(1) */
              readonly amount: number
              /** AMT exemption of a child: age · years · 26 USC §59(j)(1), §1(g)(2)(A) */
              readonly max_age: number
            }
            readonly phase_out: {
              /** AMT exemption phase-out: rate · /1 · 26 USC §55(d)(2) */
              readonly rate: number
              /** AMT exemption phase-out: start · currency-USD · 26 USC §55(d)(2), (4) */
              readonly start: Readonly<Record<FilingStatusValue, number>>
            }
            /** AMT exemption: end for separate filers · currency-USD · 26 USC §55(d)(2) */
            readonly separate_limit: number
          }
          /** AMT medical addition · /1 · 26 USC §56(b)(1)(B) (before 2017) */
          readonly medical_floor: number
          readonly rate: {
            /** AMT rate: addition above the threshold · /1 · 26 USC §55(b)(1)(A)(i)(II) */
            readonly additional: number
            /** AMT rate · /1 · 26 USC §55(b)(1)(A)(i)(I) */
            readonly base: number
          }
          /** AMT threshold of the higher rate · currency-USD · 26 USC §55(b)(1), (d)(3) */
          readonly threshold: Readonly<Record<FilingStatusValue, number>>
        }
        readonly bracket: {
          /** Income tax rates · /1 · 26 USC §1(a)–(d), (j)(2) */
          readonly rates: Brackets<number>
          /** Income tax brackets · currency-USD · 26 USC §1(a)–(d), (f), (j) */
          readonly thresholds: Brackets<Readonly<Record<FilingStatusValue, number>>>
        }
        readonly exemption: {
          /** Personal exemption · currency-USD · 26 USC §151(d) */
          readonly amount: number
          readonly phase_out: {
            /** Personal exemption phase-out: rate per step · /1 · 26 USC §151(d)(3)(B) */
            readonly rate: number
            /** Personal exemption phase-out: start · currency-USD · 26 USC §151(d)(3) */
            readonly start: Readonly<Record<FilingStatusValue, number>>
            /** Personal exemption phase-out: step · currency-USD · 26 USC §151(d)(3)(B) */
            readonly step_size: Readonly<Record<FilingStatusValue, number>>
          }
        }
      }
      readonly investment: {
        readonly net_investment_income_tax: {
          /** Net investment income tax rate · /1 · 26 USC §1411(a)(1) */
          readonly rate: number
          /** Net investment income tax threshold · currency-USD · 26 USC §1411(b) */
          readonly threshold: Readonly<Record<FilingStatusValue, number>>
        }
      }
      readonly payroll: {
        readonly medicare: {
          readonly additional: {
            /** Additional Medicare Tax threshold · currency-USD · 26 USC §3101(b)(2), §1401(b)(2) */
            readonly exclusion: Readonly<Record<FilingStatusValue, number>>
            /** Additional Medicare Tax rate · /1 · 26 USC §3101(b)(2), §1401(b)(2) */
            readonly rate: number
          }
          readonly rate: {
            /** Medicare tax rate, employee · /1 · 26 USC §3101(b)(1) */
            readonly employee: number
            /** Medicare tax rate, employer · /1 · 26 USC §3111(b) */
            readonly employer: number
          }
        }
        readonly social_security: {
          /** Social Security contribution and benefit base · currency-USD · 42 USC §430; 26 USC §3121(a)(1) */
          readonly cap: number
          readonly rate: {
            /** Social Security tax rate, employee · /1 · 26 USC §3101(a) */
            readonly employee: number
            /** Social Security tax rate, employer · /1 · 26 USC §3111(a) */
            readonly employer: number
          }
        }
      }
      readonly self_employment: {
        /** Self-employment tax floor · currency-USD · 26 USC §1402(b)(2) */
        readonly net_earnings_exemption: number
      }
      readonly social_security: {
        readonly taxability: {
          /** Social Security taxability: benefits in provisional income · /1 · 26 USC §86(b)(1)(A)(ii) */
          readonly benefit_share_in_provisional_income: number
          readonly rate: {
            /** Social Security taxability: first rate · /1 · 26 USC §86(a)(1) */
            readonly lower: number
            /** Social Security taxability: second rate · /1 · 26 USC §86(a)(2) */
            readonly upper: number
          }
          readonly threshold: {
            /** Social Security taxability: base amount · currency-USD · 26 USC §86(c)(1) */
            readonly lower: Readonly<Record<FilingStatusValue, number>>
            /** Social Security taxability: adjusted base amount · currency-USD · 26 USC §86(c)(2) */
            readonly upper: Readonly<Record<FilingStatusValue, number>>
          }
        }
      }
      readonly unemployment_compensation: {
        readonly exemption: {
          /** Unemployment compensation excluded · currency-USD · 26 USC §85(c)(1) */
          readonly amount: number
          /** Unemployment compensation exclusion: income cutoff · currency-USD · 26 USC §85(c)(1) */
          readonly cutoff: Readonly<Record<FilingStatusValue, number>>
        }
      }
    }
    readonly simulation: {
      readonly benefit_value: {
        /** Housing assistance: value of a dollar · /1 · none: assumption of the run; the programme is 42 USC §1437f */
        readonly housing_assistance: number
        /** Medicaid: value of a dollar · /1 · none: assumption of the run; the programme is 42 USC §1396 ff. */
        readonly medicaid: number
        /** Medicare: value of a dollar · /1 · none: assumption of the run; the programme is 42 USC §1395 ff. */
        readonly medicare: number
        /** Other benefits: value of a dollar · /1 · none: assumption of the run */
        readonly other_benefits: number
        /** Supplemental Nutrition Assistance: value of a dollar · /1 · none: assumption of the run; the programme is 7 USC §2011 ff. */
        readonly snap: number
        /** Temporary Assistance for Needy Families: value of a dollar · /1 · none: assumption of the run; the programme is 42 USC §601 ff. */
        readonly tanf: number
        /** Veterans' benefits: value of a dollar · /1 · none: assumption of the run; the programme is 38 USC parts II and III */
        readonly veterans_benefits: number
        /** WIC: value of a dollar · /1 · none: assumption of the run; the programme is 42 USC §1786 */
        readonly wic: number
      }
      /** Employment taxes counted as income tax · bool · none: choice of the run */
      readonly soi_income_tax_concept: boolean
      /** Phase-outs in steps · bool · none: choice of the run */
      readonly stepped_phase_outs: boolean
      readonly take_up: {
        readonly eitc: {
          /** EITC take-up: floor · /1 · none: calibration of take-up */
          readonly floor: number
          /** EITC take-up: scale · /1 · none: calibration of take-up */
          readonly scale: number
        }
        readonly refundable_ctc: {
          /** Refundable CTC take-up: floor · /1 · none: calibration of take-up */
          readonly floor: number
          /** Refundable CTC take-up: scale · /1 · none: calibration of take-up */
          readonly scale: number
        }
      }
    }
  }
}
