import type { ArrangedSituation } from '../../direct/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import { evenlySpaced } from '../axes/evenly-spaced.ts'
import { countCells } from '../axes/grid-cells.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import { movingInputs } from '../rates/moving-income.ts'
import { type RateRules, readRateRules } from '../rates/rate-rules.ts'
import { recordNamed } from './record-named.ts'

export interface GridAxisRequest {
  /** An input; `employment_income` where it is not said. */
  readonly income?: string
  /** Name of the record whose input it is; the first by default, and of the same input the one after. */
  readonly record?: string
  readonly from?: number
  readonly to?: number
  /** How many amounts, both ends among them. */
  readonly points?: number
}

export interface GridAxis {
  readonly income: string
  readonly record: string
  readonly amounts: readonly number[]
}

/** An axis and what moves along it. */
export interface MovingAxis extends GridAxis {
  /** The input and what it is part of. */
  readonly moving: readonly CatalogueVariable[]
  readonly row: number
}

/** What is taken where a request does not say. */
export const gridDefaults = { income: 'employment_income', from: 0, to: 200_000, points: 41 } as const

/** Both axes of a grid. Throws E_VARIABLE_UNKNOWN, E_RATE_INCOME, E_SITUATION, E_AXES. */
export function gridAxes(
  model: CompiledModel,
  arranged: ArrangedSituation,
  { first, second }: { readonly first: GridAxisRequest; readonly second: GridAxisRequest },
): { readonly first: MovingAxis; readonly second: MovingAxis } {
  const { catalogue, country } = model
  const rules = readRateRules(country)
  const { income: one = gridDefaults.income } = first
  const { income: other = gridDefaults.income } = second
  const moving = movingInputs(model, rules, one)
  const across = numberInputs(model, rules, other)
  const own = recordNamed(catalogue, arranged, moving[0]!, first.record)
  const { names } = arranged.entities.get(across[0]!.entity)!
  const next = one === other ? names.find(name => name !== own.record) : undefined
  const others = recordNamed(catalogue, arranged, across[0]!, second.record ?? next)
  if (one === other && own.record === others.record)
    throw refuse('second', `it is "${one}" of ${own.record}, as the first`, 'Name another input or record.')
  countCells([first, second].map(({ points = gridDefaults.points }) => points))
  return {
    first: { income: one, ...own, moving, amounts: amountsOf('first', first, moving[0]!) },
    second: { income: other, ...others, moving: across, amounts: amountsOf('second', second, across[0]!) },
  }
}

function numberInputs(model: CompiledModel, rules: RateRules, name: string): readonly CatalogueVariable[] {
  const variable = variableNamed(model, name)
  const { kind, type } = variable
  if (kind !== 'input') throw refuse('second', `"${name}" is computed by the law`, 'Name an input.')
  if (type !== 'number' && type !== 'integer')
    throw refuse('second', `"${name}" is not a number`, 'Name an input that is a number.')
  return [variable, ...(rules.part_of[name] ?? []).map(whole => variableNamed(model, whole))]
}

/** Throws E_AXES. */
function amountsOf(place: string, request: GridAxisRequest, { name, type }: CatalogueVariable): number[] {
  const { from = gridDefaults.from, to = gridDefaults.to, points = gridDefaults.points } = request
  if (!(to > from))
    throw refuse(place, `${to} is not above ${from}`, 'Give the least amount first and then the most.')
  if (!Number.isInteger(points) || points < 2)
    throw refuse(place, `${points} is not a number of points`, 'Give 2 or more.')
  const amounts = [...evenlySpaced(from, to, points)]
  if (type === 'integer' && !amounts.every(Number.isInteger))
    throw refuse(place, `"${name}" is whole, and not all points are`, 'Choose ends and points so.')
  return amounts
}

const refuse = (place: string, problem: string, remedy: string) =>
  new ReformlabError('E_AXES', { place, problem, remedy })
