/**
 * Runs one program over one population, again and again, on worker threads: a baseline once, then reforms that recompute
 * only what they change. The newest run wins; results are the same bytes for any number of workers.
 *
 * It knows parameters as numbers by path and columns by name, nothing of years, reforms or what outcomes mean.
 */
import type { Columns, ParameterValues, Population } from '../backends/backend.ts'
import { compileProgram, type PlannedRun, PopulationSession } from '../backends/wasm/index.ts'
import type { Program } from '../program/index.ts'
import { type Crew, type CrewOptions, startCrew } from './crew.ts'
import { GivenColumns } from './given-columns.ts'
import { Jobs } from './jobs.ts'
import type { ColumnDirectory, ReduceOrder } from './messages.ts'
import { prepareReduction, type Reduction } from './reduction.ts'
import { RunSuperseded } from './run-superseded.ts'
import type { StoredLayout } from './stored-data.ts'
import { storedRelations } from './stored-relations.ts'
import type { ReducerDefinition } from './tile-reducer.ts'
import { Turns } from './turns.ts'

export interface RunnerOptions extends CrewOptions {
  /** Threads to share with other runners; `close` leaves them running. */
  readonly crew?: Crew
  /** Bytes of columns a baseline keeps at most beyond those it is asked for. */
  readonly keepBytes?: number
  /** Rows of the most numerous entity that are computed together. */
  readonly tileRows?: number
}

export interface RunRequest<Result> {
  /** Variables to answer as columns. */
  readonly variables?: readonly string[]
  /** Variables to compute and leave in shared memory. */
  readonly stored?: readonly string[]
  readonly reduce?: Reduction<Result>
  /** Aborting rejects the run with the signal's reason. */
  readonly signal?: AbortSignal
  /** Computes everything, as if there were no baseline; the baseline stays. */
  readonly whole?: boolean
}

export interface RunResult<Result> {
  /** The variables asked for, in rows of the population. */
  readonly columns: Columns
  /** What the reduction answers; undefined without one. */
  readonly reduced: Result
  readonly statistics: RunStatistics
}

export interface RunStatistics {
  readonly milliseconds: number
  readonly kernels: number
  /** Operations computed as a share of those that depend on parameters; above 1 where data had to be computed. */
  readonly share: number
  readonly workers: number
}

/** Beyond these a baseline's columns cost more memory than they save time. */
const KEEP_BYTES = 704 * 2 ** 20

/** Compiles `program`, lays `population` out in shared memory and starts threads. The population is not held on to. */
export async function createRunner(
  program: Program,
  population: Population,
  options: RunnerOptions = {},
): Promise<PopulationRunner> {
  const crew = options.crew ?? startCrew(options)
  try {
    const session = new PopulationSession(compileProgram(program), population, {
      threads: crew.size,
      keepBytes: options.keepBytes ?? KEEP_BYTES,
      ...(options.tileRows !== undefined && { tileRows: options.tileRows }),
    })
    const relations = storedRelations(program, session.layout.entities, population.relations)
    const runner = new PopulationRunner(session, { ...session.layout, relations }, crew, !options.crew)
    await crew.started
    await runner.load()
    return runner
  } catch (problem) {
    if (!options.crew) await crew.close()
    throw problem
  }
}

export class PopulationRunner {
  readonly #session: PopulationSession
  readonly #layout: StoredLayout
  readonly #crew: Crew
  readonly #ownsCrew: boolean
  readonly #number: number
  readonly #jobs: Jobs
  readonly #given: GivenColumns
  readonly #turns = new Turns()
  readonly #reductions = new Map<number, Reduction<unknown>>()
  #reductionCount = 0

  constructor(session: PopulationSession, layout: StoredLayout, crew: Crew, ownsCrew: boolean) {
    this.#session = session
    this.#layout = layout
    this.#crew = crew
    this.#ownsCrew = ownsCrew
    this.#number = crew.nextSession()
    this.#jobs = new Jobs(crew, this.#number)
    this.#given = new GivenColumns(session)
  }

  /** The threads, for other runners to share. */
  get crew(): Crew {
    return this.#crew
  }

