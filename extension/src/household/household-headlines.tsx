/** The household in four numbers, each with what the reform makes of it. */
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
  const amount = (name: string, label: string, isGain: 1 | -1) => {
    const before = sumOf(answer, name, 'baseline')
    const change = hasReform ? sumOf(answer, name, 'reform') - before : 0
    const tone = toneOf(signedMoney(change), change * isGain)
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
  const rate = {
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
    amount('household_net_income', trans.__('Net income, a year'), 1),
    amount('income_tax', trans.__('Income tax'), -1),
    amount('payroll_tax', trans.__('Payroll taxes'), -1),
    rate,
  ]
  return (
    <dl className="rl-Headlines">
      {headlines.map(({ name, label, value, notes, tone }) => (
        <div key={name} data-headline={name}>
          <dt>{label}</dt>
          <dd data-tone={name === 'household_net_income' ? tone : 'neutral'}>{value}</dd>
          {notes.map(note => (
            <dd key={note} className="rl-Sub">
              {note}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

const toneOf = (text: string, gain: number) => (text === '$0' ? 'neutral' : gain > 0 ? 'gain' : 'loss')
