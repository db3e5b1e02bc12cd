/** Why a reform changes a variable for the people of one situation: how much is due to each parameter, and through what. */
import { evaluate } from '../../backends/reference/reference-backend.ts'
import { arrangeSituation, type Situation, situationPopulation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import { fillSituation } from '../fill-situation.ts'
import { HouseholdValues } from '../household-values.ts'
import type { CompiledModel } from '../model.ts'
import { parameterValues } from '../reformed-law.ts'
import { coalitionValues } from './coalition-values.ts'
import type { ContributionLine, ExplainedChange, IdleParameter, Unchanged } from './explained-change.ts'
import { groupParameters } from './parameter-groups.ts'
import { isNumber, pathwayOf } from './pathway.ts'
import { reformedParameters } from './reformed-parameters.ts'
import { inSteps, roundToSum } from './round-to-sum.ts'
import { shapleyShares } from './shapley-shares.ts'
import { movedBy, reachOf } from './touched-parameters.ts'

export interface ChangeRequest {
  readonly situation: Situation
  readonly year: number
  readonly baseline: ParameterTree
  readonly reform: ParameterTree
  /** A number that the law computes. */
  readonly variable: string
}

/**
 * Answers `request`.
 *
 * throws  E_SITUATION, E_VARIABLE_UNKNOWN, E_VARIABLE_NUMBER, E_DATE_RANGE, E_OUTCOME_VALUE
 */
export function explainChange(model: CompiledModel, request: ChangeRequest): ExplainedChange {
  const { program, catalogue, law } = model
  const { year } = request
  const { variable, target } = askedNumber(model, request.variable)
  const arranged = arrangeSituation(catalogue, request.situation)
  const { situation, assumptions } = fillSituation(catalogue, arranged, model.situationRules)
  const population = situationPopulation(catalogue, situation)
  const under = (tree: ParameterTree) => new HouseholdValues(model, population, tree, year)
  const [before, after] = [under(request.baseline), under(request.reform)]
  const [baseline, reform] = [totalOf(variable, before), totalOf(variable, after)]

  const changed = reformedParameters(request.baseline, request.reform, year)
  const paths = new Set(changed.map(({ path }) => path))
  const parameters = parameterValues(request.baseline, year)
  const values = evaluate(program, population, parameters, [target])
  const { touched, nodes } = reachOf(program, target, values, paths)
  const concerned = changed.filter(({ path }) => touched.has(path))
  const { grouping, groups } = groupParameters(concerned, law.files)
  const coalitions = coalitionValues(program, population, parameters, groups, target)
  const { names: records } = situation.entities.get(variable.entity)!
  const totals = records
    .map((_, row) => coalitions.of(target, row))
    .reduce((sum, own) => sum.map((value, set) => value + own[set]!))
  const shares = shapleyShares(totals, groups.length)

  const steps = variable.unit === '/1' ? 1e6 : 100
  const [stepsBefore, stepsAfter] = [inSteps(baseline, steps), inSteps(reform, steps)]
  const rounded = roundToSum(shares, stepsAfter - stepsBefore, steps)
  const about = { model, situation, before, after, groups, coalitions, reached: nodes, target }
  const lines = groups
    .map((group, i) => ({
      ...group,
      contribution: shares[i]!,
      rounded: rounded[i]!,
      through: shares[i] === 0 ? [] : pathwayOf(about, i),
    }))
    .filter(({ contribution }) => contribution !== 0)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  const telling = new Set(lines.flatMap(line => line.parameters.map(({ path }) => path)))
  const isRead = (path: string) => movedBy(program, new Set([path]))[target] === 1
  const withoutEffect = changed
    .filter(({ path }) => !telling.has(path))
    .map(parameter => ({ ...parameter, reason: reasonOf(parameter.path) }))
  const { name, label, unit, reference, entity } = variable
  return {
    year,
    variable: { name, label, unit, reference, entity, records, baseline, reform },
    change: reform - baseline,
    rounded: {
      baseline: stepsBefore / steps,
      reform: stepsAfter / steps,
      change: (stepsAfter - stepsBefore) / steps,
    },
    unchanged: stepsAfter === stepsBefore ? unchangedBy(lines, withoutEffect) : null,
    ...{ grouping, lines, withoutEffect, assumptions },
  }

  function reasonOf(path: string): IdleParameter['reason'] {
    if (!isRead(path)) return 'not-read'
    return touched.has(path) ? 'not-binding' : 'not-touched'
  }
}

function unchangedBy(lines: readonly ContributionLine[], idle: readonly IdleParameter[]): Unchanged {
  if (lines.length > 0) return 'offset'
  const reasons = new Set(idle.map(({ reason }) => reason))
  return (
    (['not-binding', 'not-touched', 'not-read'] as const).find(reason => reasons.has(reason)) ?? 'same-law'
  )
}

function askedNumber(model: CompiledModel, name: string) {
  const variable = variableNamed(model, name)
  const node = model.program.variables.find(own => own.name === name)?.node
  if (node === undefined || !isNumber(variable)) {
    const problem = node === undefined ? 'it is stated, not computed' : 'it is no number'
    throw new ReformlabError('E_VARIABLE_NUMBER', { name, problem })
  }
  return { variable, target: node }
}

function totalOf(variable: CatalogueVariable, values: HouseholdValues): number {
  const total = values.values(variable).reduce<number>((sum, value) => sum + Number(value), 0)
  if (!Number.isFinite(total)) throw new ReformlabError('E_OUTCOME_VALUE', { variable: variable.name })
  return total
}
