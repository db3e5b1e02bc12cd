/** What is left of each earner's earnings under one law after another. */
import { ReformlabError } from '../../../errors/index.ts'
import type { ParameterTree } from '../../../parameters/parameter-tree.ts'
import { createRunner, type PopulationRunner } from '../../../run/index.ts'
import type { CompiledModel } from '../../model.ts'
import type { CompiledPopulation } from '../../open-population.ts'
import { parameterValues } from '../../reformed-law.ts'
import { type RateRules, readRateRules } from '../rate-rules.ts'
import { earnerProgram, earnerVariables, reachParameter } from './earner-program.ts'
import { type Earners, earnerPopulation, findEarners } from './earners.ts'

export interface IncentiveTerms {
  /** Per dollar of earnings and the employer's payroll tax on them, in place of per dollar of earnings. */
  readonly perCompensation: boolean
  /** Dollars a year more at which it is looked whether net income is lower. */
  readonly reach: number
}

/** One value an earner. */
export interface EarnerColumns {
  /** Marginal rates on the next dollar and on the last one, fractions of it. */
  readonly next: Float64Array
  readonly last: Float64Array
  /** Share of all earnings that taxes take and benefits lose against earning nothing. */
  readonly participation: Float64Array
  /** Dollars of net income lost at the very point, however small the step up; 0 almost everywhere. */
  readonly drop: Float64Array
  /** Dollars of net income lost by earning `reach` more; below 0 where some is gained. */
  readonly lossAtReach: Float64Array
}

export class EarnerCalculator {
  readonly earners: Earners
  readonly rules: RateRules
  readonly #runner: PopulationRunner
  readonly #year: number

  constructor(earners: Earners, runner: PopulationRunner, rules: RateRules, year: number) {
    this.earners = earners
    this.#runner = runner
    this.rules = rules
    this.#year = year
  }

  /** Throws E_OUTCOME_VALUE where net income or a rate is not a finite number; the signal's reason once it is aborted. */
  async under(
    law: ParameterTree,
    { perCompensation, reach }: IncentiveTerms,
    signal?: AbortSignal,
  ): Promise<EarnerColumns> {
    const names = earnerVariables(this.rules, perCompensation)
    const parameters = new Map(parameterValues(law, this.#year)).set(reachParameter, reach)
    const variables = Object.values(names)
    const { columns } = await this.#runner.run(parameters, { variables, ...(signal && { signal }) })
    const of = (name: string | undefined) => (name === undefined ? undefined : columns.get(name)!)
    const [net, nothing, further] = [of(names.net)!, of(names.nothing)!, of(names.further)!]
    const [employer, employerNothing] = [of(names.employer), of(names.employerNothing)]
    const rate = (slope: Float64Array, employerSlope?: Float64Array) =>
      slope.map((left, earner) => 1 - left / (1 + (employerSlope?.[earner] ?? 0)))
    const { earnings } = this.earners
    const answer = {
      next: rate(of(names.right)!, of(names.employerRight)),
      last: rate(of(names.left)!, of(names.employerLeft)),
      participation: net.map((income, earner) => {
        const paid = employer ? employer[earner]! - employerNothing![earner]! : 0
        return 1 - (income - nothing[earner]!) / (earnings[earner]! + paid)
      }),
      drop: of(names.rightJump)!.map(jump => 0 - jump),
      lossAtReach: net.map((income, earner) => income - further[earner]!),
    }
    if (!Object.values(answer).every(column => column.every(Number.isFinite)))
      throw new ReformlabError('E_OUTCOME_VALUE', { variable: this.rules.net_income })
    return answer
  }

  async close(): Promise<void> {
    await this.#runner.close()
  }
}

/** Differentiates the law by earnings, and lays out a copy of their tax unit for each earner. */
export async function openEarners(
  model: CompiledModel,
  population: CompiledPopulation,
): Promise<EarnerCalculator> {
  const rules = readRateRules(model.country)
  const earners = findEarners(population, rules.earnings)
  const program = earnerProgram(model.program, rules)
  const copies = earnerPopulation(population, earners, program, rules.earnings)
  const runner = await createRunner(program, copies, { crew: population.runner.crew })
  return new EarnerCalculator(earners, runner, rules, population.dataset.year)
}
