/**
 * A household along one of its incomes: what it keeps, what it pays, the rate on one dollar more, and every kink and cliff
 * with the rule that makes it.
 */
import { arrangeSituation, type Situation, situationPopulation } from '../../direct/index.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { fillSituation } from '../fill-situation.ts'
import type { CompiledModel } from '../model.ts'
import { movingInputs, seedsOf, withSlopes } from '../rates/moving-income.ts'
import { readRateRules } from '../rates/rate-rules.ts'
import { findKinks, jumpOf, type Kink, type Point } from './find-kinks.ts'
import { KinkRules, type Rule } from './kink-rules.ts'
import { recordNamed } from './record-named.ts'
import { SituationSweep } from './situation-sweep.ts'

export interface EarningsRequest {
  readonly situation: Situation
  readonly year: number
  readonly baseline: ParameterTree
  readonly reform?: ParameterTree
  /** An input; `employment_income` where it is not said. */
  readonly income?: string
  /** Name of the person or tax unit whose income it is; the first by default. */
  readonly record?: string
  readonly from?: number
  readonly to?: number
}

export interface EarningsPoint {
  readonly income: number
  readonly netIncome: number
  /** Of the household's tax units together, by name; and their slope to the right. */
  readonly taxes: Readonly<Record<string, number>>
  readonly rates: Readonly<Record<string, number>>
}

export interface EarningsKink {
  /** To the cent. */
  readonly income: number
  /** Rate of all taxes before and after, as shares of a dollar. */
  readonly rateBefore: number
  readonly rateAfter: number
  /** Dollars of tax that are added at this very point: a cliff where it is above 0. */
  readonly jump: number
  /** The rules that make it. */
  readonly rules: readonly Rule[]
}

export interface EarningsCurve {
  readonly points: readonly EarningsPoint[]
  readonly kinks: readonly EarningsKink[]
}

export interface EarningsVariation {
  readonly format: 'reformlab-earnings/1'
  readonly year: number
  readonly income: string
  readonly record: string
  readonly taxes: readonly string[]
  readonly baseline: EarningsCurve
  readonly reform?: EarningsCurve
}

/** What is taken where a request does not say. */
export const earningsDefaults = { income: 'employment_income', from: 0, to: 200_000, points: 201 } as const
export const NET_INCOME = 'household_net_income'

/** Throws E_SITUATION, E_VARIABLE_UNKNOWN, E_RATE_INCOME, E_DATE_RANGE. */
export function earningsVariation(model: CompiledModel, request: EarningsRequest): EarningsVariation {
  const { year, baseline, reform, income = earningsDefaults.income } = request
  const rules = readRateRules(model.country)
  const moving = movingInputs(model, rules, income)
  const arranged = arrangeSituation(model.catalogue, request.situation)
  const { situation } = fillSituation(model.catalogue, arranged, model.situationRules)
  const { record, row } = recordNamed(model.catalogue, situation, moving[0]!, request.record)
  const population = situationPopulation(model.catalogue, situation)
  const whole = rules.taxes.at(-1)!
  const answered = [...rules.taxes, NET_INCOME]
  const program = withSlopes(model.program, answered, seedsOf(moving))
  const kinkRules = new KinkRules(model.program, model.catalogue, moving, whole)
  const units = population.entities.tax_unit!.count
  const { from = earningsDefaults.from, to = earningsDefaults.to } = request
  const grid = Array.from(
    { length: earningsDefaults.points },
    (_, i) => from + ((to - from) * i) / (earningsDefaults.points - 1),
  )

  const curveUnder = (law: ParameterTree): EarningsCurve => {
    const sweep = new SituationSweep(population, moving, row, law, year)
    const look = (amounts: readonly number[]): Point[] => {
      const tax = sweep.at(program, amounts, [whole]).get(whole)!
      return amounts.map((at, amount) => ({
        at,
        values: Array.from({ length: units }, (_, unit) => tax(amount, unit)),
      }))
    }
    const seen = sweep.at(program, grid, answered)
    const sum = (name: string, amount: number, pick: 'value' | 'rate') =>
      Array.from({ length: units }, (_, unit) => seen.get(name)!(amount, unit)).reduce(
        (total, { value, slope }) => total + (pick === 'value' ? value : slope.right),
        0,
      )
    const byTax = (amount: number, pick: 'value' | 'rate') =>
      Object.fromEntries(rules.taxes.map(tax => [tax, sum(tax, amount, pick)]))
    const household = population.relations['tax_unit.household']![0] ?? 0
    const kinks = findKinks(
      grid.map((at, amount) => ({
        at,
        values: Array.from({ length: units }, (_, unit) => seen.get(whole)!(amount, unit)),
      })),
      look,
    )
    const named = kinkRules.of(sweep, kinks)
    return {
      points: grid.map((amount, i) => ({
        income: amount,
        netIncome: seen.get(NET_INCOME)!(i, household).value,
        taxes: byTax(i, 'value'),
        rates: byTax(i, 'rate'),
      })),
      kinks: kinks.map((kink, i) => ({ ...shapeOf(kink), rules: named[i]! })),
    }
  }
  return {
    format: 'reformlab-earnings/1',
    year,
    income,
    record,
    taxes: rules.taxes,
    baseline: curveUnder(baseline),
    ...(reform && { reform: curveUnder(reform) }),
  }
}

function shapeOf({ from, to }: Kink): Omit<EarningsKink, 'rules'> {
  const total = (pick: (i: number) => number) => from.values.reduce((sum, _, i) => sum + pick(i), 0)
  const jump = total(i => jumpOf(from.values[i]!, to.values[i]!))
  return {
    income: Math.round(((from.at + to.at) / 2) * 100) / 100,
    rateBefore: total(i => from.values[i]!.slope.right),
    rateAfter: total(i => to.values[i]!.slope.left),
    jump: Math.abs(jump) > 0.005 ? Math.round(jump * 100) / 100 : 0,
  }
}
