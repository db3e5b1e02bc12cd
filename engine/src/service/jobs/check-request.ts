/** Refuses a job at once for what could never be computed. Formulas of reforms are compiled when the job's turn comes. */
import { ReformlabError } from '../../errors/index.ts'
import { cardOf, compiledModel, type Model, reformedParameters, refuseFormulas } from '../../model/index.ts'
import { wantedColumns } from '../../model/unit-columns.ts'
import { conventionNamed } from '../../outcomes/index.ts'
import type { LawShelf } from '../law-shelf.ts'
import { refuseProtected } from '../refuse-protected.ts'
import { type JobRequest, lastYear, yearsFrom } from './job.ts'

const MOST_YEARS = 30
/** What is asked of one kind alone. */
const own = { to: 'budget', variables: 'columns', names: 'columns', convention: 'impact' } as const

/**
 * throws  E_JOB_REQUEST, E_DATASET_UNKNOWN, E_DATASET_PROTECTED, E_DATASET_YEAR, E_DATE_RANGE, E_CONVENTION_UNKNOWN,
 *         E_VARIABLE_UNKNOWN, E_VARIABLE_ENTITY, E_REFORM_FORMULA, and what reading reforms throws
 */
export async function checkRequest(model: Model, laws: LawShelf, request: JobRequest): Promise<void> {
  const { kind, year } = request
  for (const [name, of] of Object.entries(own))
    if (kind !== of && request[name as keyof typeof own] !== undefined)
      throw wrong(`"${name}" is not asked of ${kind}`, `Leave it out, or ask for ${of}.`)
  checkYears(model, request)
  const baselineReforms = await laws.read(request.baseline, 'baseline')
  const reforms = await laws.read(request.reforms)
  const baseline = reformedParameters(model.law, baselineReforms)
  const reform = reformedParameters(baseline, reforms)
  for (const law of [baseline, reform]) law.checkYear(year)
  if (kind === 'budget') refuseFormulas([...baselineReforms, ...reforms], 'the budget of several years')
  if (kind === 'impact' && request.convention !== undefined)
    conventionNamed(model.outcomes(), request.convention)
  const changesFormulas = [...baselineReforms, ...reforms].some(({ variables = [] }) => variables.length > 0)
  if (kind === 'columns') {
    if (!request.variables?.length) throw wrong('no "variables" are named', 'Name at least one.')
    const own = compiledModel(model, 'a job of columns')
    if (!changesFormulas) wantedColumns(own, request.variables, await vocabularyOf(model, request))
  }
}

/** Names that are taken instead of ours. */
export async function vocabularyOf(model: Model, { names }: JobRequest) {
  return names === 'tax-calculator' ? model.reforms.taxCalculatorNames() : undefined
}

function checkYears(model: Model, request: JobRequest): void {
  const { dataset, year } = request
  const last = lastYear(request)
  if (last < year || last >= year + MOST_YEARS)
    throw wrong(`from ${year} to ${last} is no time`, `Ask for 1 to ${MOST_YEARS} years.`)
  refuseProtected(model, dataset)
  const { years } = cardOf(model, dataset)
  for (const value of yearsFrom(year, last)) {
    model.law.checkYear(value)
    if (value < years.first || value > years.last)
      throw new ReformlabError('E_DATASET_YEAR', { name: dataset, value, ...years })
  }
}

const wrong = (problem: string, cure: string) => new ReformlabError('E_JOB_REQUEST', { problem, cure })
