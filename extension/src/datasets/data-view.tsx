/** Populations at the left, what there is of the chosen one beside them. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { DatasetCard } from '../engine/api-types.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { Pending } from '../react/pending.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'
import { useVersion } from '../react/use-version.ts'
import type { DataPlace } from './data-place.ts'
import { DatasetList } from './dataset-list.tsx'
import { DatasetTabs } from './dataset-tabs.tsx'
import { useQuestion } from './use-question.ts'

export interface DataViewOptions {
  readonly place: DataPlace
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
}

export function dataView({ place, engine, rendermime, trans }: DataViewOptions) {
  return (
    <ServicesProvider value={{ engine, trans }}>
      <ErrorBoundary>
        <Data place={place} rendermime={rendermime} />
      </ErrorBoundary>
    </ServicesProvider>
  )
}

function Data({ place, rendermime }: Pick<DataViewOptions, 'place' | 'rendermime'>) {
  useVersion(place)
  const { trans } = useServices()
  const cards = useQuestion<readonly DatasetCard[]>('v1/datasets')
  const card = cards.answer?.find(({ name }) => name === place.now.dataset) ?? cards.answer?.[0]
  return (
    <div className="rl-Data">
      <nav className="rl-DataList rl-Impact" aria-label={trans.__('Datasets')}>
        <h2>{trans.__('Datasets')}</h2>
        {cards.answer && (
          <DatasetList
            cards={cards.answer}
            chosen={card?.name}
            onChoose={dataset => place.go({ dataset, tab: 'card' })}
          />
        )}
      </nav>
      <div className="rl-Impact rl-DataMain">
        <Pending answers={cards} name="cards" state={cards} doing={trans.__('Waiting for the engine …')} />
        {card && <DatasetTabs key={card.name} card={card} place={place} rendermime={rendermime} />}
      </div>
    </div>
  )
}
