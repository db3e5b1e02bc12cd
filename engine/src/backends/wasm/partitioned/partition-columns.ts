/** Where the columns of a partitioned population lie: those given, those a baseline keeps, those of the last run. */
import type { Population } from '../../backend.ts'
import { columnEntry } from '../binding.ts'
import { type EntityLayout, toStorage } from '../population-layout.ts'
import type { ArrangedRows } from './arrange-rows.ts'
import type { PartitionedProgram } from './compile-partitioned.ts'
import { columnsToKeep } from './keep-columns.ts'
import type { PartitionMemory } from './partition-memory.ts'
import type { Result } from './plan-partition.ts'

/** Places are binding entries, to which the offset of any tile of the partition may be added; 0 is no place. */
export class PartitionColumns {
  /** Of each input. */
  readonly inputs: Int32Array
  /** By partition, of each column that the baseline keeps. */
  readonly kept: readonly Int32Array[]
  readonly #compiled: PartitionedProgram
  readonly #rows: ArrangedRows
  readonly #memory: PartitionMemory
  readonly #keepBytes: number
  /** Of the columns of runs, by variable. */
  readonly #run = new Map<number, number>()
  /** Storage rows of each partition and entity: the first, and how many. */
  readonly #spans: readonly ReadonlyMap<string, readonly [first: number, count: number]>[]
  #hasChosen = false

  constructor(
    compiled: PartitionedProgram,
    rows: ArrangedRows,
    memory: PartitionMemory,
    population: Population,
    keepBytes: number,
  ) {
    this.#compiled = compiled
    this.#rows = rows
    this.#memory = memory
    this.#keepBytes = keepBytes
    this.inputs = this.#placeInputs(population)
    this.kept = compiled.plans.map(() => new Int32Array(compiled.columns.nodes.length))
    this.#spans = compiled.plans.map((_, partition) => {
      const [first, last] = [
        rows.partitionOfTile.indexOf(partition),
        rows.partitionOfTile.lastIndexOf(partition),
      ]
      const span = ({ storage }: EntityLayout) =>
        [storage[first]!, storage[last + 1]! - storage[first]!] as const
      return new Map([...rows.entities].map(([name, layout]) => [name, span(layout)]))
    })
  }

  /** Storage rows that an entity has in a partition, padding included. */
  rowsIn(partition: number, entity: string): number {
    return this.#spans[partition]!.get(entity)![1]
  }

  /** Gives a place to the columns that are worth keeping, once, and to those of `variables`. */
  keep(variables: readonly number[]): void {
    const { plans, columns } = this.#compiled
    if (!this.#hasChosen) {
      const rowsOf = (partition: number, column: number) => this.rowsIn(partition, this.#entityOf(column))
      columnsToKeep(this.#compiled, rowsOf, this.#keepBytes).forEach((isKept, partition) => {
        isKept.forEach((worth, column) => {
          if (worth) this.#keepOne(partition, column)
        })
      })
    }
    this.#hasChosen = true
    plans.forEach(({ results }, partition) => {
      for (const variable of variables) {
        const result = results[variable]!
        if (isComputed(result, columns.inputCount)) this.#keepOne(partition, result.column)
      }
    })
  }

  /** The place of a variable's column after a run that does not keep it. */
  ofRun(variable: number): number {
    const known = this.#run.get(variable)
    if (known !== undefined) return known
    const { entity } = this.#compiled.program.variables[variable]!
    const place = columnEntry(this.#memory.columns.take(this.#rows.entities.get(entity)!.length))
    this.#run.set(variable, place)
    return place
  }

  /** The numbers from storage row `start` up to `end` of a column. */
  read(place: number, start: number, end: number): Float64Array {
    return this.#memory.columns.float64((place & -2) + start * 8, end - start)
  }

  #keepOne(partition: number, column: number): void {
    const kept = this.kept[partition]!
    if (kept[column]) return
    const [first, count] = this.#spans[partition]!.get(this.#entityOf(column))!
    kept[column] = columnEntry(this.#memory.columns.reserve(count * 8) - first * 8)
  }

  #entityOf(column: number): string {
    const { program, columns } = this.#compiled
    return program.nodes[columns.nodes[column]!]!.entity!
  }

  #placeInputs({ entities }: Population): Int32Array {
    const { columns, program } = this.#compiled
    return Int32Array.from({ length: columns.inputCount }, (_, column) => {
      const { entity, name } = program.nodes[columns.nodes[column]!]!
      const values = entities[entity!]?.columns.get(name!)
      if (!values) return 0
      const layout = this.#rows.entities.get(entity!)!
      if (values.length !== layout.count)
        throw new RangeError(`column ${name} of ${entity} has ${values.length} rows, not ${layout.count}`)
      const arranged = Float64Array.from(this.#rows.order.get(entity!)!, row => values[row]!)
      const address = this.#memory.columns.take(layout.length)
      toStorage(layout, arranged, this.#memory.columns.float64(address, layout.length))
      return columnEntry(address)
    })
  }
}

/** Whether a result is a column that kernels write. */
export function isComputed(result: Result, inputCount: number): result is { readonly column: number } {
  return 'column' in result && result.column >= inputCount
}
