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
import type { CompiledModel, Model } from './model.ts'

export interface HouseholdRequest {
  readonly situation: Situation
  readonly year: number
  readonly baseline: ParameterTree
  /** Compared with the baseline, if there is one. */
  readonly reform?: ParameterTree
  /** The reform's model, where its formulas are others than the baseline's. */
  readonly reformModel?: CompiledModel
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
 * Answers `request`. What the baseline does not compute is 0, false or the first category there.
 *
 * throws  E_SITUATION, E_VARIABLE_UNKNOWN with the nearest names, E_DATE_RANGE
 */
export function calculateHousehold(model: CompiledModel, request: HouseholdRequest): HouseholdResult {
  const { year, explain = false, reformModel = model } = request
  const { catalogue } = reformModel
  const arranged = arrangeSituation(catalogue, request.situation)
  const { situation, assumptions } = fillSituation(catalogue, arranged, model.situationRules)
  const population = situationPopulation(catalogue, situation)
  const baseline = new HouseholdValues(model, population, request.baseline, year)
  const reform = request.reform && new HouseholdValues(reformModel, population, request.reform, year)
  const asked = askedVariables(reformModel, arranged, request.variables ?? [])
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
  const models = [...new Set([reformModel, model])]
  const lines = explain ? explainHousehold(models, situation, asked, baseline, reform, opensZeros) : undefined
  return { year, variables, assumptions, ...(lines && { lines }) }
}

/** With nothing asked for, the law's main variables. Throws `E_VARIABLE_UNKNOWN`. */
export function askedVariables(
  model: CompiledModel,
  situation: ArrangedSituation,
  names: readonly string[],
): CatalogueVariable[] {
  const asked = [...new Set([...names, ...situation.asked])]
  return (asked.length > 0 ? asked : model.situationRules.mainVariables).map(name =>
    variableNamed(model, name),
  )
}

/** Throws `E_VARIABLE_UNKNOWN`. */
export function variableNamed({ catalogue }: Pick<Model, 'catalogue'>, name: string): CatalogueVariable {
  const variable = catalogue.variables.get(name)
  if (variable) return variable
  const nearest = nearestNames(name, catalogue.variables.keys()).join(', ') || 'none is close'
  throw new ReformlabError('E_VARIABLE_UNKNOWN', { name, nearest })
}
