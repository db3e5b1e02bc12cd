/**
 * The impact of a reform from columns that some back-end has already computed, without workers.
 *
 * The same reduction as the workers do, over the same blocks: for small populations, for columns that come from elsewhere, and
 * as the plain way that the fast one is tested against.
 */
import { layOutPopulation } from '../backends/wasm/index.ts'
import { assembleImpact } from './assemble-impact.ts'
import { PovertyAssembler } from './assemble-poverty.ts'
import { givenColumns, weightColumns } from './given-columns.ts'
import { groupLevels } from './group-levels.ts'
import type { Impact } from './impact.ts'
import { frameImpact, type ImpactPopulation } from './impact-frame.ts'
import { impactReducer, povertyNumbersAt } from './impact-reducer.ts'
import { impactSpec } from './impact-spec.ts'
import { conventionNamed, type OutcomeTable } from './outcome-table.ts'
import { framePoverty } from './poverty-frame.ts'
import { povertyPeople } from './poverty-people.ts'
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
  return impactsAgainst(population, table, before, conventionName)(after)
}

/** The same for one reform after another: what the baseline alone determines is reduced once. */
export function impactsAgainst(
  population: ImpactPopulation,
  table: OutcomeTable,
  before: ColumnOf,
  conventionName = 'default',
): (after: ColumnOf) => Impact {
  const convention = conventionNamed(table, conventionName)
  const { income, rankedBy } = convention
  const frame = frameImpact(population, convention, table.people, before(income), before(rankedBy))
  const poverty = table.poverty && framePoverty(population, table.poverty, table.people, before)
  const spec = impactSpec(table, convention, frame, poverty)
  const given = new Map(
    [...weightColumns(population), ...givenColumns(convention.entity, frame)].map(c => [c.name, c.values]),
  )
  const shape = inBlocks(population)
  const stored = (computed: ColumnOf) => ({
    shape,
    baseline: before,
    column: (name: string) => given.get(name) ?? computed(name),
  })
  const tallies = reduceColumns(impactReducer, spec, stored(before))
  const people = spec.poverty && reduceColumns(povertyPeople, spec.poverty, stored(before))
  const baseline = {
    population,
    table,
    convention,
    frame,
    programmes: reduceColumns(programmeLevels, spec, stored(before)),
    groups: reduceColumns(groupLevels, spec, stored(before)),
    tallies,
    poverty: people && new PovertyAssembler(table.poverty!, people, tallies, povertyNumbersAt(spec)),
  }
  return after => assembleImpact(baseline, reduceColumns(impactReducer, spec, stored(after)))
}

/** The tiles that a runner cuts, without its padding. */
function inBlocks(population: ImpactPopulation) {
  const { weight, relations } = population
  const layout = population.tiles ?? cutTiles(population)
  const size = (entity: string) => ({ count: weight[entity]!.length, length: weight[entity]!.length })
  return {
    tileCount: layout.tileCount,
    size,
    rows(entity: string, tile: number) {
      const { rows } = layout.entities.get(entity)!
      return { start: rows[tile]!, end: rows[tile + 1]! }
    },
    relation: (name: string) => relations[name]!,
  }
}

function cutTiles({ weight, relations }: ImpactPopulation) {
  const entities = Object.fromEntries(
    Object.entries(weight).map(([name, { length }]) => [name, { count: length, columns: new Map() }]),
  )
  const links = Object.keys(relations).map(name => {
    const [from, to] = name.split('.') as [string, string]
    return { name, from, to }
  })
  return layOutPopulation(Object.keys(weight), links, { entities, relations })
}
