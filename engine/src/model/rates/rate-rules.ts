/** Which taxes have marginal rates, and which incomes move together: what a law's `marginal-rates.yaml` says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../law-files.ts'

export interface RateRules {
  /** Variables of the tax unit. */
  readonly taxes: readonly string[]
  readonly compensation: {
    readonly income: string
    /** Variable of the tax unit: what employers pay beside it. */
    readonly employer_pays: string
  }
  /** Inputs that an income is part of, which move with it. */
  readonly part_of: Readonly<Record<string, readonly string[]>>
  /** Inputs of a person: what is above 0 among them is gross earnings. */
  readonly earnings: readonly string[]
  /** Variable of the tax unit: what its people have in the end. */
  readonly net_income: string
  /** Credits that not everyone claims, with the variables that hold what is due. */
  readonly claims: Readonly<Record<string, string>>
}

export function readRateRules(country: string): RateRules {
  return parse(readFileSync(join(root, 'law', country, 'marginal-rates.yaml'), 'utf8')) as RateRules
}
