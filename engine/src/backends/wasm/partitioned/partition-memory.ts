/** What lies in the shared memory of a partitioned population from beginning to end, and where columns are put. */
import type { Population } from '../../backend.ts'
import { ColumnMemory } from '../column-memory.ts'
import { scalarTableAddress } from '../compile-program.ts'
import { relationOffsets } from '../population-layout.ts'
import type { MachineParts } from '../tile-machine.ts'
import { tileBytesOf, writeTileRecords } from '../tile-records.ts'
import type { ArrangedRows } from './arrange-rows.ts'
import type { PartitionedProgram } from './compile-partitioned.ts'
import { mostWords, type ScheduleFrame, ScheduleWriter } from './schedule-writer.ts'

export class PartitionMemory {
  readonly columns: ColumnMemory
  /** Address of each partition's schedule. */
  readonly schedules: readonly number[]
  readonly frame: ScheduleFrame
  readonly #compiled: PartitionedProgram
  readonly #tileAddress: number
  readonly #tileBytes: number
  readonly #scratch: readonly number[]

  constructor(compiled: PartitionedProgram, rows: ArrangedRows, threads: number) {
    const { program, scalars, plans, constants } = compiled
    this.#compiled = compiled
    this.columns = new ColumnMemory(scalarTableAddress + scalars.nodes.length * 8)
    this.#tileBytes = tileBytesOf(program.entities)
    this.#tileAddress = this.columns.reserve(rows.tileCount * this.#tileBytes)
    this.schedules = plans.map(plan => this.columns.reserve(mostWords(plan, compiled.columns) * 4))
    const slotBytes = rows.largestTile * 8 + 64
    const slots = constants.length + 1 + mostSlots(compiled)
    this.#scratch = Array.from({ length: threads }, () => this.columns.reserve(slots * slotBytes))
    for (const scratch of this.#scratch)
      constants.forEach((value, k) => {
        this.columns.float64(scratch + k * slotBytes, slotBytes / 8).fill(value)
      })
    const relations = this.#placeRelations(rows, rows.relations)
    this.frame = { constantCount: constants.length, slotBytes, relation: name => relations.get(name)! }
    const tileWords = (rows.tileCount * this.#tileBytes) / 4
    writeTileRecords(this.columns.int32(this.#tileAddress, tileWords), program.entities, rows)
  }

  writeScalars(values: Float64Array): void {
    const { nodes } = this.#compiled.scalars
    const table = this.columns.float64(scalarTableAddress, nodes.length)
    for (let place = 0; place < nodes.length; place++) table[place] = values[nodes[place]!]!
  }

  machineParts(thread: number): MachineParts {
    return {
      module: this.#compiled.module,
      memory: this.columns.memory,
      tileAddress: this.#tileAddress,
      tileBytes: this.#tileBytes,
      scratch: this.#scratch[thread]!,
    }
  }

  #placeRelations(rows: ArrangedRows, relations: Population['relations']): ReadonlyMap<string, number> {
    return new Map(
      this.#compiled.program.relations.map(({ name, from, to }) => {
        const offsets = relationOffsets(rows.entities.get(from)!, rows.entities.get(to)!, relations[name]!)
        const address = this.columns.reserve(offsets.byteLength)
        this.columns.int32(address, offsets.length).set(offsets)
        return [name, address]
      }),
    )
  }
}

/** Slots that no schedule exceeds: those of computing everything and storing nothing. */
function mostSlots({ kernels, columns, plans }: PartitionedProgram): number {
  const frame = { constantCount: 0, slotBytes: 8, relation: () => 0 }
  const writer = new ScheduleWriter(kernels, columns, frame)
  const nowhere = new Int32Array(columns.nodes.length)
  const places = { known: nowhere, stored: nowhere }
  const slots = plans.map(plan => {
    const targets = plan.results.flatMap(r =>
      'column' in r && r.column >= columns.inputCount ? r.column : [],
    )
    return writer.write(plan, targets, places, new Int32Array(mostWords(plan, columns)), 0).slots
  })
  return Math.max(...slots)
}
