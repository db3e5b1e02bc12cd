/** The main area's view of a reform: its impact as it stands now. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import { lazy, Suspense, useMemo } from 'react'
import type { ModelCard } from '../engine/api-types.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { SessionNotice } from '../panel/session-notice.tsx'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'
import { useModelCard } from '../react/use-model-card.ts'
import { useVersion } from '../react/use-version.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import { ImpactReport } from './impact-report.tsx'
import { usePalette } from './use-palette.ts'

const RatesTab = lazy(async () => ({ default: (await import('./rates/rates-tab.tsx')).RatesTab }))

export interface ImpactViewProps {
  readonly model: ReformModel
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
}

export function ImpactView({ model, engine, rendermime, trans }: ImpactViewProps) {
  return (
    <ServicesProvider value={{ engine, trans }}>
      <ErrorBoundary>
        <Impacts model={model} rendermime={rendermime} />
      </ErrorBoundary>
    </ServicesProvider>
  )
}

interface ImpactsProps {
  readonly model: ReformModel
  readonly rendermime: IRenderMimeRegistry | null
}

function Impacts({ model, rendermime }: ImpactsProps) {
  useVersion(model)
  const { trans } = useServices()
  const [palette, measure] = usePalette()
  const { impact, frame } = model.outcomes
  const card = useModelCard()
  const { year } = model.subject
  const hasRates = card?.kind === 'law'
  const more = useMemo(
    () =>
      palette &&
      hasRates && [
        {
          name: 'rates',
          label: trans.__('Marginal rates'),
          content: () => (
            <Suspense>
              <RatesTab model={model} palette={palette} rendermime={rendermime} />
            </Suspense>
          ),
        },
      ],
    [model, palette, hasRates, rendermime, trans],
  )
  return (
    <div className="rl-Impact" ref={measure}>
      <header className="rl-Row">
        <h2>{titleOf(year, card, trans)}</h2>
        {impact && <PopulationLine impact={impact} />}
      </header>
      <SessionNotice model={model} />
      {model.isUnreadable && model.problem && <ProblemNotice problem={model.problem} />}
      {impact && palette && !model.isUnreadable && (
        <ImpactReport
          impact={impact}
          sequence={frame?.sequence ?? 0}
          isDragging={model.isDragging}
          palette={palette}
          rendermime={rendermime}
          more={more || undefined}
        />
      )}
    </div>
  )
}

/** Against what is known once the engine has told. */
function titleOf(year: number, card: ModelCard | undefined, trans: TranslationBundle): string {
  if (!card) return trans.__('Impact in %1', year)
  if (card.kind === 'law') return trans.__('Impact in %1 against current law', year)
  return trans.__('Impact in %1 against %2 as it stands', year, card.country)
}

function PopulationLine({ impact }: { readonly impact: NonNullable<ReformModel['outcomes']['impact']> }) {
  const { trans } = useServices()
  const { dataset, population, year } = impact
  const count = (entity: string) => (population[entity]?.records ?? 0).toLocaleString('en-US')
  const hasOurs = population.household !== undefined && population.person !== undefined
  const counts = hasOurs
    ? trans.__('%1 households, %2 people', count('household'), count('person'))
    : Object.keys(population)
        .map(entity => `${count(entity)} ${entity.replaceAll('_', ' ')}`)
        .join(', ')
  return <span className="rl-Sub">{trans.__('%1 · %2 · weights of %3', dataset.name, counts, year)}</span>
}
