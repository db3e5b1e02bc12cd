/**
 * What people change of their incomes when a reform changes their rates and their income after tax: as the Tax-Calculator
 * family computes it, but from exact rates. Without a reform nobody changes anything, to the last bit.
 */
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'
import { openRates, type RateRequest } from '../rates/rate-calculator.ts'
import type { Elasticities } from './assumptions.ts'
import { type ResponseRules, readResponseRules } from './response-rules.ts'

export interface Laws {
  readonly baseline: ParameterTree
  readonly reform: ParameterTree
}

/** Change of an input, in dollars, one value a tax unit; of a person's input it is the head's. */
export interface InputChange {
  readonly input: string
  readonly change: Float64Array
}

/** Each unit's changes; what does not respond is left out. */
export async function behaviouralResponse(
  model: CompiledModel,
  population: CompiledPopulation,
  laws: Laws,
  elasticities: Elasticities,
): Promise<readonly InputChange[]> {
  const rules = readResponseRules(model.country)
  const { substitution, income, capitalGains } = elasticities
  return [
    ...(substitution !== 0 || income !== 0
      ? await taxableIncomeResponse(model, population, laws, elasticities, rules.taxable_income)
      : []),
    ...(capitalGains !== 0
      ? await gainsResponse(model, population, laws, capitalGains, rules.capital_gains)
      : []),
  ]
}

async function taxableIncomeResponse(
  model: CompiledModel,
  population: CompiledPopulation,
  laws: Laws,
  { substitution, income }: Elasticities,
  rules: ResponseRules['taxable_income'],
): Promise<readonly InputChange[]> {
  const { rate, changes } = rules
  const before = await columnsOf(population, laws.baseline, [rules.level, rules.tax])
  const after = await columnsOf(population, laws.reform, [
    ...[rules.tax, rules.adjusted_gross_income, rules.itemized_deductions],
    ...[rules.standard_deduction, rules.wages],
  ])
  const [level, taxBefore] = before as [Float64Array, Float64Array]
  const [taxAfter, agi, itemized, standard, wages] = after as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const request = { income: rate.income, perCompensation: rate.per_compensation }
  const rates = substitution === 0 ? undefined : await ratesUnder(model, population, laws, request, rate.tax)
  const share = (part: (unit: number) => number) =>
    agi.map((amount, unit) => {
      const base = amount - deductionsOf(unit)
      if (!(base > 0)) return 0
      const left = (side: Float64Array) => 1 - Math.min(rate.at_most, side[unit]!)
      const relative = rates ? left(rates.after) / left(rates.before) - 1 : 0
      const total = substitution * relative * level[unit]! + income * (taxBefore[unit]! - taxAfter[unit]!)
      return (total * part(unit)) / base
    })
  const deductionsOf = (unit: number) => (itemized[unit]! < standard[unit]! ? 0 : itemized[unit]!)
  return [
    { input: changes.wages, change: share(unit => wages[unit]!) },
    { input: changes.other_income, change: share(unit => agi[unit]! - wages[unit]!) },
    { input: changes.deductions, change: share(deductionsOf) },
  ]
}

async function gainsResponse(
  model: CompiledModel,
  population: CompiledPopulation,
  laws: Laws,
  elasticity: number,
  { rate, changes }: ResponseRules['capital_gains'],
): Promise<readonly InputChange[]> {
  const { before, after } = await ratesUnder(model, population, laws, { income: rate.income }, rate.tax)
  const gains = population.column('tax_unit', changes)!
  const change = gains.map(
    (gain, unit) => gain * Math.exp(elasticity * (after[unit]! - before[unit]!)) - gain,
  )
  return [{ input: changes, change }]
}

/** Rates to the right before and after. */
async function ratesUnder(
  model: CompiledModel,
  population: CompiledPopulation,
  { baseline, reform }: Laws,
  request: RateRequest,
  tax: string,
) {
  const calculator = await openRates(model, population, request)
  try {
    const under = async (law: ParameterTree) =>
      (await calculator.rates(law)).find(of => of.tax === tax)!.right
    return { before: await under(baseline), after: await under(reform) }
  } finally {
    await calculator.close()
  }
}

async function columnsOf(population: CompiledPopulation, law: ParameterTree, variables: readonly string[]) {
  const columns = await population.columnsUnder(law, variables)
  return variables.map(name => columns.get(name)!)
}
