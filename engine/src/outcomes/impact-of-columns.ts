/**
 * The impact of a reform from columns that some back-end has already computed, without workers.
 *
 * The same reduction as the workers do, over one tile: for small populations, for columns that come from elsewhere, and
 * as the plain way that the fast one is tested against.
 */
import { assembleImpact } from './assemble-impact.ts'
import { givenColumns, weightColumns } from './given-columns.ts'
import type { Impact } from './impact.ts'
import { frameImpact, type ImpactPopulation } from './impact-frame.ts'
import { impactReducer } from './impact-reducer.ts'
import { impactSpec } from './impact-spec.ts'
import { conventionNamed, type OutcomeTable } from './outcome-table.ts'
import { programmeLevels } from './programme-levels.ts'
import { reduceColumns } from './reduce-columns.ts'

/** Column of a variable, one value a record of its entity. */
export type ColumnOf = (variable: string) => Float64Array

/** Throws `E_OUTCOME_VALUE` where a variable is not a finite number, `E_CONVENTION_UNKNOWN`. */
export function impactOfColumns(
  population: ImpactPopulation,
  table: OutcomeTable,
  before: ColumnOf,
  after: ColumnOf,
  conventionName = 'default',
): Impact {
  const convention = conventionNamed(table, conventionName)
  const { income, rankedBy } = convention
  const frame = frameImpact(population, convention, table.people, before(income), before(rankedBy))
  const spec = impactSpec(table, convention, frame)
  const given = new Map(
    [...weightColumns(population), ...givenColumns(convention.entity, frame)].map(c => [c.name, c.values]),
  )
  const shape = oneTile(population)
  const stored = (computed: ColumnOf) => ({
    shape,
    baseline: before,
    column: (name: string) => given.get(name) ?? computed(name),
  })
  const baseline = {
    population,
    table,
    convention,
    frame,
    levels: reduceColumns(programmeLevels, spec, stored(before)),
    inequality: reduceColumns(impactReducer, spec, stored(before)).inequality,
  }
  return assembleImpact(baseline, reduceColumns(impactReducer, spec, stored(after)))
}

function oneTile(population: ImpactPopulation) {
  const count = (entity: string) => population.weight[entity]!.length
  return {
    tileCount: 1,
    size: (entity: string) => ({ count: count(entity), length: count(entity) }),
    rows: (entity: string) => ({ start: 0, end: count(entity) }),
    relation: (name: string) => population.relations[name]!,
  }
}