  /** Brings the compiled program to every thread; `createRunner` has done so. */
  load(): Promise<void> {
    return this.#crew.each(thread => ({
      kind: 'load',
      session: this.#number,
      parts: this.#session.machineParts(thread),
      control: this.#jobs.control,
      layout: this.#layout,
      threads: this.#crew.size,
    }))
  }

  /**
   * Computes what is asked for and keeps what later runs can build on, the variables of all reductions among it. Replaces
   * the last baseline; overtakes baselines and runs that have not answered.
   */
  baseline<Result = undefined>(
    parameters: ParameterValues,
    request: RunRequest<Result> = {},
  ): Promise<RunResult<Result>> {
    this.#turns.overtake(['run', 'baseline'], new RunSuperseded())
    const work = (signal: AbortSignal) => this.#attempt(parameters, request, signal, true)
    return this.#turns.take('baseline', work, request.signal)
  }

  /**
   * Computes what is asked for; with a baseline only what differs from it. Overtakes an older run, which rejects with
   * `RunSuperseded`. Throws a `RangeError` for an unknown variable or a parameter without a value.
   */
  run<Result = undefined>(
    parameters: ParameterValues,
    request: RunRequest<Result> = {},
  ): Promise<RunResult<Result>> {
    this.#turns.overtake(['run'], new RunSuperseded())
    const work = (signal: AbortSignal) => this.#attempt(parameters, request, signal, false)
    return this.#turns.take('run', work, request.signal)
  }

  /** Replaces all input columns, by those of another year for instance; the rows stay. The baseline is forgotten. */
  setInputs(entities: Population['entities']): Promise<void> {
    return this.#replaceInputs(entities, false)
  }

  /** Replaces some input columns. The baseline is forgotten. */
  changeInputs(entities: Population['entities']): Promise<void> {
    return this.#replaceInputs(entities, true)
  }

  #replaceInputs(entities: Population['entities'], partly: boolean): Promise<void> {
    this.#turns.overtake(['run', 'baseline'], new RunSuperseded())
    return this.#turns.take('inputs', async () => {
      this.#session.setInputs(entities, partly)
      this.#given.moved()
    })
  }

  /** A copy of an input's column, one value per row; undefined where the program has no such input. */
  input(name: string): Float64Array | undefined {
    return this.#session.input(name)
  }

  /** Gives reductions a column, one value per row of the entity's population; the same name again replaces it. */
  addColumn(entity: string, name: string, values: Float64Array): Promise<void> {
    return this.#turns.take('column', async () => this.#given.add(entity, name, values))
  }

  /** Makes a registered reducer ready on every thread. */
  reduction<Spec, Result>(
    definition: ReducerDefinition<Spec, Result>,
    spec: Spec,
  ): Promise<Reduction<Result>> {
    return this.#turns.take('reduction', async () => {
      const id = ++this.#reductionCount
      const reduction = prepareReduction(id, definition, spec, this.#layout, this.#session.memory.columns)
      const { parts } = reduction
      await this.#crew.each(() => ({ kind: 'prepare', session: this.#number, reduction: id, parts }))
      this.#reductions.set(id, reduction)
      return reduction
    })
  }

  /** Gives a reduction's memory back; it cannot be used any more. */
  release(reduction: Reduction<unknown>): Promise<void> {
    return this.#turns.take('reduction', async () => {
      await this.#crew.each(() => ({ kind: 'release', session: this.#number, reduction: reduction.id }))
      this.#reductions.delete(reduction.id)
      reduction.release()
    })
  }

  /** Ends the threads, unless they are shared. What has not answered is rejected. */
  async close(): Promise<void> {
    this.#turns.overtake(['run', 'baseline'], new RunSuperseded())
    if (this.#ownsCrew) return this.#crew.close()
    const unload = () => this.#crew.each(() => ({ kind: 'unload', session: this.#number }))
    await this.#turns.take('close', unload)
  }

  async #attempt<Result>(
    ...run: [ParameterValues, RunRequest<Result>, AbortSignal, isBaseline: boolean]
  ): Promise<RunResult<Result>> {
    try {
      return await this.#compute(...run)
    } catch (problem) {
      // What it was to tell the threads of where columns lie may not have reached them.
      this.#given.moved()
      throw problem
    }
  }

  async #compute<Result>(
    parameters: ParameterValues,
    { variables = [], stored = [], reduce, whole = false }: RunRequest<Result>,
    signal: AbortSignal,
    isBaseline: boolean,
  ): Promise<RunResult<Result>> {
    const session = this.#session
    const began = performance.now()
    const wanted = [...variables, ...stored, ...(reduce?.plan.variables ?? [])]
    for (const name of wanted) session.variable(name)
    session.begin(parameters)
    const plans: PlannedRun[] = []
    const perform = async (plan: PlannedRun, order?: ReduceOrder) => {
      await this.#jobs.run([plan], signal, order)
      plan.complete()
      plans.push(plan)
    }
    if (session.needsData) await perform(session.planData())
    const reductions = isBaseline ? [...this.#reductions.values()] : []
    const plan = isBaseline
      ? session.planBaseline([...wanted, ...reductions.flatMap(r => r.plan.variables)])
      : session.planRun(wanted, !whole)
    const order = reduce && this.#orderFor(reduce, isBaseline)
    await perform(plan, order)
    if (order) reduce.data.moveTo(order.columns)
    return {
      columns: new Map(variables.map(name => [name, session.values(name)])),
      reduced: reduce?.combine() as Result,
      statistics: {
        milliseconds: performance.now() - began,
        kernels: plans.reduce((sum, p) => sum + p.kernels, 0),
        share: plans.reduce((sum, p) => sum + p.share, 0),
        workers: this.#crew.size,
      },
    }
  }

  #orderFor({ id, plan }: Reduction<unknown>, isBaseline: boolean): ReduceOrder {
    const session = this.#session
    const run: ColumnDirectory = new Map(plan.variables.map(name => [name, session.stored(name)]))
    const kept = plan.variables.flatMap(name => {
      const place = session.storedInBaseline(name)
      return place ? [[name, place] as const] : []
    })
    const given = this.#given.newsFor(id)
    const columns = { run, baseline: isBaseline ? run : new Map(kept), ...(given && { given }) }
    return { reduction: id, columns, phases: plan.phases ?? [] }
  }
}
