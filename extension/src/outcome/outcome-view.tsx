import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ImpactReport } from '../impact/impact-report.tsx'
import { usePalette } from '../impact/use-palette.ts'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'

/** What a kernel says of an impact. */
interface Outcome {
  readonly kind: string
  readonly reforms: readonly { readonly title: string; readonly hash: string }[]
  readonly impact: Impact
}

export interface OutcomeOptions {
  /** As it came from a kernel. */
  readonly outcome: unknown
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry
  readonly trans: TranslationBundle
}

/** What `rl.impact(…)` answers in a notebook. */
export function outcomeView({ outcome, engine, rendermime, trans }: OutcomeOptions) {
  const { kind, impact, reforms } = outcome as Outcome
  if (kind !== 'impact' || impact.format !== 'reformlab-impact/1')
    return <p>{trans.__('This outcome was written by another version of Reformlab. Run the cell again.')}</p>
  return (
    <ServicesProvider value={{ engine, trans }}>
      <ErrorBoundary>
        <OutcomeReport impact={impact} reforms={reforms} rendermime={rendermime} />
      </ErrorBoundary>
    </ServicesProvider>
  )
}

interface OutcomeReportProps extends Pick<Outcome, 'impact' | 'reforms'> {
  readonly rendermime: IRenderMimeRegistry
}

function OutcomeReport({ impact, reforms, rendermime }: OutcomeReportProps) {
  const { trans } = useServices()
  const [palette, measure] = usePalette()
  const title = reforms.map(reform => reform.title).join(' + ') || trans.__('The law as it stands')
  return (
    <div className="rl-Impact" ref={measure}>
      <header className="rl-Row">
        <h2>{title}</h2>
        <span className="rl-Sub">{trans.__('%1 · %2', impact.year, impact.dataset.name)}</span>
      </header>
      {palette && (
        <ImpactReport
          impact={impact}
          sequence={0}
          isDragging={false}
          palette={palette}
          rendermime={rendermime}
        />
      )}
    </div>
  )
}
