/** The variables through which a group of parameters changes another variable. */
import type { ArrangedSituation } from '../../direct/index.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { HouseholdValue, HouseholdValues } from '../household-values.ts'
import type { CompiledModel } from '../model.ts'
import type { CoalitionValues } from './coalition-values.ts'
import type { ParameterGroup } from './parameter-groups.ts'
import { shapleyShares } from './shapley-shares.ts'
import { movedBy } from './touched-parameters.ts'

/** A variable of one record that the reform changes, and a group of parameters with it. */
export interface PathwayStep {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly reference: string
  readonly entity: string
  readonly record: string
  /** Before and after the whole reform. */
  readonly baseline: HouseholdValue
  readonly reform: HouseholdValue
  /** What of the change is due to the group; null for a condition or a category. */
  readonly contribution: number | null
}

export interface Calculation {
  readonly model: CompiledModel
  readonly situation: ArrangedSituation
  readonly before: HouseholdValues
  readonly after: HouseholdValues
  readonly groups: readonly ParameterGroup[]
  readonly coalitions: CoalitionValues
  /** Marks the nodes that carry changes to the target. */
  readonly reached: Uint8Array
  readonly target: number
}

/** The steps of `groups[group]` in the order of the law, what is asked left out. */
export function pathwayOf(calculation: Calculation, group: number): PathwayStep[] {
  const { model, situation, before, after, groups, coalitions, reached, target } = calculation
  const moved = movedBy(model.program, new Set(groups[group]!.parameters.map(({ path }) => path)))
  return variablesByNode(model).flatMap(({ node, variable }) => {
    if (node === target || !reached[node] || !moved[node]) return []
    const { name, label, unit, reference, entity } = variable
    const [baseline, reform] = [before.values(variable), after.values(variable)]
    return situation.entities.get(entity)!.names.flatMap((record, row) => {
      if (baseline[row] === reform[row]) return []
      const values = coalitions.of(node, row)
      const contribution = isNumber(variable) ? shapleyShares(values, groups.length)[group]! : null
      const tells = contribution === null ? switches(values, group) : contribution !== 0
      if (!tells) return []
      const step = { name, label, unit, reference, entity, record }
      return [{ ...step, baseline: baseline[row]!, reform: reform[row]!, contribution }]
    })
  })
}

/** Whether a variable is a number, so that a change of it can be shared out. */
export const isNumber = ({ type }: CatalogueVariable) => type === 'number' || type === 'integer'

function switches(values: readonly number[], group: number): boolean {
  return values.some((value, set) => value !== values[set ^ (1 << group)])
}

/** The variables in the order of their nodes; of those that are one node, the first. */
function variablesByNode({ program, catalogue }: CompiledModel) {
  const byNode = new Map<number, CatalogueVariable>()
  for (const { name, node } of program.variables)
    if (!byNode.has(node)) byNode.set(node, catalogue.variables.get(name)!)
  return [...byNode].sort(([a], [b]) => a - b).map(([node, variable]) => ({ node, variable }))
}
