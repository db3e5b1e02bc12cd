import type { DatasetCard } from '../engine/api-types.ts'
import { decimal } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import type { DatasetRows } from './answers.ts'
import { CURRENCY, spaced, useDataWords } from './data-words.ts'

export interface RowTableProps {
  readonly rows: DatasetRows
  readonly card: DatasetCard
  onRemove(column: string): void
}

export function RowTable({ rows: { columns, rows, weights, from }, card, onRemove }: RowTableProps) {
  const { trans } = useServices()
  const words = useDataWords()
  const kindOf = ({ name, type }: DatasetRows['columns'][number]) =>
    (type === 'number' || type === 'integer') && !card.codes?.[name] ? 'number' : 'name'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
    <section className="rl-RowTable" tabIndex={0} aria-label={trans.__('Records')}>
      <table className="rl-Table">
        <caption className="rl-VisuallyHidden">{trans.__('Records')}</caption>
        <thead>
          <tr>
            <th scope="col">{trans.__('Row')}</th>
            {columns.map(column => (
              <th key={column.name} scope="col" title={column.label} data-kind={kindOf(column)}>
                <code>{column.name}</code>
                <span>
                  {words.unit(column)}{' '}
                  <button
                    type="button"
                    className="rl-Link"
                    aria-label={trans.__('Remove %1', column.name)}
                    onClick={() => onRemove(column.name)}
                  >
                    ×
                  </button>
                </span>
              </th>
            ))}
            <th scope="col">{trans.__('weight')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
            <tr key={index}>
              <th scope="row">{from + index + 1}</th>
              {columns.map((column, at) => (
                <td key={column.name} data-kind={kindOf(column)}>
                  {cellText(row[at]!, column)}
                </td>
              ))}
              <td>{decimal(weights[index]!, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )

  function cellText(
    value: number | boolean | string,
    { name, unit }: DatasetRows['columns'][number],
  ): string {
    if (typeof value === 'boolean') return value ? trans.__('yes') : trans.__('no')
    if (typeof value === 'string') return spaced(value)
    if (CURRENCY.test(unit)) return decimal(value, 2)
    const code = card.codes?.[name]?.find(one => one.code === value)
    return code?.label ?? String(Number(value.toFixed(4)))
  }
}
