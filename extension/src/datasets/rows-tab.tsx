/** Records of public data as they are, fifty at a time. */
import { useState } from 'react'
import type { DatasetCard } from '../engine/api-types.ts'
import { EngineError, type EngineProblem } from '../engine/engine-error.ts'
import { download } from '../impact/download.ts'
import { decimal } from '../impact/numbers.ts'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { ListSearch } from '../react/list-search.tsx'
import { Pending } from '../react/pending.tsx'
import { useServices } from '../react/services.tsx'
import type { ColumnTotal, DatasetRows, EntityName } from './answers.ts'
import { useDataWords } from './data-words.ts'
import { PageButtons } from './page-buttons.tsx'
import { RowTable } from './row-table.tsx'
import { useQuestion } from './use-question.ts'

export interface RowsTabProps {
  readonly card: DatasetCard
  readonly year: number
  readonly columns: readonly ColumnTotal[]
}

const PAGE = 50
const MOST_COLUMNS = 20
const entities = ['person', 'tax_unit', 'household'] as const satisfies readonly EntityName[]

/** Whose columns a record of the entity can show: its own, and those of what it is a member of. */
const around: Readonly<Record<EntityName, readonly string[]>> = {
  person: entities,
  tax_unit: entities.slice(1),
  household: entities.slice(2),
}

/** Shown at first, of those that there are. */
const first: Readonly<Record<EntityName, readonly string[]>> = {
  person: [
    'age',
    'tax_unit_role',
    'employment_income',
    'self_employment_income',
    'filing_status',
    'state_fips',
  ],
  tax_unit: [
    'tax_unit_id',
    'filing_status',
    'exemptions_count',
    'adjusted_gross_income',
    'income_tax',
    'payroll_tax',
    'eitc',
  ],
  household: [
    'state_fips',
    'household_size',
    'household_market_income',
    'household_tax',
    'household_benefits',
    'household_net_income',
  ],
}

export function RowsTab({ card, year, columns }: RowsTabProps) {
  const { engine, trans } = useServices()
  const words = useDataWords()
  const [entity, setEntity] = useState<EntityName>('tax_unit')
  const [chosen, setChosen] = useState(first)
  const [from, setFrom] = useState(0)
  const [problem, setProblem] = useState<EngineProblem>()
  const [isSaving, setSaving] = useState(false)
  const known = columns.filter(column => around[entity].includes(column.entity))
  const names = chosen[entity].filter(name => known.some(column => column.name === name))
  const shared = { entity, columns: names.join(','), year: String(year) }
  const query = new URLSearchParams({ ...shared, from: String(from), limit: String(PAGE) })
  const rows = useQuestion<DatasetRows>(`v1/datasets/${card.name}/rows?${query}`)
  const choose = (some: readonly string[]) => setChosen({ ...chosen, [entity]: some })
  const save = async () => {
    setSaving(true)
    setProblem(undefined)
    try {
      const path = `v1/datasets/${card.name}/rows.csv?${new URLSearchParams(shared)}`
      const file = await new Response(await engine.client.stream(path, {})).blob()
      const url = URL.createObjectURL(file)
      download(`${card.name}-${entity}-${year}.csv`, url)
      window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
    } catch (error) {
      if (!(error instanceof EngineError)) throw error
      setProblem(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <div className="rl-DataTools">
        <label className="rl-Along">
          <span>{trans.__('Records of')}</span>
          <select
            value={entity}
            onChange={event => {
              setEntity(event.target.value as EntityName)
              setFrom(0)
            }}
          >
            {entities.map(one => (
              <option key={one} value={one}>
                {words.plural(one)}
              </option>
            ))}
          </select>
        </label>
        <ListSearch
          items={known.filter(({ name }) => !names.includes(name)).map(one => ({ ...one, path: one.name }))}
          label={trans.__('Add a column')}
          placeholder={trans.__('Add a column, such as child credit')}
          listLabel={trans.__('Variables')}
          nothing={trans.__('No variable has all of these words.')}
          onChoose={({ name }) => names.length < MOST_COLUMNS && choose([...names, name])}
        />
        <button type="button" className="rl-Button" disabled={isSaving} onClick={() => void save()}>
          {isSaving ? trans.__('Getting the file …') : trans.__('Download all as CSV')}
        </button>
      </div>
      {names.length >= MOST_COLUMNS && (
        <p className="rl-Sub">
          {trans.__('%1 columns are the most. Remove one to add another.', MOST_COLUMNS)}
        </p>
      )}
      <p className="rl-Sub">
        {trans.__(
          '%1 records of %2 in %3 · values are those of the record, not weighted; the last column says how many of the population it stands for',
          decimal(rows.answer?.total ?? card.counts[entity] ?? 0, 0),
          words.plural(entity),
          year,
        )}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <Pending answers={rows} name="rows" state={rows} doing={trans.__('Getting records …')} />
      {rows.answer && (
        <>
          <PageButtons from={rows.answer.from} total={rows.answer.total} page={PAGE} onGo={setFrom} />
          <RowTable
            rows={rows.answer}
            card={card}
            onRemove={name => names.length > 1 && choose(names.filter(one => one !== name))}
          />
        </>
      )}
    </>
  )
}
