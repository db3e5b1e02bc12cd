/** On whom and when a reform is shown: year, population, and whose incomes are compared. */

import { memo } from 'react'
import type { DatasetCard } from '../engine/api-types.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import { useServices } from '../react/services.tsx'
import { useAnswer } from '../react/use-answer.ts'
import { conventions } from './conventions.ts'

export interface SubjectChoosersProps {
  readonly model: { setSubject(change: Partial<SessionSubject>): void }
  readonly subject: SessionSubject
}

export const SubjectChoosers = memo(function SubjectChoosers({ model, subject }: SubjectChoosersProps) {
  const { engine, trans } = useServices()
  const datasets = useAnswer('datasets', () => engine.client.ask<readonly DatasetCard[]>('v1/datasets'))
  const { year, dataset, convention } = subject
  const years = datasets?.find(({ name }) => name === dataset)?.years ?? { first: year, last: year }
  const names = datasets?.map(({ name, title }) => ({ name, title })) ?? [{ name: dataset, title: dataset }]
  return (
    <div className="rl-Choosers">
      <label>
        <span>{trans.__('Year')}</span>
        <select value={year} onChange={event => model.setSubject({ year: Number(event.target.value) })}>
          {Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index).map(
            one => (
              <option key={one}>{one}</option>
            ),
          )}
        </select>
      </label>
      <label className="rl-Wide">
        <span>{trans.__('Population')}</span>
        <select value={dataset} onChange={event => model.setSubject({ dataset: event.target.value })}>
          {names.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="rl-Wide">
        <span>{trans.__('Compared')}</span>
        <select value={convention} onChange={event => model.setSubject({ convention: event.target.value })}>
          {conventions(trans).map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
})
