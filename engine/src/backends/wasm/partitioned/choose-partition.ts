/** Which input's values part the rows of a population best: that with which the fewest operations are left to compute. */
import type { Program } from '../../../program/index.ts'
import type { Population } from '../../backend.ts'
import { classifyNodes } from '../classify-nodes.ts'
import { evaluateConstants } from '../scalar-table.ts'
import { ConstantList } from './constant-list.ts'
import { factsOf } from './facts.ts'
import { flattenProgram } from './flat-program.ts'
import { Resolver } from './resolve-nodes.ts'
import { nodesComputed } from './survey-partitions.ts'

/** More values make schedules that take longer to plan than they save. */
const mostValues = 100
/** Rows of the most numerous entity for each value: fewer do not fill the loops of kernels. */
const leastRows = 100
/** Values, the most frequent ones, by which an input is judged. */
const triedValues = 2
/** An input that leaves more than this share of the operations is not worth it. */
const worthwhile = 0.7

/** Answers the input's name, undefined where none is worth it. Looks at entities whose records hold those of others. */
export function choosePartition(program: Program, population: Population): string | undefined {
  const counts = program.entities.map(name => population.entities[name]!.count)
  const limit = Math.min(mostValues, Math.max(...counts) / leastRows)
  if (limit < 2) return undefined
  const members = new Set(program.relations.map(({ from }) => from))
  const stages = classifyNodes(program)
  const flat = flattenProgram(program, stages)
  const resolver = new Resolver(flat, new ConstantList(), evaluateConstants(program, stages))
  const targets = program.variables.map(v => v.node)
  let least = worthwhile * operationsWhere(new Map())
  let best: string | undefined
  program.nodes.forEach(({ op, entity, name }, id) => {
    if (op !== 'input' || !flat.isColumn[id] || members.has(entity!)) return
    const values = frequentValues(population.entities[entity!]!.columns.get(name!), limit)
    let left = 0
    for (const value of values) {
      left = Math.max(left, operationsWhere(new Map([[id, { value }]])))
      if (left >= least) return
    }
    if (!values.length) return
    least = left
    best = name
  })
  return best

  function operationsWhere(known: Parameters<typeof factsOf>[0]): number {
    const computed = nodesComputed(flat, resolver, resolver.resolve(factsOf(known)), targets)
    return computed.reduce((sum, isComputed) => sum + isComputed, 0)
  }
}

/** The most frequent values of a column that has at least two and at most `limit`. */
function frequentValues(column: Float64Array | undefined, limit: number): number[] {
  const counts = new Map<number, number>()
  for (const value of column ?? []) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if (counts.size > limit) return []
  }
  if (counts.size < 2) return []
  const ranked = [...counts].sort(([, a], [, b]) => b - a)
  return ranked.slice(0, triedValues).map(([value]) => value)
}
