/** An income that moves: which inputs that is, and the program that says how the law's variables move with them. */
import { differentiate, onlyVariables, type Seed, type Side } from '../../derivatives/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import type { Program } from '../../program/index.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import type { RateRules } from './rate-rules.ts'

export const sides: readonly Side[] = ['right', 'left']

/** Input that says of each record of an entity whether its income moves: 1, or 0. */
export const moverOf = (entity: string) => `moves_with_income.${entity}`

/** The input called `income` and those it is part of. Throws E_VARIABLE_UNKNOWN and E_RATE_INCOME. */
export function movingInputs(
  model: CompiledModel,
  rules: RateRules,
  income: string,
): readonly CatalogueVariable[] {
  const variable = variableNamed(model, income)
  if (variable.kind === 'variable') throw noRateOn(income, 'the law computes it')
  const isAmount = variable.type === 'number' && variable.unit.startsWith('currency')
  if (!isAmount) throw noRateOn(income, 'it is not an amount')
  if (variable.entity === 'household') throw noRateOn(income, 'it is of a household, which files no return')
  return [income, ...(rules.part_of[income] ?? [])].map(name => variableNamed(model, name))
}

/** How these inputs move with the income. */
export const seedsOf = (moving: readonly CatalogueVariable[]): readonly Seed[] =>
  moving.map(({ name, entity }) => ({ input: name, tangent: moverOf(entity) }))

/** `program` with both slopes and jumps of the variables `answered`; of others it has those named, and what they need. */
export function withSlopes(
  program: Program,
  answered: readonly string[],
  seeds: readonly Seed[],
  others: readonly string[] = [],
): Program {
  return sides.reduce(
    (derived, side) => differentiate(derived, answered, seeds, side),
    onlyVariables(program, [...answered, ...others]),
  )
}

export function noRateOn(income: string, problem: string): ReformlabError {
  return new ReformlabError('E_RATE_INCOME', { income, problem })
}
