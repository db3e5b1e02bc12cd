/** One thread's side of all sessions: answers requests, and keeps per session a machine and its reductions. */
import { TileMachine } from '../backends/wasm/tile-machine.ts'
import { controlWord, type Request } from './messages.ts'
import { reducerNamed } from './reducer-registry.ts'
import { StoredData } from './stored-data.ts'
import type { TileReducer } from './tile-reducer.ts'

interface HostedSession {
  readonly load: Extract<Request, { kind: 'load' }>
  readonly machine: TileMachine
  readonly reductions: Map<number, { readonly data: StoredData; readonly reducer: TileReducer }>
}

export class WorkerHost {
  readonly #sessions = new Map<number, HostedSession>()

  /** Does what is asked before it returns; throws what goes wrong. */
  handle(request: Request): void {
    if (request.kind === 'load') {
      const machine = new TileMachine(request.parts)
      this.#sessions.set(request.session, { load: request, machine, reductions: new Map() })
      return
    }
    const session = this.#sessions.get(request.session)!
    const { reductions } = session
    switch (request.kind) {
      case 'prepare': {
        const { name, spec } = request.parts
        const { parts, layout } = session.load
        const data = new StoredData(parts.memory, layout, request.parts)
        reductions.set(request.reduction, { data, reducer: reducerNamed(name).create(spec, data) })
        break
      }
      case 'release':
        reductions.delete(request.reduction)
        break
      case 'tiles': {
        const reduction = reductions.get(request.reduction ?? -1)
        if (request.columns) reduction?.data.moveTo(request.columns)
        this.#takeTurns(session, request.generation, session.load.layout.tileCount, tile => {
          session.machine.runTile(request.span, tile)
          reduction?.reducer.tile(tile)
        })
        break
      }
      case 'phase': {
        const { reducer } = reductions.get(request.reduction)!
        this.#takeTurns(session, request.generation, request.tasks, task =>
          reducer.phase!(request.phase, task),
        )
        break
      }
      case 'unload':
        this.#sessions.delete(request.session)
    }
  }

  /** Takes numbers below `count` that no other thread has taken, until none is left or a newer job has begun. */
  #takeTurns({ load }: HostedSession, generation: number, count: number, work: (turn: number) => void): void {
    const { control } = load
    while (Atomics.load(control, controlWord.generation) === generation) {
      const turn = Atomics.add(control, controlWord.next, 1)
      if (turn >= count) return
      work(turn)
    }
  }
}
