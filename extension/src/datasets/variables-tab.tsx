/** All variables of a population, found by words and sorted by what they come to. */
import { findByWords } from '@reformlab/engine/find-by-words'
import { useMemo, useState } from 'react'
import { percent } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import type { ColumnTotal } from './answers.ts'
import { totalText, useDataWords, valueText } from './data-words.ts'

export interface VariablesTabProps {
  readonly columns: readonly ColumnTotal[]
  readonly year: number
  onChoose(name: string): void
}

type Measure = 'mean' | 'total' | 'shareNonZero'

export function VariablesTab({ columns, year, onChoose }: VariablesTabProps) {
  const { trans } = useServices()
  const words = useDataWords()
  const [typed, setTyped] = useState('')
  const [entity, setEntity] = useState('')
  const [kind, setKind] = useState('')
  const [sorted, setSorted] = useState<Measure>()
  const found = useMemo(() => {
    const some = columns.filter(
      column => (entity === '' || column.entity === entity) && (kind === '' || column.kind === kind),
    )
    const named = some.map(column => ({ ...column, path: column.name }))
    const matching = typed.trim() === '' ? named : findByWords(named, typed, named.length)
    return sorted ? matching.toSorted((a, b) => sizeOf(b, sorted) - sizeOf(a, sorted)) : matching
  }, [columns, typed, entity, kind, sorted])
  const measures = [
    ['mean', trans.__('Mean')],
    ['total', trans.__('Total')],
    ['shareNonZero', trans.__('Not zero')],
  ] as const
  return (
    <>
      <div className="rl-DataTools">
        <input
          type="search"
          aria-label={trans.__('Find a variable')}
          placeholder={trans.__('Find a variable, such as child credit')}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <label className="rl-Along">
          <span>{trans.__('Of')}</span>
          <select value={entity} onChange={event => setEntity(event.target.value)}>
            <option value="">{trans.__('all')}</option>
            {[...new Set(columns.map(column => column.entity))].map(one => (
              <option key={one} value={one}>
                {words.plural(one)}
              </option>
            ))}
          </select>
        </label>
        <label className="rl-Along">
          <span>{trans.__('Kind')}</span>
          <select value={kind} onChange={event => setKind(event.target.value)}>
            <option value="">{trans.__('all')}</option>
            <option value="input">{trans.__('in the data')}</option>
            <option value="variable">{trans.__('computed by the law')}</option>
          </select>
        </label>
      </div>
      <p className="rl-Sub" role="status">
        {trans.__(
          '%1 of %2 variables · %3, law as it stands · means, totals and shares are weighted to the population',
          found.length,
          columns.length,
          year,
        )}
      </p>
      <table className="rl-Table rl-Variables">
        <caption className="rl-VisuallyHidden">{trans.__('Variables')}</caption>
        <thead>
          <tr>
            <th scope="col">{trans.__('Variable')}</th>
            <th scope="col">{trans.__('Of')}</th>
            <th scope="col">{trans.__('Unit')}</th>
            {measures.map(([measure, label]) => (
              <th key={measure} scope="col" aria-sort={sorted === measure ? 'descending' : 'none'}>
                <button
                  type="button"
                  className="rl-Link"
                  title={trans.__('Sort by size')}
                  onClick={() => setSorted(sorted === measure ? undefined : measure)}
                >
                  {label}
                  {sorted === measure && ' ↓'}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.map(column => (
            <tr key={column.name}>
              <th scope="row">
                <button type="button" className="rl-Link" onClick={() => onChoose(column.name)}>
                  {column.label}
                </button>
                <span className="rl-Sub">
                  <code>{column.name}</code>
                  {column.kind === 'variable' && ` · ${trans.__('computed')}`}
                </span>
              </th>
              <td>{words.plural(column.entity)}</td>
              <td>{words.unit(column)}</td>
              <td>{valueText(column.mean, column)}</td>
              <td>{totalText(column.total, column)}</td>
              <td>{column.shareNonZero === null ? '–' : percent(column.shareNonZero)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p>{trans.__('No variable has all of these words.')}</p>}
    </>
  )
}

const sizeOf = (column: ColumnTotal, measure: Measure) => Math.abs(column[measure] ?? -1)
