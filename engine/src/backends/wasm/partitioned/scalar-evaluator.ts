/** Computes the scalars of a program again and again, for parameters that come as numbers in a fixed order. */
import { definitionOf, type Program, parameterNames } from '../../../program/index.ts'
import { isScalar, type Stage } from '../classify-nodes.ts'

interface Step {
  readonly node: number
  readonly apply: (...values: number[]) => number
  readonly args: readonly number[]
}

export class ScalarEvaluator {
  /** Paths of the parameters, in the order in which their values are to come. */
  readonly parameters: readonly string[]
  readonly #count: number
  readonly #constants: readonly (readonly [node: number, value: number])[]
  readonly #leaves: readonly (readonly [node: number, parameter: number])[]
  readonly #steps: readonly Step[]

  constructor(program: Program, stages: readonly Stage[]) {
    const { nodes } = program
    this.parameters = parameterNames(program)
    const order = new Map(this.parameters.map((name, place) => [name, place]))
    this.#count = nodes.length
    const scalars = nodes.map((node, id) => ({ ...node, id })).filter(({ id }) => isScalar(stages[id]))
    this.#constants = scalars.filter(n => n.op === 'constant').map(n => [n.id, n.value!])
    this.#leaves = scalars.filter(n => n.op === 'parameter').map(n => [n.id, order.get(n.name!)!])
    this.#steps = scalars.flatMap(({ id, op, args }) => {
      const { apply } = definitionOf(op)
      return apply ? { node: id, apply, args } : []
    })
  }

  /** By node; NaN for those that are no scalars. */
  evaluate(parameters: Float64Array): Float64Array {
    const values = new Float64Array(this.#count).fill(Number.NaN)
    for (const [node, value] of this.#constants) values[node] = value
    for (const [node, parameter] of this.#leaves) values[node] = parameters[parameter]!
    for (const { node, apply, args } of this.#steps) values[node] = apply(...args.map(a => values[a]!))
    return values
  }
}
