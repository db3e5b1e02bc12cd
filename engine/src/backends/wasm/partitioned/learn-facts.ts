/**
 * What a population shows of a program: columns that depend on the data alone and have one value in a whole partition.
 * Nobody there may be blind, or its category may reach another entity in a way that the program does not tell.
 */
import type { Population } from '../../backend.ts'
import { slotEntry } from '../binding.ts'
import { TileMachine } from '../tile-machine.ts'
import type { ArrangedRows } from './arrange-rows.ts'
import type { PartitionedProgram } from './compile-partitioned.ts'
import { type Facts, withValues } from './facts.ts'
import { PartitionColumns } from './partition-columns.ts'
import { PartitionMemory } from './partition-memory.ts'
import type { PartitionPlan } from './plan-partition.ts'
import { ScalarEvaluator } from './scalar-evaluator.ts'
import { mostWords, ScheduleWriter } from './schedule-writer.ts'

/** All that is known of nodes of `compiled.program`. Computes the data once, tile after tile, on the calling thread. */
export function learnFacts(
  compiled: PartitionedProgram,
  rows: ArrangedRows,
  population: Population,
): readonly Facts[] {
  const { program, stages, kernels, columns, plans } = compiled
  const { inputCount, first, nodes } = columns
  const memory = new PartitionMemory(compiled, rows, 1)
  const { inputs } = new PartitionColumns(compiled, rows, memory, population, 0)
  const { frame } = memory
  const writer = new ScheduleWriter(kernels, columns, frame)
  const parts = memory.machineParts(0)
  const machine = new TileMachine(parts)
  const evaluator = new ScalarEvaluator(program, stages)
  memory.writeScalars(evaluator.evaluate(new Float64Array(evaluator.parameters.length)))
  const known = new Int32Array(nodes.length)
  known.set(inputs)
  const stored = placeResults()
  return plans.map((plan, partition) => withValues(compiled.facts[partition]!, valuesIn(plan, partition)))

  /** A place of its own for each column of the data while a tile is computed, as if it were a slot. */
  function placeResults(): Int32Array {
    const dataKernels = [...kernels.keys()].filter(k => kernels[k]!.stage === 'data')
    const count = dataKernels.reduce((sum, k) => sum + first[k + 1]! - first[k]!, 0)
    const address = memory.columns.reserve(count * frame.slotBytes)
    const places = new Int32Array(nodes.length)
    let next = address - parts.scratch
    for (const k of dataKernels)
      for (let column = first[k]!; column < first[k + 1]!; column++, next += frame.slotBytes)
        places[column] = slotEntry(next)
    return places
  }

  function valuesIn(plan: PartitionPlan, partition: number): Map<number, number> {
    const computed = Array.from(plan.kernels).filter(k => kernels[k]!.stage === 'data')
    const targets = computed.flatMap(k => range(first[k]!, first[k + 1]!))
    const start = memory.schedules[partition]!
    const words = memory.columns.int32(start, mostWords(plan, columns))
    const { steps } = writer.write(plan, targets, { known, stored }, words, start)
    const span = { start, end: start + steps.length * 8 }
    let candidates = [...range(0, inputCount), ...targets]
    const values = new Map<number, number>()
    for (const [tile, of] of rows.partitionOfTile.entries()) {
      if (of !== partition) continue
      machine.runTile(span, tile)
      candidates = candidates.filter(column => {
        const tileValues = valuesOf(column, tile)
        if (!tileValues?.length) return true
        const value = values.get(column) ?? tileValues[0]!
        values.set(column, value)
        return tileValues.every(other => Object.is(other, value))
      })
    }
    return new Map(candidates.flatMap(column => valueAt(column, values)))
  }

  function valueAt(column: number, values: ReadonlyMap<number, number>): [number, number][] {
    const value = values.get(column) ?? (column < inputCount && !inputs[column] ? 0 : undefined)
    return value === undefined ? [] : [[nodes[column]!, value]]
  }

  /** The real rows of a column in a tile; undefined for an input that the population lacks. */
  function valuesOf(column: number, tile: number): Float64Array | undefined {
    const { rows: row, storage } = rows.entities.get(program.nodes[nodes[column]!]!.entity!)!
    const count = row[tile + 1]! - row[tile]!
    if (column >= inputCount) return memory.columns.float64(parts.scratch + stored[column]!, count)
    const place = inputs[column]!
    return place ? memory.columns.float64((place & -2) + storage[tile]! * 8, count) : undefined
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
