/** Income of the tax unit beside its members’ earnings. Money is USD a year. */
import { input } from '../../language/index.ts'
import { TaxUnit } from '../entities.ts'

export const taxable_interest_income = input({
  entity: TaxUnit,
  label: 'Taxable interest',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(4); Form 1040 line 2b',
})

export const tax_exempt_interest_income = input({
  entity: TaxUnit,
  label: 'Tax-exempt interest',
  unit: 'currency-USD',
  reference: '26 USC §103; Form 1040 line 2a',
})

export const dividend_income = input({
  entity: TaxUnit,
  label: 'Ordinary dividends, qualified ones included',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(7); Form 1040 line 3b',
})

export const qualified_dividend_income = input({
  entity: TaxUnit,
  label: 'Qualified dividends, a part of ordinary dividends',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(11); Form 1040 line 3a',
})

export const salt_refund_income = input({
  entity: TaxUnit,
  label: 'Taxable refunds of state and local income taxes',
  unit: 'currency-USD',
  reference: '26 USC §111; Schedule 1 line 1',
})

export const alimony_income = input({
  entity: TaxUnit,
  label: 'Alimony received',
  unit: 'currency-USD',
  reference: '26 USC §71 (before 2019); Schedule 1 line 2a',
})

export const non_sch_d_capital_gains = input({
  entity: TaxUnit,
  label: 'Capital gain distributions not reported on Schedule D',
  unit: 'currency-USD',
  reference: '26 USC §852(b)(3); Form 1040 line 7',
})

export const other_net_gain = input({
  entity: TaxUnit,
  label: 'Other gains or losses',
  unit: 'currency-USD',
  reference: '26 USC §1231; Form 4797; Schedule 1 line 4',
})

export const taxable_ira_distributions = input({
  entity: TaxUnit,
  label: 'Taxable IRA distributions',
  unit: 'currency-USD',
  reference: '26 USC §408(d); Form 1040 line 4b',
})

export const pension_income = input({
  entity: TaxUnit,
  label: 'Pensions and annuities',
  unit: 'currency-USD',
  reference: '26 USC §72; Form 1040 line 5a',
})

export const taxable_pension_income = input({
  entity: TaxUnit,
  label: 'Taxable pensions and annuities',
  unit: 'currency-USD',
  reference: '26 USC §72; Form 1040 line 5b',
})

export const schedule_e_income = input({
  entity: TaxUnit,
  label: 'Rents, royalties, partnerships, S corporations and trusts, net',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(5), (6), (12); Schedule E line 41; Schedule 1 line 5',
})

export const partnership_s_corp_income = input({
  entity: TaxUnit,
  label: 'Partnership and S-corporation income or loss, a part of Schedule E income',
  unit: 'currency-USD',
  reference: '26 USC §§702, 1366; Schedule E line 32',
})

export const farm_rent_income = input({
  entity: TaxUnit,
  label: 'Farm rental income or loss, a part of Schedule E income',
  unit: 'currency-USD',
  reference: '26 USC §61(a)(5); Schedule E line 40',
})

export const unemployment_compensation_reported = input({
  entity: TaxUnit,
  label: 'Unemployment compensation on the record',
  unit: 'currency-USD',
  reference: '26 USC §85; Schedule 1 line 7',
})

export const social_security_reported = input({
  entity: TaxUnit,
  label: 'Social security benefits on the record',
  unit: 'currency-USD',
  reference: '26 USC §86; Form 1040 line 6a',
})

export const short_term_capital_gains = input({
  entity: TaxUnit,
  label: 'Net short-term capital gain or loss',
  unit: 'currency-USD',
  reference: '26 USC §1222(5), (6); Schedule D line 7',
})

export const long_term_capital_gains = input({
  entity: TaxUnit,
  label: 'Net long-term capital gain or loss',
  unit: 'currency-USD',
  reference: '26 USC §1222(7), (8); Schedule D line 15',
})

export const unrecaptured_section_1250_gain = input({
  entity: TaxUnit,
  label: 'Unrecaptured section 1250 gain',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(6); Schedule D line 19',
})

export const capital_gains_28_percent_rate_gain = input({
  entity: TaxUnit,
  label: 'Gain taxed at 28 percent: collectibles and small business stock',
  unit: 'currency-USD',
  reference: '26 USC §1(h)(4), (5); Schedule D line 18',
})

export const investment_income_elected_form_4952 = input({
  entity: TaxUnit,
  label: 'Gain and dividends elected as investment income',
  unit: 'currency-USD',
  reference: '26 USC §§1(h)(2), 163(d)(4)(B); Form 4952 line 4g',
})

export const amt_preference_income = input({
  entity: TaxUnit,
  label: 'Items of Form 6251 that are not in adjusted gross income',
  unit: 'currency-USD',
  reference: '26 USC §§56, 57; Form 6251 lines 2c–3',
})

export const qualified_overtime_income = input({
  entity: TaxUnit,
  label: 'Qualified overtime compensation',
  unit: 'currency-USD',
  reference: '26 USC §225(c); Schedule 1-A part III',
})

export const qualified_tip_income = input({
  entity: TaxUnit,
  label: 'Qualified tips',
  unit: 'currency-USD',
  reference: '26 USC §224(d); Schedule 1-A part II',
})

export const business_is_sstb = input({
  entity: TaxUnit,
  label: 'Business income is from a specified service trade or business',
  type: 'bool',
  reference: '26 USC §199A(d)(2); Form 8995-A Schedule A',
})

export const w2_wages_from_qualified_business = input({
  entity: TaxUnit,
  label: 'Share of the W-2 wages the qualified business pays',
  unit: 'currency-USD',
  reference: '26 USC §199A(b)(4); Form 8995-A line 4',
})

export const unadjusted_basis_qualified_property = input({
  entity: TaxUnit,
  label: 'Share of the unadjusted basis of the business’s qualified property',
  unit: 'currency-USD',
  reference: '26 USC §199A(b)(6); Form 8995-A line 7',
})
