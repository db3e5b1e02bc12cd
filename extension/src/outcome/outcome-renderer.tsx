import { ReactWidget } from '@jupyterlab/apputils'
import type { IRenderMime, IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { Impact } from '../engine/api-types.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ImpactReport } from '../impact/impact-report.tsx'
import { usePalette } from '../impact/use-palette.ts'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'

export const OUTCOME = 'application/vnd.reformlab.outcome+json'

/** What a kernel says of an impact. */
interface Outcome {
  readonly kind: string
  readonly reforms: readonly { readonly title: string; readonly hash: string }[]
  readonly impact: Impact
}

export interface OutcomeRendererOptions {
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry
  readonly trans: TranslationBundle
}

export class OutcomeRenderer extends ReactWidget implements IRenderMime.IRenderer {
  readonly #options: OutcomeRendererOptions
  #outcome: Outcome | undefined

  constructor(options: OutcomeRendererOptions) {
    super()
    this.#options = options
    this.addClass('rl-Outcome')
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.#outcome = model.data[OUTCOME] as unknown as Outcome
    this.update()
    await this.renderPromise
  }

  protected render() {
    const { engine, rendermime, trans } = this.#options
    if (!this.#outcome) return null
    if (this.#outcome.kind !== 'impact' || this.#outcome.impact.format !== 'reformlab-impact/1')
      return (
        <p>{trans.__('This outcome was written by another version of Reformlab. Run the cell again.')}</p>
      )
    return (
      <ServicesProvider value={{ engine, trans }}>
        <ErrorBoundary>
          <OutcomeReport outcome={this.#outcome} rendermime={rendermime} />
        </ErrorBoundary>
      </ServicesProvider>
    )
  }
}

interface OutcomeReportProps {
  readonly outcome: Outcome
  readonly rendermime: IRenderMimeRegistry
}

function OutcomeReport({ outcome: { impact, reforms }, rendermime }: OutcomeReportProps) {
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
