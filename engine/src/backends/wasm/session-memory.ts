/** What lies in a population's shared memory from beginning to end, and the writing of schedules into it. */
import type { Population } from '../backend.ts'
import { columnEntry, slotEntry } from './binding.ts'
import { ColumnMemory } from './column-memory.ts'
import { type CompiledProgram, scalarTableAddress } from './compile-program.ts'
import { scheduleEntryBytes } from './emit-module.ts'
import { planSchedule, type Schedule } from './plan-schedule.ts'
import { type PopulationLayout, relationOffsets } from './population-layout.ts'
import { tileBytesOf, writeTileRecords } from './tile-records.ts'

/** What a thread needs to run a schedule. */
export interface ScheduleSpan {
  readonly start: number
  readonly end: number
}

export class SessionMemory {
  readonly columns: ColumnMemory
  /** Address of the first tile's records; each tile has one record per entity. */
  readonly tileAddress: number
  readonly tileBytes: number
  /** Address of each thread's scratch memory. */
  readonly scratch: readonly number[]
  readonly #compiled: CompiledProgram
  readonly #relations: ReadonlyMap<string, number>
  readonly #slotBytes: number
  readonly #scheduleAddress: number

  constructor(
    compiled: CompiledProgram,
    layout: PopulationLayout,
    relations: Population['relations'],
    threads: number,
  ) {
    this.#compiled = compiled
    const columns = new ColumnMemory(scalarTableAddress + compiled.scalars.nodes.length * 8)
    this.columns = columns
    const { program, kernels } = compiled
    this.tileBytes = tileBytesOf(program.entities)
    this.tileAddress = columns.reserve(layout.tileCount * this.tileBytes)
    this.#scheduleAddress = columns.reserve(
      kernels.reduce((sum, k) => sum + scheduleEntryBytes + 4 * (k.inputs.length + k.outputs.length + 1), 0),
    )
    this.#slotBytes = layout.largestTile * 8 + 64
    const scratchBytes = slotsFor(compiled) * this.#slotBytes
    this.scratch = Array.from({ length: threads }, () => columns.reserve(scratchBytes))
    this.#relations = new Map(
      program.relations.map(({ name, from, to }) => {
        const members = layout.entities.get(from)!
        const offsets = relationOffsets(members, layout.entities.get(to)!, relations[name]!)
        const address = columns.reserve(offsets.byteLength)
        columns.int32(address, offsets.length).set(offsets)
        return [name, address]
      }),
    )
    const tileWords = (layout.tileCount * this.tileBytes) / 4
    writeTileRecords(columns.int32(this.tileAddress, tileWords), program.entities, layout)
  }

  writeScalars(values: Float64Array): void {
    const { nodes } = this.#compiled.scalars
    const table = this.columns.float64(scalarTableAddress, nodes.length)
    for (let place = 0; place < nodes.length; place++) table[place] = values[nodes[place]!]!
  }

  /** Writes a schedule over the last one. A column node without an address reads as zeros. */
  writeSchedule({ steps }: Schedule, addressOf: (node: number) => number | undefined): ScheduleSpan {
    const start = this.#scheduleAddress
    const end = start + steps.length * scheduleEntryBytes
    const words: number[] = []
    const bindings: number[] = []
    for (const { kernel, places } of steps) {
      words.push(kernel, end + bindings.length * 4)
      for (const place of places) {
        const address = 'column' in place ? addressOf(place.column) : undefined
        if (address !== undefined) bindings.push(columnEntry(address))
        else bindings.push(slotEntry(('slot' in place ? place.slot : 0) * this.#slotBytes))
      }
      const { relation } = this.#compiled.kernels[kernel]!
      if (relation) bindings.push(columnEntry(this.#relations.get(relation.name)!))
    }
    this.columns.int32(start, words.length + bindings.length).set([...words, ...bindings])
    return { start, end }
  }
}

/** Slots that no schedule exceeds: those of computing everything and storing nothing. */
function slotsFor({ program, kernels, stages, dataColumns }: CompiledProgram): number {
  const needed = (stage: 'data' | 'law') =>
    planSchedule(program, kernels, {
      stage,
      targets: kernels.flatMap(k => (k.stage === stage ? k.outputs : [])),
      isKnown: node =>
        program.nodes[node]!.op === 'input' ||
        (stage === 'law' && stages[node] === 'data' && dataColumns.has(node)),
      isStored: () => false,
    }).slotCount
  return Math.max(needed('data'), needed('law'))
}
