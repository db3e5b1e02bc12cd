/** Marginal rates of a population by income group: averages, and how many meet high rates, kinks and jumps. */
import { cutIncomeGroups } from '../../outcomes/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'
import {
  openRates,
  type RateCalculator,
  type RatePerson,
  type RateRequest,
  type RatesOfTax,
} from './rate-calculator.ts'

/** Of the tax units of a group. Rates and shares are fractions, weighted; null where there is no such unit. */
export interface RateNumbers {
  /** Mean rate on the next dollar and on the last one, by tax. */
  readonly next: Readonly<Record<string, number | null>>
  readonly last: Readonly<Record<string, number | null>>
  /** Share whose rate on the next dollar, of all taxes together, is above a half; above one. */
  readonly aboveHalf: number | null
  readonly aboveOne: number | null
  /** Share at a kink: the rates on the next dollar and on the last one differ. */
  readonly atKink: number | null
  /** Share at a jump: tax changes by an amount however small the step. */
  readonly atJump: number | null
}

export interface RateGroup {
  /** 1 to 10; null for all units with such income, and for those without. */
  readonly group: number | null
  readonly label: string
  /** Weighted tax units. */
  readonly units: number
  readonly baseline: RateNumbers
  readonly reform: RateNumbers
  /** Share whose rate on the next dollar is higher, and lower, under the reform. */
  readonly higher: number | null
  readonly lower: number | null
}

export interface RateSummary {
  readonly format: 'reformlab-rates/1'
  readonly year: number
  readonly dataset: string
  readonly income: string
  readonly person: RatePerson
  readonly per: 'dollar' | 'compensation'
  /** Taxes that rates are of; the last holds the others. */
  readonly taxes: readonly string[]
  /** Tenths of all tax units by expanded income under the baseline; of each, the units that have such income. */
  readonly groups: readonly RateGroup[]
  readonly overall: RateGroup
  /** Units without such income: their rate is that on a first dollar. */
  readonly without: RateGroup
}

const RANKED_BY = 'expanded_income'
const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]

export interface PopulationRates {
  readonly summary: RateSummary
  readonly rates: Readonly<Record<'baseline' | 'reform', readonly RatesOfTax[]>>
}

/** Throws what `openRates` throws; the signal's reason once it is aborted. */
export async function populationRates(
  model: CompiledModel,
  population: CompiledPopulation,
  request: RateRequest,
  laws: Readonly<Record<'baseline' | 'reform', ParameterTree>>,
  options: { readonly signal?: AbortSignal } = {},
): Promise<PopulationRates> {
  const calculator = await openRates(model, population, request)
  try {
    const baseline = await calculator.rates(laws.baseline, options)
    const reform = laws.reform === laws.baseline ? baseline : await calculator.rates(laws.reform, options)
    const rates = { baseline, reform }
    return { rates, summary: await summariseRates(population, calculator, request, laws.baseline, rates) }
  } finally {
    await calculator.close()
  }
}

/** `law` is the baseline's; rates are what `calculator` answers. */
async function summariseRates(
  population: CompiledPopulation,
  calculator: RateCalculator,
  request: RateRequest,
  law: ParameterTree,
  { baseline, reform }: Readonly<Record<'baseline' | 'reform', readonly RatesOfTax[]>>,
): Promise<RateSummary> {
  const { dataset } = population
  const { income, person = 'head', perCompensation = false } = request
  const weights = dataset.weight.tax_unit
  const columns = await population.columnsUnder(law, [RANKED_BY])
  const { groups, slots } = cutIncomeGroups(columns.get(RANKED_BY)!, weights, {
    cuts: tenths,
    groupStraddlers: 'lower',
    apart: [],
  })
  const has = calculator.hasIncome
  const group = (number: number | null, label: string, belongs: (unit: number) => boolean): RateGroup => {
    const rows = Uint32Array.from(weights.keys()).filter(
      unit => belongs(unit) && !Number.isNaN(baseline[0]!.right[unit]!),
    )
    const share = shareOf(rows, weights)
    const [before, after] = [baseline.at(-1)!.right, reform.at(-1)!.right]
    return {
      group: number,
      label,
      units: rows.reduce((sum, unit) => sum + weights[unit]!, 0),
      baseline: numbersOf(baseline, rows, weights),
      reform: numbersOf(reform, rows, weights),
      higher: share(unit => after[unit]! - before[unit]! > 1e-9),
      lower: share(unit => after[unit]! - before[unit]! < -1e-9),
    }
  }
  return {
    format: 'reformlab-rates/1',
    year: dataset.year,
    dataset: dataset.name,
    income,
    person,
    per: perCompensation ? 'compensation' : 'dollar',
    taxes: calculator.rules.taxes,
    groups: groups.map(({ group: number, label }, slot) =>
      group(number, label, unit => slots[unit] === slot && has[unit] === 1),
    ),
    overall: group(null, 'all with such income', unit => has[unit] === 1),
    without: group(null, 'without such income', unit => has[unit] === 0),
  }
}

function numbersOf(rates: readonly RatesOfTax[], rows: Uint32Array, weights: Float64Array): RateNumbers {
  const share = shareOf(rows, weights)
  const { right, left, rightJump, leftJump } = rates.at(-1)!
  const mean = (side: 'right' | 'left') =>
    Object.fromEntries(rates.map(of => [of.tax, meanOf(of[side], rows, weights)]))
  return {
    next: mean('right'),
    last: mean('left'),
    aboveHalf: share(unit => right[unit]! > 0.5),
    aboveOne: share(unit => right[unit]! > 1),
    atKink: share(unit => Math.abs(right[unit]! - left[unit]!) > 1e-9),
    atJump: share(unit => rightJump[unit]! !== 0 || leftJump[unit]! !== 0),
  }
}

function meanOf(values: Float64Array, rows: Uint32Array, weights: Float64Array): number | null {
  let total = 0
  let weight = 0
  for (const unit of rows) {
    total += weights[unit]! * values[unit]!
    weight += weights[unit]!
  }
  return weight > 0 ? total / weight : null
}

const shareOf = (rows: Uint32Array, weights: Float64Array) => (holds: (unit: number) => boolean) => {
  let some = 0
  let all = 0
  for (const unit of rows) {
    if (holds(unit)) some += weights[unit]!
    all += weights[unit]!
  }
  return all > 0 ? some / all : null
}
