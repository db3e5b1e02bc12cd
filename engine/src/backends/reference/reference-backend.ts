/**
 * The reference back-end: obvious, slow and trusted. One node after the other over whole columns, straight from the
 * table of operations; other back-ends are tested against it, it is tested against running the law as JavaScript.
 */
import { definitionOf, type Node, type Program } from '../../program/index.ts'
import type { Backend, ParameterValues, Population } from '../backend.ts'
import { neededNodes } from '../needed-nodes.ts'

/** A node's value: a number for a scalar, a column otherwise. */
export type NodeValue = number | Float64Array

export const referenceBackend: Backend = {
  name: 'reference',
  async run(program, population, parameters, variables) {
    const chosen = variables.map(name => {
      const found = program.variables.find(v => v.name === name)
      if (!found) throw new RangeError(`no variable ${name}`)
      return found
    })
    const values = evaluate(
      program,
      population,
      parameters,
      chosen.map(v => v.node),
    )
    return new Map(
      chosen.map(v => {
        const value = values[v.node]!
        const count = population.entities[v.entity]!.count
        return [v.name, typeof value === 'number' ? new Float64Array(count).fill(value) : value]
      }),
    )
  },
}

/** Values of all nodes that `targets` need; others stay undefined. */
export function evaluate(
  program: Program,
  population: Population,
  parameters: ParameterValues,
  targets: readonly number[],
): (NodeValue | undefined)[] {
  const values: (NodeValue | undefined)[] = new Array(program.nodes.length)
  const needed = neededNodes(program, targets)
  program.nodes.forEach((node, i) => {
    if (!needed[i]) return
    const operands = node.args.map(a => values[a]!)
    values[i] = compute(node, operands, population, parameters)
  })
  return values
}

function compute(
  node: Node,
  operands: NodeValue[],
  population: Population,
  parameters: ParameterValues,
): NodeValue {
  const { kind, apply } = definitionOf(node.op)
  if (node.op === 'constant') return node.value!
  if (node.op === 'parameter') {
    const value = parameters.get(node.name!)
    if (value === undefined) throw new RangeError(`no value for parameter ${node.name}`)
    return value
  }
  const count = node.entity === null ? 0 : population.entities[node.entity]!.count
  if (node.op === 'input')
    return population.entities[node.entity!]!.columns.get(node.name!) ?? new Float64Array(count)
  if (kind === 'relation') return relate(node, operands[0]!, population, count)
  if (node.entity === null) return apply!(...(operands as number[]))
  return Float64Array.from({ length: count }, (_, row) => apply!(...operands.map(o => at(o, row))))
}

function relate(node: Node, operand: NodeValue, population: Population, count: number): Float64Array {
  const ones = population.relations[node.name!]!
  if (node.op === 'project') return Float64Array.from(ones, one => at(operand, one))
  const start = { sum_members: 0, max_members: -Infinity, min_members: Infinity }[node.op as 'sum_members']
  const step = definitionOf(
    { sum_members: 'add', max_members: 'maximum', min_members: 'minimum' }[node.op as 'sum_members'] as 'add',
  ).apply!
  const result = new Float64Array(count).fill(start)
  ones.forEach((one, member) => {
    result[one] = step(result[one]!, at(operand, member))
  })
  return result
}

const at = (value: NodeValue, row: number): number => (typeof value === 'number' ? value : value[row]!)
