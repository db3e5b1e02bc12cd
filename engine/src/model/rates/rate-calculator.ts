/**
 * Marginal tax rates of a population: how much more tax one more dollar of an income brings, and how much less one dollar
 * less. Exact one-sided derivatives of the compiled law, not differences over a step: docs/marginal-rates.md.
 */
import { type EntityName, taxUnitRoles } from '../../datasets/index.ts'
import { jumpName, type Side, slopeName } from '../../derivatives/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { createRunner, type PopulationRunner } from '../../run/index.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'
import { parameterValues } from '../reformed-law.ts'
import { moverOf, movingInputs, noRateOn, seedsOf, sides, withSlopes } from './moving-income.ts'
import { type RateRules, readRateRules } from './rate-rules.ts'

export type RatePerson = 'head' | 'spouse'

export interface RateRequest {
  /** An input: an amount of a person or of a tax unit. */
  readonly income: string
  /** Whose income moves, of a person's; the head's by default. */
  readonly person?: RatePerson
  /** Per dollar of wages and the employer's payroll tax on it, in place of per dollar of wages. */
  readonly perCompensation?: boolean
}

/** Of one tax, one value a tax unit; NaN for a unit without such a person. */
export interface RatesOfTax {
  readonly tax: string
  /** Tax on the next dollar, and tax saved with the last one: fractions of a dollar. */
  readonly right: Float64Array
  readonly left: Float64Array
  /** Dollars by which tax jumps at the very point, going to that side; 0 almost everywhere. */
  readonly rightJump: Float64Array
  readonly leftJump: Float64Array
}

export class RateCalculator {
  readonly rules: RateRules
  /** By tax unit, 1 where the income that moves is not 0. */
  readonly hasIncome: Float64Array
  readonly #runner: PopulationRunner
  readonly #year: number
  /** 1 for a unit whose income moves, NaN for others. */
  readonly #mask: Float64Array
  readonly #employerPays: string | undefined

  constructor(
    rules: RateRules,
    runner: PopulationRunner,
    year: number,
    mask: Float64Array,
    hasIncome: Float64Array,
    employerPays: string | undefined,
  ) {
    this.rules = rules
    this.hasIncome = hasIncome
    this.#runner = runner
    this.#year = year
    this.#mask = mask
    this.#employerPays = employerPays
  }

  /** In the order of the rules' taxes. Throws the signal's reason once it is aborted. */
  async rates(
    law: ParameterTree,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<readonly RatesOfTax[]> {
    const moved = [...this.rules.taxes, ...(this.#employerPays ? [this.#employerPays] : [])]
    const wanted = moved.flatMap(name => sides.flatMap(side => [slopeName(name, side), jumpName(name, side)]))
    const parameters = parameterValues(law, this.#year)
    const { columns } = await this.#runner.run(parameters, { variables: wanted, ...options })
    const dollar = (side: Side) => {
      const employer = this.#employerPays && columns.get(slopeName(this.#employerPays, side))!
      return employer ? employer.map(share => 1 + share) : undefined
    }
    const dollars = { right: dollar('right'), left: dollar('left') }
    return this.rules.taxes.map(tax => {
      const rate = (side: Side) => this.#of(columns.get(slopeName(tax, side))!, dollars[side])
      const jump = (side: Side) => this.#of(columns.get(jumpName(tax, side))!)
      const [right, left, rightJump, leftJump] = [rate('right'), rate('left'), jump('right'), jump('left')]
      return { tax, right, left, rightJump, leftJump }
    })
  }

  async close(): Promise<void> {
    await this.#runner.close()
  }

  #of(values: Float64Array, dollar?: Float64Array): Float64Array {
    return values.map((value, unit) => (value / (dollar?.[unit] ?? 1)) * this.#mask[unit]!)
  }
}

/**
 * Compiles the derivative of the law's taxes by one income, and lays the population out for it.
 *
 * throws  E_VARIABLE_UNKNOWN, E_RATE_INCOME for what is no income that can move
 */
export async function openRates(
  model: CompiledModel,
  population: CompiledPopulation,
  { income, person = 'head', perCompensation = false }: RateRequest,
): Promise<RateCalculator> {
  const rules = readRateRules(model.country)
  const moving = movingInputs(model, rules, income)
  if (perCompensation && income !== rules.compensation.income)
    throw noRateOn(income, `compensation is defined for ${rules.compensation.income} alone`)
  const employerPays = perCompensation ? rules.compensation.employer_pays : undefined
  const answered = [...rules.taxes, ...(employerPays ? [employerPays] : [])]
  const program = withSlopes(model.program, answered, seedsOf(moving))
  const movers = moversOf(population, person)
  const inputs = new Map(
    program.nodes.flatMap(node => (node.op === 'input' ? [[node.name!, node.entity!]] : [])),
  )
  const { entities, relations } = population.dataset
  const columnsOf = (entity: keyof typeof entities) => {
    const named = [...inputs].filter(([, of]) => of === entity).map(([name]) => name)
    const columns = named.flatMap(name => {
      const values = name === moverOf(entity) ? movers[entity] : population.column(entity, name)
      return values ? [[name, values] as const] : []
    })
    return { count: entities[entity].count, columns: new Map(columns) }
  }
  const runner = await createRunner(program, {
    relations,
    entities: {
      person: columnsOf('person'),
      tax_unit: columnsOf('tax_unit'),
      household: columnsOf('household'),
    },
  })
  const mask = movers.tax_unit.map(moves => (moves === 1 ? 1 : Number.NaN))
  const hasIncome = unitsWith(population, moving[0]!, movers.person)
  return new RateCalculator(rules, runner, population.dataset.year, mask, hasIncome, employerPays)
}

/** 1 for the persons whose income moves and for their tax units, 0 for all others. */
function moversOf(population: CompiledPopulation, person: RatePerson) {
  const { relations, entities } = population.dataset
  const role = taxUnitRoles.indexOf(person)
  const persons: Float64Array = population.column('person', 'tax_unit_role')!.map(of => Number(of === role))
  const units = new Float64Array(entities.tax_unit.count)
  relations['person.tax_unit'].forEach((unit, member) => {
    if (persons[member]) units[unit] = 1
  })
  return { person: persons, tax_unit: units, household: undefined }
}

/** 1 for a tax unit that has such income, or whose mover has. */
function unitsWith(
  population: CompiledPopulation,
  { name, entity }: CatalogueVariable,
  movers: Float64Array,
) {
  const { relations, entities } = population.dataset
  const amounts = population.column(entity as EntityName, name)
  const has = new Float64Array(entities.tax_unit.count)
  if (!amounts) return has
  if (entity === 'tax_unit') return has.map((_, unit) => Number(amounts[unit] !== 0))
  relations['person.tax_unit'].forEach((unit, member) => {
    if (movers[member] && amounts[member] !== 0) has[unit] = 1
  })
  return has
}
