/** Net income as a sum, under the law and under the reform. */
import { money, signedMoney } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import type { IncomeParts, Part } from './income-parts.ts'

export function PartsTable({ parts: { parts, total, bases } }: { readonly parts: IncomeParts }) {
  const { trans } = useServices()
  const hasReform = total.reform !== undefined
  const row = (part: Part, kind?: 'total' | 'base') => (
    <tr key={part.name} data-part={part.name} data-depth={part.depth} data-kind={kind}>
      <th scope="row">{part.label}</th>
      <td>{money(part.baseline)}</td>
      {part.reform !== undefined && (
        <>
          <td>{money(part.reform)}</td>
          <Change amount={part.reform - part.baseline} />
        </>
      )}
    </tr>
  )
  return (
    <table className="rl-Table rl-Parts">
      <caption className="rl-VisuallyHidden">{trans.__('Net income and its parts, USD a year')}</caption>
      <thead>
        <tr>
          <th scope="col">{trans.__('USD a year')}</th>
          <th scope="col">{trans.__('Law')}</th>
          {hasReform && (
            <>
              <th scope="col">{trans.__('Reform')}</th>
              <th scope="col">{trans.__('Change')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {parts.map(part => row(part))}
        {row(total, 'total')}
        {bases.map(part => row(part, 'base'))}
      </tbody>
    </table>
  )
}

function Change({ amount }: { readonly amount: number }) {
  const text = signedMoney(amount)
  const tone = text === '$0' ? 'neutral' : amount > 0 ? 'gain' : 'loss'
  return <td data-tone={tone}>{text === '$0' ? '–' : text}</td>
}
