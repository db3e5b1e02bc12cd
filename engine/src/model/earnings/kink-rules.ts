/** Which rules make a kink: of the variables that bend there, those that nothing they are computed from bends. */
import { neededNodes } from '../../backends/needed-nodes.ts'
import type { Program } from '../../program/index.ts'
import type { Catalogue, CatalogueVariable } from '../catalogue.ts'
import { seedsOf, withSlopes } from '../rates/moving-income.ts'
import { VariableGraph } from '../variable-graph.ts'
import { jumpOf, type Kink } from './find-kinks.ts'
import type { SituationSweep } from './situation-sweep.ts'

export interface Rule {
  readonly variable: string
  readonly label: string
  readonly reference: string
}

export class KinkRules {
  readonly #program: Program
  readonly #catalogue: Catalogue
  readonly #graph: VariableGraph
  /** Numbers that the kinked variable is computed from, and itself. */
  readonly #variables: readonly string[]

  constructor(program: Program, catalogue: Catalogue, moving: readonly CatalogueVariable[], kinked: string) {
    this.#catalogue = catalogue
    this.#graph = new VariableGraph(program)
    const needed = neededNodes(program, [program.variables.find(({ name }) => name === kinked)!.node])
    this.#variables = program.variables
      .filter(({ node }) => needed[node] && program.nodes[node]!.type === 'number')
      .map(({ name }) => name)
    this.#program = withSlopes(program, this.#variables, seedsOf(moving))
  }

  /** Rules of each kink, in the order of the law. */
  of(sweep: SituationSweep, kinks: readonly Kink[]): readonly (readonly Rule[])[] {
    if (kinks.length === 0) return []
    const amounts = kinks.flatMap(({ from, to }) => [from.at, to.at])
    const values = sweep.at(this.#program, amounts, this.#variables)
    return kinks.map((_, kink) => {
      const bent = new Set(
        this.#variables.filter(variable => {
          const rows = sweep.rowsOf(this.#catalogue.variables.get(variable)!.entity)
          return Array.from({ length: rows }, (_, row) => row).some(row => {
            const [start, end] = [
              values.get(variable)!(2 * kink, row),
              values.get(variable)!(2 * kink + 1, row),
            ]
            const slack = 1e-7 * (1 + Math.abs(start.slope.right))
            return Math.abs(end.slope.left - start.slope.right) > slack || Math.abs(jumpOf(start, end)) > 0.02
          })
        }),
      )
      return [...bent]
        .filter(name => !this.#graph.sources(name).variables.some(source => bent.has(source)))
        .map(name => {
          const { label, reference } = this.#catalogue.variables.get(name)!
          return { variable: name, label, reference }
        })
    })
  }
}
