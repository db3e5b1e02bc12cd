/** A household document: the household at the side, what the law and the reform make of it beside that. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'
import { useModelCard } from '../react/use-model-card.ts'
import { useVersion } from '../react/use-version.ts'
import { HouseholdForm } from './household-form.tsx'
import type { HouseholdModel } from './household-model.ts'
import { HouseholdOutcomes } from './household-outcomes.tsx'
import { OtherLaw, Unshown } from './unshown.tsx'
import { useInputs } from './use-inputs.ts'

export interface HouseholdViewProps {
  readonly model: HouseholdModel
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
}

export function HouseholdView({ model, engine, rendermime, trans }: HouseholdViewProps) {
  return (
    <ServicesProvider value={{ engine, trans }}>
      <ErrorBoundary>
        <Household model={model} rendermime={rendermime} />
      </ErrorBoundary>
    </ServicesProvider>
  )
}

interface HouseholdProps {
  readonly model: HouseholdModel
  readonly rendermime: IRenderMimeRegistry | null
}

function Household({ model, rendermime }: HouseholdProps) {
  useVersion(model)
  const { trans } = useServices()
  const { inputs, problem } = useInputs()
  const { read } = model
  const card = useModelCard()
  if (card?.kind === 'package')
    return (
      <div className="rl-Impact">
        <OtherLaw country={card.country} />
      </div>
    )
  if (read?.unreadable)
    return (
      <div className="rl-Impact">
        <Unshown unreadable={read.unreadable} />
      </div>
    )
  if (!inputs || !read)
    return (
      <div className="rl-Impact">
        {problem && <ProblemNotice problem={problem} isPassing={true} />}
        <div className="rl-Notice" role="status" data-passing="true">
          <p>{trans.__('Waiting for the engine …')}</p>
          <progress aria-label={trans.__('Waiting for the engine')} />
        </div>
      </div>
    )
  return (
    <div className="rl-Household">
      <HouseholdForm model={model} household={read.household} inputs={inputs} />
      <HouseholdOutcomes model={model} household={read.household} inputs={inputs} rendermime={rendermime} />
    </div>
  )
}
