/** How one variable is spread over a population and its groups. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { useMemo, useState } from 'react'
import { ChartCard } from '../impact/chart-card.tsx'
import type { Figure } from '../impact/charts/figure.ts'
import { usePalette } from '../impact/use-palette.ts'
import { citationText } from '../parameters/citation.ts'
import { ListSearch } from '../react/list-search.tsx'
import { Pending } from '../react/pending.tsx'
import { useServices } from '../react/services.tsx'
import type { ColumnTotal, DatasetSchema, DatasetSummaries } from './answers.ts'
import { groupsFigure } from './charts/groups-figure.ts'
import { spreadFigure } from './charts/histogram-figure.ts'
import type { DataPlace } from './data-place.ts'
import { spaced, useDataWords } from './data-words.ts'
import { SummaryHeadlines } from './summary-headlines.tsx'
import { useQuestion } from './use-question.ts'

export interface SummaryTabProps {
  readonly dataset: string
  readonly year: number
  readonly columns: readonly ColumnTotal[]
  readonly place: DataPlace
  readonly rendermime: IRenderMimeRegistry | null
}

/** A variable that fewer have than this share is shown of those who have it. */
const RARE = 0.5

export function SummaryTab({ dataset, year, columns, place, rendermime }: SummaryTabProps) {
  const { trans } = useServices()
  const words = useDataWords()
  const [palette, measure] = usePalette()
  const [isWeighted, setWeighted] = useState(true)
  const [group, setGroup] = useState('')
  const column = columns.find(({ name }) => name === place.now.variable) ?? columns[0]!
  const isAmount = column.type === 'number' || column.type === 'integer'
  const [nonZero, setNonZero] = useState(isAmount && (column.shareNonZero ?? 1) < RARE)
  const schema = useQuestion<DatasetSchema>(`v1/datasets/${dataset}/schema`)
  const groupings = schema.answer?.groupings[column.entity] ?? []
  const by = groupings.find(({ name }) => name === place.now.by)
  const query = new URLSearchParams({
    ...{ columns: column.name, year: String(year) },
    ...{ weights: isWeighted ? 'population' : 'none', records: nonZero ? 'nonzero' : 'all' },
    ...(by && { by: by.name }),
  })
  const path = `v1/datasets/${dataset}/summaries?${query}`
  const summaries = useQuestion<DatasetSummaries>(schema.answer ? path : undefined)
  const summary = summaries.answer?.columns[0]
  const chosen = summary?.groups?.find(one => one.group === group)
  const all = isWeighted
    ? words.plural(column.entity)
    : trans.__('records of %1', words.plural(column.entity))
  const counted = nonZero ? trans.__('%1 with any', all) : all
  const unit = words.unit(column)
  const figures = useMemo((): readonly Figure[] => {
    if (!summary || !palette) return []
    const of = { column: summary, counted, unit }
    return [
      spreadFigure({ ...of, ...(chosen && { group: chosen }) }, palette, trans),
      by && summary.groups && groupsFigure({ ...of, groups: summary.groups, by: by.label }, palette, trans),
    ].filter(figure => figure !== undefined)
  }, [summary, palette, chosen, by, counted, unit, trans])
  return (
    <div className="rl-Distribution" ref={measure}>
      <ListSearch
        items={columns.map(one => ({ ...one, path: one.name }))}
        label={trans.__('Find a variable')}
        placeholder={trans.__('Another variable, such as child credit')}
        listLabel={trans.__('Variables')}
        nothing={trans.__('No variable has all of these words.')}
        onChoose={({ name }) => place.go({ variable: name })}
      />
      <header>
        <h3>{column.label}</h3>
        <p className="rl-Sub">
          <code>{column.name}</code>
          {` · ${[
            column.kind === 'input' ? trans.__('in the data') : trans.__('computed by the law as it stands'),
            trans.__('of %1', words.plural(column.entity)),
            unit,
            citationText(column.reference),
          ]
            .filter(part => part !== '')
            .join(' · ')}`}
        </p>
      </header>
      <div className="rl-DataTools">
        <label className="rl-Along">
          <span>{trans.__('By')}</span>
          <select
            value={by?.name ?? ''}
            onChange={event => {
              setGroup('')
              place.go({ by: event.target.value })
            }}
          >
            <option value="">{trans.__('everybody together')}</option>
            {groupings
              .filter(({ name }) => name !== column.name)
              .map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
          </select>
        </label>
        {by && summary?.groups && (
          <label className="rl-Along">
            <span>{trans.__('Group')}</span>
            <select value={chosen?.group ?? ''} onChange={event => setGroup(event.target.value)}>
              <option value="">{trans.__('everybody')}</option>
              {summary.groups.map(one => (
                <option key={one.group} value={one.group}>
                  {spaced(one.group)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <input type="checkbox" checked={isWeighted} onChange={() => setWeighted(!isWeighted)} />
          {trans.__('Weighted to the population')}
        </label>
        {isAmount && (
          <label>
            <input type="checkbox" checked={nonZero} onChange={() => setNonZero(!nonZero)} />
            {trans.__('Without zeros')}
          </label>
        )}
      </div>
      <Pending answers={schema} name="schema" state={schema} doing={trans.__('Waiting for the engine …')} />
      <Pending
        answers={summaries}
        name="summaries"
        state={summaries}
        doing={trans.__('Computing the distribution …')}
      />
      {summary && <SummaryHeadlines column={summary} of={chosen ?? summary.overall} counted={counted} />}
      <div className="rl-Charts rl-OneChart" aria-busy={summaries.state === 'waiting'}>
        {figures.map(figure => (
          <ChartCard
            key={figure.name}
            figure={figure}
            sequence={place.version}
            isMoving={false}
            rendermime={rendermime}
          />
        ))}
      </div>
    </div>
  )
}
