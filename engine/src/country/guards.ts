/** What steered formulas while they were traced: under a law that steers otherwise there is another program. */
import { neededNodes } from '../backends/needed-nodes.ts'
import { evaluate } from '../backends/reference/reference-backend.ts'
import type { Program } from '../program/index.ts'
import { decodeProgram } from '../program/program-codec.ts'
import { type Blobs, blobAt, numbersAt } from '../run/sent-program.ts'
import type { PreparedFile, PreparedParameter } from './prepared-file.ts'

const nobody = { entities: {}, relations: {} }

export class Guards {
  readonly #leaves: ReadonlyMap<string, PreparedParameter>
  readonly #program: Program
  /** NaN is not checked. */
  readonly #expected: Float64Array

  constructor({ guards: { program, expected, parameters } }: PreparedFile, blobs: Blobs) {
    this.#leaves = new Map(parameters.map(leaf => [leaf.name, leaf]))
    this.#program = decodeProgram(blobAt(blobs, program))
    this.#expected = numbersAt(blobs, expected)
  }

  get parameters(): Iterable<PreparedParameter> {
    return this.#leaves.values()
  }

  /**
   * Whether those that rest on changed parameters come to what they came to. `numberOf` answers undefined where a
   * parameter has no value that the program could take.
   */
  hold(changed: ReadonlySet<string>, numberOf: (leaf: PreparedParameter) => number | undefined): boolean {
    const { nodes, variables } = this.#program
    const affected = new Uint8Array(nodes.length)
    nodes.forEach(({ op, name, args }, i) => {
      const isChanged = op === 'parameter' ? changed.has(name!) : args.some(arg => affected[arg])
      if (isChanged) affected[i] = 1
    })
    const checked = variables.filter(
      ({ name, node }) => affected[node] && !Number.isNaN(this.#expected[Number(name)]),
    )
    const targets = checked.map(({ node }) => node)
    const needed = neededNodes(this.#program, targets)
    const values = new Map<string, number>()
    for (const [i, { op, name }] of nodes.entries()) {
      if (!needed[i] || op !== 'parameter') continue
      const value = numberOf(this.#leaves.get(name!)!)
      if (value === undefined) return false
      values.set(name!, value)
    }
    const found = evaluate(this.#program, nobody, values, targets)
    return checked.every(({ name, node }) => found[node] === this.#expected[Number(name)])
  }
}
