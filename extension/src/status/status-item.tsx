import { ReactWidget } from '@jupyterlab/apputils'
import type { TranslationBundle } from '@jupyterlab/translation'
import { type ISignal, Signal } from '@lumino/signaling'
import type { EngineState } from '../engine/engine-monitor.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import type { IReformTracker } from '../reform/reform-tracker.ts'
import '../../style/index.css'

export interface StatusItemOptions {
  readonly engine: IEngine
  readonly tracker: IReformTracker
  readonly trans: TranslationBundle
}

/** There while a reform is open, or the engine is not well. */
export class StatusItem extends ReactWidget {
  readonly #options: StatusItemOptions
  readonly #activeStateChanged = new Signal<this, void>(this)
  #model: ReformModel | undefined

  constructor(options: StatusItemOptions) {
    super()
    this.#options = options
    this.addClass('rl-Status')
    const { engine, tracker } = options
    engine.monitor.changed.connect(() => this.#tell())
    tracker.currentChanged.connect(() => this.#follow())
    this.#follow()
  }

  get isActive(): boolean {
    return this.#model !== undefined || this.#options.engine.monitor.state.kind === 'failed'
  }

  get activeStateChanged(): ISignal<this, void> {
    return this.#activeStateChanged
  }

  protected render() {
    const { trans } = this.#options
    const state = this.#state()
    const { impact, frame } = this.#model?.outcomes ?? {}
    const hash = this.#model?.said.hash
    const parts = [
      ...(frame ? [trans.__('last answer %1 ms', Math.round(frame.milliseconds))] : []),
      ...(hash ? [trans.__('reform %1', hash.slice(0, 8))] : []),
      ...(impact ? [trans.__('data %1', impact.dataset.hash.slice(0, 8))] : []),
    ]
    return (
      <div className="rl-StatusText" role="status" title={this.#hint(state)}>
        <span className="rl-Dot" data-state={state.kind} aria-hidden="true" />
        {[stateText(state, trans), ...parts].join(' · ')}
      </div>
    )
  }

  /** A session that lives knows better than the last handshake. */
  #state(): EngineState {
    const session = this.#model?.outcomes.state
    if (session?.kind === 'live') return { kind: 'ready' }
    if (session?.kind === 'lost') return { kind: 'restarting' }
    return this.#options.engine.monitor.state
  }

  #hint(state: EngineState): string {
    const { trans } = this.#options
    if (state.kind === 'failed') return `${state.problem.message} ${state.problem.remedy}`
    const hash = this.#model?.said.hash
    const hashes = [
      hash && trans.__('Reform %1', hash),
      this.#model?.outcomes.impact && trans.__('Data %1', this.#model.outcomes.impact.dataset.hash),
    ]
    return hashes.filter(Boolean).join('\n')
  }

  #follow(): void {
    this.#model?.changed.disconnect(this.#onModel, this)
    this.#model = this.#options.tracker.currentWidget?.content.model
    this.#model?.changed.connect(this.#onModel, this)
    this.#tell()
  }

  #onModel(): void {
    const { monitor } = this.#options.engine
    const { state } = this.#model!.outcomes
    if (state.kind === 'live' && monitor.state.kind !== 'ready') void monitor.look()
    this.update()
  }

  #tell(): void {
    this.#activeStateChanged.emit()
    this.update()
  }
}

function stateText(state: EngineState, trans: TranslationBundle): string {
  const texts: Readonly<Record<EngineState['kind'], string>> = {
    unknown: trans.__('Reformlab engine: asking'),
    stopped: trans.__('Reformlab engine starts when it is needed'),
    starting: trans.__('Reformlab engine is starting'),
    ready: trans.__('Reformlab engine ready'),
    restarting: trans.__('Reformlab engine is starting again'),
    failed: trans.__('Reformlab engine failed'),
  }
  return texts[state.kind]
}
