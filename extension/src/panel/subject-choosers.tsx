/** On whom and when a reform is shown: year, population, and whose incomes are compared. */

import { memo } from 'react'
import type { SessionSubject } from '../engine/live-session.ts'
import { useServices } from '../react/services.tsx'
import { useAnswer } from '../react/use-answer.ts'
import { useModelCard } from '../react/use-model-card.ts'
import { Chooser } from './chooser.tsx'

export interface SubjectChoosersProps {
  readonly model: { setSubject(change: Partial<SessionSubject>): void }
  readonly subject: SessionSubject
}

export const SubjectChoosers = memo(function SubjectChoosers({ model, subject }: SubjectChoosersProps) {
  const { engine, trans } = useServices()
  const datasets = useAnswer('datasets', () => engine.model.datasets())
  const card = useModelCard()
  const { year, dataset, convention } = subject
  const { first, last } = datasets?.find(({ name }) => name === dataset)?.years ?? { first: year, last: year }
  const isKnown = card !== undefined && datasets !== undefined
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(first + index))
  return (
    <div className="rl-Choosers">
      {card?.kind === 'package' && (
        <Chooser
          label={trans.__('Law')}
          value={card.country}
          options={[{ name: card.country }]}
          isWide={true}
        />
      )}
      <Chooser
        label={trans.__('Year')}
        value={String(year)}
        options={years.map(name => ({ name }))}
        onChoose={chosen => model.setSubject({ year: Number(chosen) })}
      />
      <Chooser
        label={trans.__('Population')}
        value={dataset}
        options={
          isKnown
            ? datasets.map(({ name, title }) => ({ name, label: title }))
            : [{ name: dataset, label: '…' }]
        }
        isWide={true}
        onChoose={chosen => model.setSubject({ dataset: chosen })}
      />
      <Chooser
        label={trans.__('Compared')}
        value={convention}
        options={isKnown ? card.conventions : [{ name: convention, label: '…' }]}
        isWide={true}
        onChoose={chosen => model.setSubject({ convention: chosen })}
      />
    </div>
  )
})
