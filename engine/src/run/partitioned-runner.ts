/**
 * Runs a program of anyone's over a population of anyone's, on worker threads: rows in any order, grouped by a category
 * where one is named. A baseline once, then reforms that recompute only what they change.
 */
import type { Columns, Population } from '../backends/backend.ts'
import {
  choosePartition,
  openPartitioned,
  type PartitionedSession,
} from '../backends/wasm/partitioned/index.ts'
import type { Program } from '../program/index.ts'
import { type Crew, type CrewOptions, startCrew } from './crew.ts'
import { Jobs } from './jobs.ts'

export interface PartitionedOptions extends CrewOptions {
  /** Input whose values part the rows; without it, or where it is none, the one with which least is left to compute. */
  readonly partition?: string | undefined
  /** Bytes of columns that a baseline keeps at most. */
  readonly keepBytes?: number
}

export interface PartitionedStatistics {
  readonly milliseconds: number
  /** Of these, what it took to decide which kernels run. */
  readonly planning: number
  /** Operations times the rows on which they ran, in millions. */
  readonly work: number
}

/** Columns that a baseline keeps for each row: beyond these, memory costs more than it saves time. */
const KEPT_COLUMNS = 1500
const MOST_KEPT_BYTES = 1536 * 2 ** 20

/** Throws a `RangeError` where the population does not fit the program. */
export async function createPartitionedRunner(
  program: Program,
  population: Population,
  { partition, keepBytes, ...options }: PartitionedOptions = {},
): Promise<PartitionedRunner> {
  const isInput = program.nodes.some(({ op, name }) => op === 'input' && name === partition)
  const crew = startCrew(options)
  try {
    const session = openPartitioned(program, population, {
      partition: isInput ? partition : choosePartition(program, population),
      threads: crew.size,
      keepBytes: keepBytes ?? usualKeepBytes(population),
    })
    const runner = new PartitionedRunner(session, crew)
    await crew.started
    await runner.load()
    return runner
  } catch (problem) {
    await crew.close()
    throw problem
  }
}

function usualKeepBytes({ entities }: Population): number {
  const most = Math.max(0, ...Object.values(entities).map(({ count }) => count))
  return Math.min(MOST_KEPT_BYTES, most * KEPT_COLUMNS * 8)
}

export class PartitionedRunner {
  readonly session: PartitionedSession
  readonly #crew: Crew
  readonly #number: number
  readonly #jobs: Jobs

  constructor(session: PartitionedSession, crew: Crew) {
    this.session = session
    this.#crew = crew
    this.#number = crew.nextSession()
    this.#jobs = new Jobs(crew, this.#number)
  }

  get threads(): number {
    return this.#crew.size
  }

  /** Brings the compiled program to every thread; `createPartitionedRunner` has done so. */
  load(): Promise<void> {
    const { tileCount, entities, partitionOfTile } = this.session.rows
    return this.#crew.each(thread => ({
      kind: 'load',
      session: this.#number,
      parts: this.session.machineParts(thread),
      control: this.#jobs.control,
      layout: { tileCount, entities, relations: new Map() },
      spanOfTile: partitionOfTile,
      threads: this.#crew.size,
    }))
  }

  /** One run at a time. `parameters`: in the order of `session.parameters`. */
  async run(
    parameters: Float64Array,
    variables: readonly string[],
    isBaseline = false,
  ): Promise<{ readonly columns: Columns; readonly statistics: PartitionedStatistics }> {
    const began = performance.now()
    this.session.begin(parameters)
    const plan = isBaseline ? this.session.planBaseline(variables) : this.session.planRun(variables)
    const planning = performance.now() - began
    await this.#jobs.run(plan.spans, new AbortController().signal)
    plan.complete()
    const columns = new Map(variables.map(name => [name, this.session.values(name)]))
    return { columns, statistics: { milliseconds: performance.now() - began, planning, work: plan.work } }
  }

  close(): Promise<void> {
    return this.#crew.close()
  }
}
