/** One household under one law, or two: every variable asked for, before and after. */
import {
  type ArrangedSituation,
  arrangeSituation,
  type Situation,
  situationPopulation,
} from '../direct/index.ts'
import { nearestNames, ReformlabError } from '../errors/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { CatalogueVariable } from './catalogue.ts'
import { type ExplanationLine, explainHousehold } from './explain-household.ts'
import { type Assumption, fillSituation } from './fill-situation.ts'
import { type HouseholdValue, HouseholdValues } from './household-values.ts'
import type { Model } from './open-model.ts'

export interface HouseholdRequest {
  readonly situation: Situation
  readonly year: number
  readonly baseline: ParameterTree
  /** Compared with the baseline, if there is one. */
  readonly reform?: ParameterTree
  /** Asked for beside those that are null in the situation; with neither, the law's main variables. */
  readonly variables?: readonly string[]
  /** Also the lines of the calculation. */
  readonly explain?: boolean
}

export interface HouseholdResult {
  readonly year: number
  readonly variables: readonly HouseholdVariable[]
  /** What the situation did not state and the law's rules for that filled in. */
  readonly assumptions: readonly Assumption[]
  readonly lines?: readonly ExplanationLine[]
}

export interface HouseholdVariable {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly reference: string
  readonly entity: string
  /** One for each record of the entity. */
  readonly values: readonly RecordValue[]
}

export interface RecordValue {
  readonly record: string
  readonly baseline: HouseholdValue
  readonly reform?: HouseholdValue
}

/**
 * Answers `request`.
 *
 * throws  E_SITUATION, E_VARIABLE_UNKNOWN with the nearest names, E_DATE_RANGE
 */
export function calculateHousehold(model: Model, request: HouseholdRequest): HouseholdResult {
  const { catalogue } = model
  const { year, explain = false } = request
  const arranged = arrangeSituation(catalogue, request.situation)
  const { situation, assumptions } = fillSituation(catalogue, arranged, model.situationRules)
  const population = situationPopulation(catalogue, situation)
  const under = (law: ParameterTree) => new HouseholdValues(model, population, law, year)
  const baseline = under(request.baseline)
  const reform = request.reform && under(request.reform)
  const asked = askedVariables(model, arranged, request.variables ?? [])
  const variables = asked.map(variable => {
    const { name, label, unit, reference, entity } = variable
    const [before, after] = [baseline.values(variable), reform?.values(variable)]
    const values = situation.entities.get(entity)!.names.map((record, row) => ({
      ...{ record, baseline: before[row]! },
      ...(after && { reform: after[row]! }),
    }))
    return { name, label, unit, reference, entity, values }
  })
  const opensZeros = (request.variables ?? []).length > 0 || arranged.asked.length > 0
  const lines = explain ? explainHousehold(model, situation, asked, baseline, reform, opensZeros) : undefined
  return { year, variables, assumptions, ...(lines && { lines }) }
}

function askedVariables(
  model: Model,
  situation: ArrangedSituation,
  names: readonly string[],
): CatalogueVariable[] {
  const asked = [...new Set([...names, ...situation.asked])]
  return (asked.length > 0 ? asked : model.situationRules.mainVariables).map(name =>
    variableNamed(model, name),
  )
}

/** Throws `E_VARIABLE_UNKNOWN`. */
export function variableNamed({ catalogue }: Model, name: string): CatalogueVariable {
  const variable = catalogue.variables.get(name)
  if (variable) return variable
  const nearest = nearestNames(name, catalogue.variables.keys()).join(', ') || 'none is close'
  throw new ReformlabError('E_VARIABLE_UNKNOWN', { name, nearest })
}
