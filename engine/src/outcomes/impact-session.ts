/**
 * Impacts of one reform after another against one baseline, on a runner's worker threads.
 *
 * The baseline is computed once, with everything that does not change from reform to reform; a reform then costs what it
 * changes. The runner must have been made with `impactWorker` as its worker module, and belongs to the session while that
 * is open: another baseline on it makes the session's answers wrong.
 */
import './register-reducers.ts'
import type { ParameterValues } from '../backends/backend.ts'
import type { PopulationRunner, RunStatistics } from '../run/population-runner.ts'
import type { Reduction } from '../run/reduction.ts'
import type { ReducerDefinition } from '../run/tile-reducer.ts'
import { assembleImpact, type ImpactBaseline } from './assemble-impact.ts'
import { PovertyAssembler } from './assemble-poverty.ts'
import { givenColumns, weightColumns } from './given-columns.ts'
import { groupLevels } from './group-levels.ts'
import type { Impact } from './impact.ts'
import { frameImpact, type ImpactPopulation } from './impact-frame.ts'
import { type ImpactTallies, impactReducer, povertyNumbersAt } from './impact-reducer.ts'
import { impactSpec } from './impact-spec.ts'
import { conventionNamed, type OutcomeTable } from './outcome-table.ts'
import { framePoverty } from './poverty-frame.ts'
import { povertyPeople } from './poverty-people.ts'
import { povertyVariables } from './poverty-table.ts'
import { programmeLevels } from './programme-levels.ts'

/** `workerModule` for `createRunner`. */
export const impactWorker = new URL('./impact-worker.ts', import.meta.url)

export interface ImpactRun {
  readonly impact: Impact
  readonly statistics: RunStatistics
}

/**
 * Computes the baseline under `parameters`.
 *
 * population  the one the runner holds: its weights and relations
 * convention  a name in the table; throws `E_CONVENTION_UNKNOWN`
 */
export async function openImpactSession(
  runner: PopulationRunner,
  population: ImpactPopulation,
  table: OutcomeTable,
  parameters: ParameterValues,
  conventionName = 'default',
): Promise<ImpactSession> {
  const convention = conventionNamed(table, conventionName)
  const { entity, income, rankedBy } = convention
  for (const { name, values, ...of } of weightColumns(population))
    await runner.addColumn(of.entity, name, values)
  const levelling = await runner.reduction(programmeLevels, { programmes: table.programmes })
  const { columns, reduced: programmes } = await runner.baseline(parameters, {
    variables: [...new Set([income, rankedBy, ...povertyVariables(table.poverty)])],
    reduce: levelling,
  })
  await runner.release(levelling)
  const frame = frameImpact(
    population,
    convention,
    table.people,
    columns.get(income)!,
    columns.get(rankedBy)!,
  )
  const poverty =
    table.poverty && framePoverty(population, table.poverty, table.people, name => columns.get(name)!)
  for (const column of givenColumns(entity, frame))
    await runner.addColumn(column.entity, column.name, column.values)
  const spec = impactSpec(table, convention, frame, poverty)
  const once = async <Spec, Result>(reducer: ReducerDefinition<Spec, Result>, of: Spec) => {
    const reduction = await runner.reduction(reducer, of)
    const { reduced } = await runner.run(parameters, { reduce: reduction })
    await runner.release(reduction)
    return reduced
  }
  const groups = await once(groupLevels, spec)
  const people = spec.poverty && (await once(povertyPeople, spec.poverty))
  const reduction = await runner.reduction(impactReducer, spec)
  const { reduced: tallies } = await runner.run(parameters, { reduce: reduction })
  return new ImpactSession(runner, reduction, {
    ...{ population, table, convention, frame, programmes, groups, tallies },
    poverty: people && new PovertyAssembler(table.poverty!, people, tallies, povertyNumbersAt(spec)),
  })
}

export class ImpactSession {
  readonly #runner: PopulationRunner
  readonly #reduction: Reduction<ImpactTallies>
  readonly #baseline: ImpactBaseline

  constructor(runner: PopulationRunner, reduction: Reduction<ImpactTallies>, baseline: ImpactBaseline) {
    this.#runner = runner
    this.#reduction = reduction
    this.#baseline = baseline
  }

  /**
   * The impact of the reform whose parameters these are. A newer call overtakes an older one, which rejects with
   * `RunSuperseded`. Throws `E_OUTCOME_VALUE` where a variable is not a finite number.
   */
  async impact(
    parameters: ParameterValues,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<ImpactRun> {
    const { reduced, statistics } = await this.#runner.run(parameters, {
      reduce: this.#reduction,
      ...options,
    })
    return { impact: assembleImpact(this.#baseline, reduced), statistics }
  }

  /** Gives back what the session holds of the runner's memory; the runner stays open. */
  close(): Promise<void> {
    return this.#runner.release(this.#reduction)
  }
}
