/** The household in four numbers, each with what the reform makes of it. */
import { HeadlineList } from '../impact/headline-list.tsx'
import type { Headline } from '../impact/headlines.ts'
import { money, percent, signedDecimal, signedMoney } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import type { Earnings, HouseholdAnswer } from './answer-types.ts'
import { sumOf } from './income-parts.ts'
import { rateAt } from './kinks.ts'

export interface HouseholdHeadlinesProps {
  readonly answer: HouseholdAnswer
  readonly earnings?: Earnings
  /** Where on the curve the household stands, and what the income is called. */
  readonly own: { readonly income: number; readonly label: string }
  readonly hasReform: boolean
}

export function HouseholdHeadlines({ answer, earnings, own, hasReform }: HouseholdHeadlinesProps) {
  const { trans } = useServices()
  const amount = (name: string, label: string, isGain = false): Headline => {
    const before = sumOf(answer, name, 'baseline')
    const change = hasReform ? sumOf(answer, name, 'reform') - before : 0
    const tone = isGain ? toneOf(change) : 'neutral'
    const [value, notes] = hasReform
      ? [
          money(before + change),
          [change === 0 ? trans.__('no change') : trans.__('%1 against law', signedMoney(change))],
        ]
      : [money(before), [trans.__('law as it stands')]]
    return { name, label, value, notes, tone }
  }
  const [before, after] = [earnings?.baseline, earnings?.reform].map(
    curve => curve && rateAt(curve, own.income),
  )
  const rate: Headline = {
    name: 'rate',
    label: trans.__('Marginal tax rate'),
    value: before === undefined ? '–' : percent(after ?? before),
    notes: [
      ...(after === undefined || before === undefined || after === before
        ? []
        : [trans.__('%1 points against law', signedDecimal(100 * (after - before), 1))]),
      trans.__('on one dollar more · %1', own.label),
    ],
    tone: 'neutral',
  }
  const headlines = [
    amount('household_net_income', trans.__('Net income, a year'), true),
    amount('income_tax', trans.__('Income tax')),
    amount('payroll_tax', trans.__('Payroll taxes')),
    rate,
  ]
  return <HeadlineList headlines={headlines} />
}

function toneOf(gain: number): Headline['tone'] {
  if (signedMoney(gain) === '$0') return 'neutral'
  return gain > 0 ? 'gain' : 'loss'
}
