/** Why a tax or an income changes: what each parameter of the reform contributes, adding up to the change. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { money, signedMoney } from '../impact/numbers.ts'
import { Citation } from '../panel/citation.tsx'
import { useValueWords } from '../panel/value-words.ts'
import { type ValueWords, valueText } from '../parameters/unit.ts'
import { useServices } from '../react/services.tsx'
import type { ExplainedChange } from './answer-types.ts'

type Line = ExplainedChange['lines'][number]
type Parameter = Line['parameters'][number]

export function ChangeLines({ change }: { readonly change: ExplainedChange }) {
  const { trans } = useServices()
  const words = useValueWords()
  const { variable, rounded, lines, withoutEffect, unchanged } = change
  if (unchanged !== null) return <p>{unchangedWords(trans)[unchanged]}</p>
  return (
    <>
      <p>
        {trans.__(
          '%1: %2 under the law, %3 under the reform.',
          variable.label,
          money(rounded.baseline),
          money(rounded.reform),
        )}
      </p>
      <table className="rl-Table rl-ChangeLines">
        <caption className="rl-VisuallyHidden">{trans.__('What each change of the law contributes')}</caption>
        <thead>
          <tr>
            <th scope="col">{trans.__('What the reform changes')}</th>
            <th scope="col">{trans.__('Law')}</th>
            <th scope="col">{trans.__('Reform')}</th>
            <th scope="col">{trans.__('Contribution')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(line => (
            <tr key={line.path} data-line={line.path}>
              <th scope="row">
                <div>{line.label}</div>
                <Citation reference={line.reference} />
                <Through line={line} words={words} />
              </th>
              <td>{sideText(line.parameters, 'baseline', words)}</td>
              <td>{sideText(line.parameters, 'reform', words)}</td>
              <td data-contribution={line.rounded}>{signedMoney(line.rounded)}</td>
            </tr>
          ))}
          <tr data-kind="total">
            <th scope="row">{trans.__('Change in all')}</th>
            <td>{money(rounded.baseline)}</td>
            <td>{money(rounded.reform)}</td>
            <td data-contribution={rounded.change}>{signedMoney(rounded.change)}</td>
          </tr>
        </tbody>
      </table>
      {withoutEffect.length > 0 && (
        <section>
          <h3>{trans.__('Changes without effect on this household')}</h3>
          <ul className="rl-WithoutEffect">
            {withoutEffect.map(({ path, label, reason }) => (
              <li key={path}>{trans.__('%1: %2', label, reasonWords(trans)[reason])}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The way from the parameter to what changes. */
function Through({ line: { through }, words }: { readonly line: Line; readonly words: ValueWords }) {
  const { trans } = useServices()
  if (through.length === 0) return null
  const text = (value: number | boolean | string, unit: string) =>
    typeof value === 'string'
      ? value
      : unit === 'currency-USD'
        ? money(Number(value))
        : valueText(value, unit, words)
  return (
    <details>
      <summary>{trans.__('by way of %1 steps', through.length)}</summary>
      <ol>
        {through.map(({ name, record, label, unit, reference, baseline, reform }) => (
          <li key={`${name} ${record}`} title={reference}>
            {trans.__('%1: %2 → %3', label, text(baseline, unit), text(reform, unit))}
          </li>
        ))}
      </ol>
    </details>
  )
}

function sideText(parameters: readonly Parameter[], side: 'baseline' | 'reform', words: ValueWords): string {
  const [only] = parameters
  if (!only || parameters.length > 1) return '…'
  const value = only[side]
  return typeof value === 'string' ? value : valueText(value, only.unit, words)
}

const unchangedWords = (
  trans: TranslationBundle,
): Readonly<Record<NonNullable<ExplainedChange['unchanged']>, string>> => ({
  'same-law': trans.__('The reform says what the law says already in this year, so nothing changes.'),
  'not-read': trans.__('Nothing that the reform changes enters into this.'),
  'not-touched': trans.__('What the reform changes does not touch this household.'),
  'not-binding': trans.__('What the reform changes does not bind for this household.'),
  offset: trans.__('What the reform changes cancels out for this household.'),
})

const reasonWords = (
  trans: TranslationBundle,
): Readonly<Record<ExplainedChange['withoutEffect'][number]['reason'], string>> => ({
  'not-read': trans.__('it does not enter into this'),
  'not-touched': trans.__('it does not touch this household'),
  'not-binding': trans.__('it does not bind here'),
})
