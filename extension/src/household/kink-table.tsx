/** Kinks and cliffs along an income, each with the rule of the law that makes it. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { decimal, percent } from '../impact/numbers.ts'
import { Citation } from '../panel/citation.tsx'
import { useServices } from '../react/services.tsx'
import type { Earnings } from './answer-types.ts'
import { type SharedKink, sharedKinks } from './kinks.ts'

export interface KinkTableProps {
  readonly earnings: Earnings
  /** What the income is called. */
  readonly label: string
}

export function KinkTable({ earnings, label }: KinkTableProps) {
  const { trans } = useServices()
  const kinks = sharedKinks(earnings)
  const hasReform = earnings.reform !== undefined
  if (kinks.length === 0)
    return (
      <p className="rl-Sub">{trans.__('The rate is the same all along: there is no kink and no cliff.')}</p>
    )
  return (
    <table className="rl-Table rl-Kinks">
      <caption className="rl-VisuallyHidden">{trans.__('Kinks and cliffs')}</caption>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{trans.__('Rate before → after')}</th>
          {hasReform && <th scope="col">{trans.__('Under')}</th>}
          <th scope="col">{trans.__('Rule behind it')}</th>
        </tr>
      </thead>
      <tbody>
        {kinks.map(kink => (
          <tr key={`${kink.under} ${kink.income}`}>
            <th scope="row">{`$${decimal(kink.income, kink.income % 1 === 0 ? 0 : 2)}`}</th>
            <td>
              {`${percent(kink.rateBefore)} → ${percent(kink.rateAfter)}`}
              {kink.jump !== 0 && <Cliff jump={kink.jump} />}
            </td>
            {hasReform && <td>{underWords(trans)[kink.under]}</td>}
            <td>
              {kink.rules.length === 0 && trans.__('several rules at once')}
              {kink.rules.map(rule => (
                <div key={rule.variable} className="rl-Rule">
                  <span>{rule.label}</span>
                  <Citation reference={rule.reference} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cliff({ jump }: { readonly jump: number }) {
  const { trans } = useServices()
  const amount = `$${decimal(Math.abs(jump), 2)}`
  return (
    <div data-tone={jump > 0 ? 'loss' : 'gain'}>
      {jump > 0 ? trans.__('cliff: %1 lost at once', amount) : trans.__('step: %1 gained at once', amount)}
    </div>
  )
}

const underWords = (trans: TranslationBundle): Readonly<Record<SharedKink['under'], string>> => ({
  both: trans.__('both'),
  baseline: trans.__('law only'),
  reform: trans.__('reform only'),
})
