import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { DatasetCard } from '../engine/api-types.ts'
import { type Tab, Tabs } from '../impact/tabs.tsx'
import { Pending } from '../react/pending.tsx'
import { useServices } from '../react/services.tsx'
import { useModelCard } from '../react/use-model-card.ts'
import type { DatasetTotals } from './answers.ts'
import { CardTab } from './card-tab.tsx'
import { type DataPlace, type DataTab, dataTabs } from './data-place.ts'
import { AccessBadge } from './dataset-list.tsx'
import { RowsTab } from './rows-tab.tsx'
import { SummaryTab } from './summary-tab.tsx'
import { useQuestion } from './use-question.ts'
import { VariablesTab } from './variables-tab.tsx'

export interface DatasetTabsProps {
  readonly card: DatasetCard
  readonly place: DataPlace
  readonly rendermime: IRenderMimeRegistry | null
}

/** Of a protected dataset, and of one of a country package, the card alone. */
export function DatasetTabs({ card, place, rendermime }: DatasetTabsProps) {
  const { trans } = useServices()
  const { tab, variable } = place.now
  const year = Math.min(card.years.last, Math.max(card.years.first, place.now.year))
  const isOpen = useModelCard()?.kind === 'law' && card.access === 'public'
  const path = `v1/datasets/${card.name}/totals?year=${year}`
  const totals = useQuestion<DatasetTotals>(isOpen && tab !== 'card' ? path : undefined)
  const columns = totals.answer?.columns
  const tabs: readonly (Tab & { readonly name: DataTab })[] = [
    { name: 'card', label: trans.__('Card'), content: () => <CardTab card={card} /> },
    {
      name: 'variables',
      label: trans.__('Variables'),
      content: () =>
        columns && (
          <VariablesTab
            columns={columns}
            year={year}
            onChoose={name => place.go({ variable: name, tab: 'summary' })}
          />
        ),
    },
    {
      name: 'summary',
      label: trans.__('Distribution'),
      content: () =>
        columns && (
          <SummaryTab
            key={variable}
            dataset={card.name}
            year={year}
            columns={columns}
            place={place}
            rendermime={rendermime}
          />
        ),
    },
    {
      name: 'rows',
      label: trans.__('Records'),
      content: () => columns && <RowsTab card={card} year={year} columns={columns} />,
    },
  ]
  return (
    <>
      <header className="rl-Row">
        <h2>
          {card.title} <AccessBadge access={card.access} />
        </h2>
        {isOpen && (
          <label className="rl-Along">
            <span>{trans.__('Year')}</span>
            <select value={year} onChange={event => place.go({ year: Number(event.target.value) })}>
              {yearsOf(card).map(one => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
      </header>
      {isOpen && tab !== 'card' && (
        <Pending
          answers={totals}
          name="totals"
          state={totals}
          doing={trans.__('Reading the population and computing its variables …')}
        />
      )}
      <Tabs
        label={trans.__('Views of the dataset')}
        tabs={isOpen ? tabs : tabs.slice(0, 1)}
        shown={{
          name: tab,
          onChoose: name => place.go({ tab: dataTabs.find(one => one === name) ?? 'card' }),
        }}
      />
    </>
  )
}

const yearsOf = ({ years: { first, last } }: DatasetCard) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
