/**
 * The scalars that kernels read, as they lie in memory: single ones anywhere, the cases of a gather side by side.
 * A reform is nothing but another filling of this table.
 */
import { definitionOf, type Program } from '../../program/index.ts'
import type { ParameterValues } from '../backend.ts'
import { isScalar, type Stage } from './classify-nodes.ts'

export interface ScalarTable {
  /** Scalar node at each place. */
  readonly nodes: readonly number[]
  /** Place of a scalar that is an operand. */
  placeOf(node: number): number
  /** First place of the cases of a gather over scalars by a column. */
  casesOf(gather: number): number
}

export function layOutScalars(program: Program, stages: readonly Stage[]): ScalarTable {
  const places: number[] = []
  const single = new Map<number, number>()
  const tables = new Map<string, number>()
  const gathers = new Map<number, number>()
  program.nodes.forEach(({ args, entity }, id) => {
    if (entity === null || stages[id] === 'unused') return
    if (isTableGather(program, stages, id)) {
      const cases = args.slice(1)
      const key = cases.join()
      if (!tables.has(key)) tables.set(key, places.push(...cases) - cases.length)
      gathers.set(id, tables.get(key)!)
    } else for (const a of args) if (isScalar(stages[a]) && !single.has(a)) single.set(a, places.push(a) - 1)
  })
  return { nodes: places, placeOf: node => single.get(node)!, casesOf: gather => gathers.get(gather)! }
}

/** Whether a node reads its cases from the scalar table, by an index computed from its key. */
export function isTableGather(program: Program, stages: readonly Stage[], id: number): boolean {
  const { op, args } = program.nodes[id]!
  return (
    op === 'gather' && !isScalar(stages[args[0]!]) && args.every((a, i) => i === 0 || isScalar(stages[a]))
  )
}

/** Values of all scalar nodes by node; other places are NaN. Throws a `RangeError` for a parameter without a value. */
export function evaluateScalars(
  program: Program,
  stages: readonly Stage[],
  parameters: ParameterValues,
): Float64Array {
  const values = new Float64Array(program.nodes.length).fill(Number.NaN)
  program.nodes.forEach((node, id) => {
    if (!isScalar(stages[id])) return
    if (node.op === 'constant') values[id] = node.value!
    else if (node.op === 'parameter') {
      const value = parameters.get(node.name!)
      if (value === undefined) throw new RangeError(`no value for parameter ${node.name}`)
      values[id] = value
    } else values[id] = definitionOf(node.op).apply!(...node.args.map(a => values[a]!))
  })
  return values
}

/** Values of the nodes that are known without parameters and population; undefined for all others. */
export function evaluateConstants(
  program: Program,
  stages: readonly Stage[],
): readonly (number | undefined)[] {
  const values: (number | undefined)[] = new Array(program.nodes.length)
  program.nodes.forEach(({ op, args, value }, id) => {
    if (stages[id] !== 'constant') return
    values[id] = op === 'constant' ? value! : definitionOf(op).apply!(...args.map(a => values[a]!))
  })
  return values
}

/** Column nodes that read a scalar directly whose value differs, and everything computed from them. */
export function affectedNodes(
  program: Program,
  stages: readonly Stage[],
  before: Float64Array,
  after: Float64Array,
): Uint8Array {
  const affected = new Uint8Array(program.nodes.length)
  program.nodes.forEach(({ args }, id) => {
    affected[id] = Number(
      isScalar(stages[id]) ? !Object.is(before[id], after[id]) : args.some(a => affected[a]),
    )
  })
  return affected
}
