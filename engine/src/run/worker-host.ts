/** One thread's side of all sessions: answers requests, and keeps per session a machine and its reductions. */
import { TileMachine } from '../backends/wasm/tile-machine.ts'
import type { Request } from './messages.ts'
import { reducerNamed } from './reducer-registry.ts'
import { Stages } from './stages.ts'
import { StoredData } from './stored-data.ts'
import type { TileReducer } from './tile-reducer.ts'

type Job = Extract<Request, { kind: 'job' }>

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
      case 'job':
        this.#work(session, request)
        break
      case 'unload':
        this.#sessions.delete(request.session)
    }
  }

  #work({ load, machine, reductions }: HostedSession, { generation, spans, reduce }: Job): void {
    const { data, reducer } = reductions.get(reduce?.reduction ?? -1) ?? {}
    const stages = new Stages(load.control, load.threads, generation)
    stages.attempt(() => {
      if (reduce) data!.moveTo(reduce.columns)
      reducer?.begin?.()
    })
    stages.pass(load.layout.tileCount, tile => {
      machine.runTile(spans[load.spanOfTile?.[tile] ?? 0]!, tile)
      reducer?.tile(tile)
    })
    reduce?.phases.forEach((tasks, phase) => {
      stages.pass(tasks, task => reducer!.phase!(phase, task))
    })
    stages.end()
  }
}
