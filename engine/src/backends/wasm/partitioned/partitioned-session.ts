/**
 * A population whose rows are grouped by a category, in shared memory, with what is known of it. It plans runs and reads
 * results; it runs nothing itself, and knows no threads.
 *
 * A run goes `begin`, then `planBaseline` or `planRun`; `complete` of a plan is called when all its tiles are done. What
 * depends on the data alone is computed by the first baseline, and nothing affects it after.
 */
import type { Population } from '../../backend.ts'
import { scheduleEntryBytes } from '../emit-module.ts'
import { toPopulation } from '../population-layout.ts'
import type { ScheduleSpan } from '../session-memory.ts'
import type { MachineParts } from '../tile-machine.ts'
import { changedScalars, findKnown } from './affected-columns.ts'
import type { ArrangedRows } from './arrange-rows.ts'
import type { PartitionedProgram } from './compile-partitioned.ts'
import { PartitionColumns } from './partition-columns.ts'
import { PartitionMemory } from './partition-memory.ts'
import { columnsToRenew, findResults, placeResults } from './run-targets.ts'
import { ScalarEvaluator } from './scalar-evaluator.ts'
import { mostWords, ScheduleWriter } from './schedule-writer.ts'

export interface PartitionedRun {
  /** By partition. */
  readonly spans: readonly ScheduleSpan[]
  /** Operations times the rows on which they run, in millions. */
  readonly work: number
  complete(): void
}

export interface PartitionedSessionOptions {
  readonly threads: number
  /** Bytes of columns that a baseline keeps at most beyond those it is asked for. */
  readonly keepBytes: number
}

/** What the last plan was made for: the same again is the same schedule. */
interface LastPlan {
  readonly run: PartitionedRun
  readonly variables: string
  readonly changed: Uint8Array | undefined
}

export class PartitionedSession {
  readonly compiled: PartitionedProgram
  readonly rows: ArrangedRows
  readonly #memory: PartitionMemory
  readonly #columns: PartitionColumns
  readonly #evaluator: ScalarEvaluator
  readonly #writer: ScheduleWriter
  /** By column, written anew for each partition: where known ones lie, which differ, where the results of a run go. */
  readonly #known: Int32Array
  readonly #affected: Uint8Array
  readonly #stored: Int32Array
  /** By partition, where the columns of variables lie after the last run. */
  readonly #found: Map<number, number>[]
  #scalars: Float64Array = new Float64Array(0)
  /** Scalars of the baseline; undefined where there is none. */
  #baseline: Float64Array | undefined
  #last: LastPlan | undefined

  constructor(
    compiled: PartitionedProgram,
    rows: ArrangedRows,
    population: Population,
    { threads, keepBytes }: PartitionedSessionOptions,
  ) {
    this.compiled = compiled
    this.rows = rows
    this.#memory = new PartitionMemory(compiled, rows, threads)
    this.#columns = new PartitionColumns(compiled, rows, this.#memory, population, keepBytes)
    this.#evaluator = new ScalarEvaluator(compiled.program, compiled.stages)
    this.#writer = new ScheduleWriter(compiled.kernels, compiled.columns, this.#memory.frame)
    const count = compiled.columns.nodes.length
    this.#known = new Int32Array(count)
    this.#known.set(this.#columns.inputs)
    this.#affected = new Uint8Array(count)
    this.#stored = new Int32Array(count)
    this.#found = compiled.plans.map(() => new Map())
  }

  /** Paths of the parameters, in the order in which `begin` takes their values. */
  get parameters(): readonly string[] {
    return this.#evaluator.parameters
  }

  machineParts(thread: number): MachineParts {
    return this.#memory.machineParts(thread)
  }

  begin(parameters: Float64Array): void {
    this.#scalars = this.#evaluator.evaluate(parameters)
    this.#memory.writeScalars(this.#scalars)
  }

  /** Computes `variables` and what is worth keeping; of what the last baseline kept only that which differs. */
  planBaseline(variables: readonly string[]): PartitionedRun {
    const chosen = variables.map(name => this.#variable(name))
    const isFirst = !this.#baseline
    this.#columns.keep(chosen)
    const changed = isFirst ? undefined : this.#changed()
    const scalars = this.#scalars
    const run = this.#plan(chosen, true, changed)
    this.#baseline = undefined
    this.#last = undefined
    return {
      ...run,
      complete: () => {
        this.#baseline = scalars
      },
    }
  }

  /** Computes `variables`, and of what the baseline kept only that which the changed scalars affect. */
  planRun(variables: readonly string[]): PartitionedRun {
    const chosen = variables.map(name => this.#variable(name))
    const changed = this.#changed()
    const last = this.#last
    if (last?.variables === chosen.join() && areEqual(last.changed, changed)) return last.run
    const run = this.#plan(chosen, false, changed)
    this.#last = { run, variables: chosen.join(), changed }
    return run
  }

  /** A variable's values as the last run computed them, in rows of the population. */
  values(name: string): Float64Array {
    const variable = this.#variable(name)
    const { entity } = this.compiled.program.variables[variable]!
    const layout = this.rows.entities.get(entity)!
    const stored = new Float64Array(layout.length)
    this.rows.partitionOfTile.forEach((partition, tile) => {
      const [start, end] = [layout.storage[tile]!, layout.storage[tile + 1]!]
      const result = this.compiled.plans[partition]!.results[variable]!
      if ('constant' in result) stored.fill(result.constant, start, end)
      else if ('scalar' in result) stored.fill(this.#scalars[result.scalar]!, start, end)
      else {
        const place = this.#found[partition]!.get(variable)!
        if (place) stored.set(this.#columns.read(place, start, end), start)
      }
    })
    const arranged = toPopulation(layout, stored)
    const values = new Float64Array(layout.count)
    this.rows.order.get(entity)!.forEach((row, i) => {
      values[row] = arranged[i]!
    })
    return values
  }

  #changed(): Uint8Array | undefined {
    return this.#baseline && changedScalars(this.compiled, this.#baseline, this.#scalars)
  }

  #plan(variables: readonly number[], isBaseline: boolean, changed: Uint8Array | undefined): PartitionedRun {
    const { plans, columns } = this.compiled
    const [known, stored] = [this.#known, this.#stored]
    let work = 0
    const spans = plans.map((plan, partition) => {
      const kept = this.#columns.kept[partition]!
      findKnown(this.compiled, plan, changed, kept, this.#affected, known)
      const places = { known, stored: isBaseline ? kept : stored }
      const targets = isBaseline
        ? columnsToRenew(columns, plan, kept, known)
        : placeResults(columns, plan, variables, places, variable => this.#columns.ofRun(variable))
      this.#found[partition] = findResults(plan, variables, places)
      const start = this.#memory.schedules[partition]!
      const words = this.#memory.columns.int32(start, mostWords(plan, columns))
      const { steps } = this.#writer.write(plan, targets, places, words, start)
      if (!isBaseline) for (const column of targets) stored[column] = 0
      for (const step of steps) work += this.#workOf(partition, plan.kernels[step]!)
      return { start, end: start + steps.length * scheduleEntryBytes }
    })
    return { spans, work: work / 1e6, complete() {} }
  }

  #workOf(partition: number, kernel: number): number {
    const { nodes, entity } = this.compiled.kernels[kernel]!
    return nodes.length * this.#columns.rowsIn(partition, entity)
  }

  #variable(name: string): number {
    const found = this.compiled.program.variables.findIndex(v => v.name === name)
    if (found < 0) throw new RangeError(`no variable ${name}`)
    return found
  }
}

function areEqual(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (!a || !b) return a === b
  return a.every((value, i) => value === b[i])
}
