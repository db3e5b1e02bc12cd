/** A household's net income as a sum: what comes in, what is taken, what is given back. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { HouseholdAnswer } from './answer-types.ts'

/** Variables that the sum is made of. */
export const partVariables = [
  'household_net_income',
  'household_market_income',
  'household_benefits',
  'household_tax',
  'income_tax',
  'income_tax_non_refundable_credits',
  'ctc_used_against_tax',
  'cdcc',
  'education_tax_credits',
  'income_tax_refundable_credits',
  'eitc',
  'ctc_paid_as_refund',
  'refundable_cdcc',
  'refundable_american_opportunity_credit',
  'payroll_tax',
  'adjusted_gross_income',
  'taxable_income',
] as const

export interface Part {
  readonly name: string
  readonly label: string
  /** 0 adds up to the total, 1 is part of the row above it. */
  readonly depth: 0 | 1
  readonly baseline: number
  readonly reform?: number
}

export interface IncomeParts {
  readonly parts: readonly Part[]
  readonly total: Part
  /** What the tax is computed from; part of no sum. */
  readonly bases: readonly Part[]
}

type Side = 'baseline' | 'reform'

/** A variable over all records of the household. */
export function sumOf({ variables }: HouseholdAnswer, name: string, side: Side): number {
  const values = variables.find(variable => variable.name === name)?.values ?? []
  return values.reduce((sum, value) => sum + Number(value[side] ?? 0), 0)
}

export function incomeParts(answer: HouseholdAnswer, trans: TranslationBundle): IncomeParts {
  const hasReform = answer.variables.some(({ values }) => values.some(({ reform }) => reform !== undefined))
  const part = (
    name: string,
    label: string,
    depth: 0 | 1,
    value: (of: (variable: string) => number) => number,
  ): Part => {
    const on = (side: Side) => value(variable => sumOf(answer, variable, side))
    return { name, label, depth, baseline: on('baseline'), ...(hasReform && { reform: on('reform') }) }
  }
  const plus = (name: string, label: string, depth: 0 | 1) => part(name, label, depth, of => of(name))
  const parts = [
    plus('household_market_income', trans.__('Income before taxes and benefits'), 0),
    plus('household_benefits', trans.__('Benefits'), 0),
    part(
      'income_tax_before_credits',
      trans.__('Income tax before credits'),
      0,
      of =>
        -(of('income_tax') + of('income_tax_non_refundable_credits') + of('income_tax_refundable_credits')),
    ),
    plus('income_tax_non_refundable_credits', trans.__('Credits against income tax'), 0),
    plus('ctc_used_against_tax', trans.__('for children and other dependents'), 1),
    plus('cdcc', trans.__('for child and dependent care'), 1),
    plus('education_tax_credits', trans.__('for education'), 1),
    plus('income_tax_refundable_credits', trans.__('Credits that are paid out'), 0),
    plus('eitc', trans.__('earned income tax credit'), 1),
    plus('ctc_paid_as_refund', trans.__('for children and other dependents'), 1),
    plus('refundable_cdcc', trans.__('for child and dependent care'), 1),
    plus('refundable_american_opportunity_credit', trans.__('for education'), 1),
    part('payroll_tax', trans.__('Payroll taxes, with the employer’s half'), 0, of => -of('payroll_tax')),
    part(
      'other_taxes',
      trans.__('Other taxes'),
      0,
      of => of('income_tax') + of('payroll_tax') - of('household_tax'),
    ),
  ]
  const isSomething = ({ baseline, reform }: Part) =>
    Math.abs(baseline) >= 0.005 || Math.abs(reform ?? 0) >= 0.005
  return {
    parts: parts.filter(
      part =>
        part.name === 'household_market_income' ||
        part.name === 'income_tax_before_credits' ||
        isSomething(part),
    ),
    total: plus('household_net_income', trans.__('Net income'), 0),
    bases: [
      plus('adjusted_gross_income', trans.__('Adjusted gross income'), 0),
      plus('taxable_income', trans.__('Taxable income'), 0),
    ],
  }
}
