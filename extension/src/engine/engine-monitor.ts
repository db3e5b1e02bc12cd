/** The state of the engine as the status bar and the panel show it: asked for while somebody wants it. */
import { type ISignal, Signal } from '@lumino/signaling'
import type { Handshake } from './api-types.ts'
import type { EngineClient } from './engine-client.ts'
import { EngineError, type EngineProblem } from './engine-error.ts'

/** That of the handshake which this panel was written for. */
const PROTOCOL = 1

export type EngineState =
  | {
      readonly kind: 'unknown' | 'stopped' | 'starting' | 'ready' | 'restarting'
      readonly doing?: string
      /** The country package that it is of, and the name of its population. */
      readonly model?: NonNullable<Handshake['engine']['model']>
    }
  | { readonly kind: 'failed'; readonly problem: EngineProblem }

export class EngineMonitor {
  readonly #client: EngineClient
  readonly #changed = new Signal<this, EngineState>(this)
  #state: EngineState = { kind: 'unknown' }
  #timer: number | undefined

  constructor(client: EngineClient) {
    this.#client = client
  }

  get state(): EngineState {
    return this.#state
  }

  get changed(): ISignal<this, EngineState> {
    return this.#changed
  }

  /** Asks now, and again while the engine is about to be something else. */
  async look(): Promise<EngineState> {
    window.clearTimeout(this.#timer)
    const state = await this.#ask()
    if (JSON.stringify(state) !== JSON.stringify(this.#state)) {
      this.#state = state
      this.#changed.emit(state)
    }
    if (state.kind !== 'ready' && state.kind !== 'stopped')
      this.#timer = window.setTimeout(() => void this.look(), state.kind === 'failed' ? 5000 : 500)
    return state
  }

  dispose(): void {
    window.clearTimeout(this.#timer)
    Signal.clearData(this)
  }

  async #ask(): Promise<EngineState> {
    try {
      return stateOf(await this.#client.handshake())
    } catch (error) {
      if (error instanceof EngineError) return { kind: 'failed', problem: error }
      throw error
    }
  }
}

/** What a handshake says, in words that tell what to do. */
export function stateOf({ protocol, distribution, engine }: Handshake): EngineState {
  if (protocol !== PROTOCOL) return { kind: 'failed', problem: otherProtocol(protocol, distribution) }
  if (engine.state !== 'failed')
    return {
      kind: engine.state,
      ...(engine.doing !== null && { doing: engine.doing }),
      ...(engine.model && { model: engine.model }),
    }
  return {
    kind: 'failed',
    problem: engine.problem ?? {
      code: 'E_ENGINE_START',
      message: 'The engine ended several times in a row.',
      remedy: engine.remedy ?? 'Restart the Jupyter server.',
      details: { log: engine.log, log_tail: engine.log_tail },
    },
  }
}

function otherProtocol(protocol: number, distribution: string): EngineProblem {
  const isOlder = protocol < PROTOCOL
  return {
    code: 'E_SERVER_VERSION',
    message: `The Python package reformlab ${distribution} in this Jupyter server is ${isOlder ? 'older' : 'newer'} than this page.`,
    remedy: isOlder
      ? 'Upgrade it where Jupyter runs (pip install --upgrade reformlab), restart the Jupyter server and reload this page.'
      : 'Reload this page; if it stays so, restart the Jupyter server.',
    details: { protocol, expected: PROTOCOL },
  }
}
