/** The main area's view of a reform: its impact as it stands now. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import { lazy, Suspense, useMemo } from 'react'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { SessionNotice } from '../panel/session-notice.tsx'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'
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
  const more = useMemo(
    () =>
      palette && [
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
    [model, palette, rendermime, trans],
  )
  return (
    <div className="rl-Impact" ref={measure}>
      <header className="rl-Row">
        <h2>{trans.__('Impact in %1 against current law', model.subject.year)}</h2>
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
          more={more}
        />
      )}
    </div>
  )
}

function PopulationLine({ impact }: { readonly impact: NonNullable<ReformModel['outcomes']['impact']> }) {
  const { trans } = useServices()
  const count = (entity: string) => (impact.population[entity]?.records ?? 0).toLocaleString('en-US')
  return (
    <span className="rl-Sub">
      {trans.__(
        '%1 · %2 households, %3 people · weights of %4',
        impact.dataset.name,
        count('household'),
        count('person'),
        impact.year,
      )}
    </span>
  )
}
