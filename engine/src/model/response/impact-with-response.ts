/** The impact of a reform when people respond to it, beside what it would be if nobody did. */
import { type EntityName, taxUnitRoles } from '../../datasets/index.ts'
import { conventionNamed, type Impact, impactOfColumns, variablesOf } from '../../outcomes/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation, InputColumn } from '../open-population.ts'
import type { Assumptions } from './assumptions.ts'
import { behaviouralResponse, type InputChange, type Laws } from './behavioural-response.ts'

export interface ResponseTotals {
  readonly assumptions: Assumptions
  /** Budget balance if nobody responded, and what responses add to it. */
  readonly staticBudget: number
  readonly feedback: number
  /** Of each input that responds its change: of all units, and by how many units it changes. Weighted. */
  readonly inputs: readonly {
    readonly name: string
    readonly label: string
    readonly change: number
    readonly units: number
  }[]
}

export interface ImpactWithResponse {
  readonly impact: Impact
  readonly response: ResponseTotals
}

/** Throws E_CONVENTION_UNKNOWN, and E_OUTCOME_VALUE where a variable is not a finite number. */
export async function impactWithResponse(
  model: CompiledModel,
  population: CompiledPopulation,
  laws: Laws,
  assumptions: Assumptions,
  convention = 'default',
): Promise<ImpactWithResponse> {
  const { impact: unresponsive } = await population.impact(laws.baseline, laws.reform, convention)
  const changes = await behaviouralResponse(model, population, laws, assumptions.elasticities)
  const table = model.outcomes()
  const variables = variablesOf(table, conventionNamed(table, convention))
  const under = async (law: ParameterTree) => {
    const columns = await population.columnsUnder(law, variables)
    return (name: string) => columns.get(name)!
  }
  const before = await under(laws.baseline)
  const inputs = changes.map(change => changedInput(model, population, change))
  const after = await population.withInputs(inputs, () => under(laws.reform))
  const impact = impactOfColumns(population.dataset, table, before, after, convention)
  const weights = population.dataset.weight.tax_unit
  return {
    impact,
    response: {
      assumptions,
      staticBudget: unresponsive.budget.total,
      feedback: impact.budget.total - unresponsive.budget.total,
      inputs: changes.map(({ input, change }) => ({
        name: input,
        label: variableNamed(model, input).label,
        change: change.reduce((sum, amount, unit) => sum + weights[unit]! * amount, 0),
        units: change.reduce((sum, amount, unit) => sum + (amount === 0 ? 0 : weights[unit]!), 0),
      })),
    },
  }
}

/** The input with each unit's change added: to the unit's own amount, or to its head's. */
export function changedInput(
  model: CompiledModel,
  population: CompiledPopulation,
  { input, change }: InputChange,
): InputColumn {
  const entity = variableNamed(model, input).entity as EntityName
  const values = population.column(entity, input)!.slice()
  const add = (row: number, unit: number) => {
    values[row] = values[row]! + change[unit]!
  }
  if (entity === 'tax_unit') for (const unit of values.keys()) add(unit, unit)
  else {
    const roles = population.column('person', 'tax_unit_role')!
    const head = taxUnitRoles.indexOf('head')
    population.dataset.relations['person.tax_unit'].forEach((unit, person) => {
      if (roles[person] === head) add(person, unit)
    })
  }
  return { entity, name: input, values }
}
