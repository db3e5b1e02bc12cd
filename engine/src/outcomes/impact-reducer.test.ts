/** Population in storage order: cut into tiles at random, padded with what must never be read. */
import { expect, test } from 'vitest'
import type { StoredPopulation } from '../run/tile-reducer.ts'
import { givenColumns, weightColumns } from './given-columns.ts'
import { groupLevels } from './group-levels.ts'
import { frameImpact, type ImpactPopulation } from './impact-frame.ts'
import { type ImpactTallies, impactReducer } from './impact-reducer.ts'
import { impactSpec } from './impact-spec.ts'
import { conventionNamed } from './outcome-table.ts'
import { framePoverty } from './poverty-frame.ts'
import { povertyPeople } from './poverty-people.ts'
import { programmeLevels } from './programme-levels.ts'
import { reduceColumns } from './reduce-columns.ts'
import {
  populationKinds,
  type Random,
  type RandomPopulation,
  randomPopulation,
  seededRandom,
} from './testing/random-population.ts'
import { table } from './testing/test-table.ts'

const convention = conventionNamed(table, 'default')

/** Tiles cut at households, each with up to three rows of padding. */
class TiledPopulation implements StoredPopulation {
  readonly tileCount: number
  private readonly ranges: Record<string, { from: number; start: number; end: number }[]> = {}
  private readonly population: ImpactPopulation

  constructor(population: ImpactPopulation, tileSize: number, random: Random) {
    this.population = population
    const households = population.weight.household!.length
    this.tileCount = Math.ceil(households / tileSize)
    for (const entity of ['household', 'tax_unit', 'person']) {
      let start = 0
      let from = 0
      this.ranges[entity] = Array.from({ length: this.tileCount }, (_, tile) => {
        const last = Math.min(households, (tile + 1) * tileSize)
        const to = entity === 'household' ? last : this.firstOf(entity, last)
        const range = { from, start, end: start + to - from }
        start = range.end + Math.floor(random() * 4)
        from = to
        return range
      })
    }
  }

  size(entity: string) {
    return { count: this.population.weight[entity]!.length, length: this.ranges[entity]!.at(-1)!.end + 3 }
  }

  rows(entity: string, tile: number) {
    return this.ranges[entity]![tile]!
  }

  relation(): Int32Array {
    throw new Error('outcomes read no relation in storage order')
  }

  stored(entity: string, values: Float64Array): Float64Array {
    const column = new Float64Array(this.size(entity).length).fill(Number.NaN)
    for (const { from, start, end } of this.ranges[entity]!)
      column.set(values.subarray(from, from + end - start), start)
    return column
  }

  private firstOf(entity: string, household: number): number {
    const households = this.population.relations[`${entity}.household`]!
    const found = households.findIndex(of => of >= household)
    return found < 0 ? households.length : found
  }
}

function shuffled(count: number, random: Random): number[] {
  return Array.from({ length: count }, (_, i) => ({ i, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i)
}

const entityOf = (variable: string) =>
  variable === 'tax' || variable === 'benefit' ? 'tax_unit' : 'household'

function reduceTiled(
  { population, before, after }: RandomPopulation,
  tiles: TiledPopulation,
  inOrder: ((count: number) => number[]) | undefined,
) {
  const frame = frameImpact(population, convention, 'person', before.net_income!, before.net_income!)
  const poverty = framePoverty(population, table.poverty!, 'person', name => before[name]!)
  const spec = impactSpec(table, convention, frame, poverty)
  const columns = new Map(
    [...weightColumns(population), ...givenColumns('household', frame)].map(({ entity, name, values }) => [
      name,
      tiles.stored(entity, values),
    ]),
  )
  const stored = (from: Record<string, Float64Array>) => (name: string) =>
    columns.get(name) ?? tiles.stored(entityOf(name), from[name]!)
  const places = {
    shape: tiles,
    column: stored(after),
    baseline: stored(before),
    ...(inOrder && { inOrder }),
  }
  return {
    tallies: reduceColumns(impactReducer, spec, places),
    levels: reduceColumns(programmeLevels, spec, places),
    groups: reduceColumns(groupLevels, spec, places),
    poverty: reduceColumns(povertyPeople, spec.poverty!, places),
  }
}

const bytes = ({ inequality, inequalityMoves, sums, povertyMedians }: ImpactTallies) =>
  JSON.stringify([inequality, Object.values(inequalityMoves).map(moves => [...moves]), sums, povertyMedians])

test('tiles and tasks done in any order give the same bytes', () => {
  for (const kind of populationKinds) {
    const random = seededRandom(kind.length)
    const population = randomPopulation(500, kind, random)
    const tiles = new TiledPopulation(population.population, 37, random)
    const straight = reduceTiled(population, tiles, undefined)
    for (let round = 0; round < 3; round++) {
      const mixed = reduceTiled(population, tiles, count => shuffled(count, random))
      expect(bytes(mixed.tallies)).toBe(bytes(straight.tallies))
      expect(mixed.levels).toEqual(straight.levels)
      expect(mixed.groups).toEqual(straight.groups)
      expect(mixed.poverty).toEqual(straight.poverty)
    }
  }
})

test('how the population is cut into tiles changes no more than the last digits', () => {
  const random = seededRandom(4)
  const population = randomPopulation(400, 'negatives', random)
  const [one, other] = [7, 5000].map(size =>
    reduceTiled(population, new TiledPopulation(population.population, size, random), undefined),
  )
  const numbers = (run: typeof one) => [
    ...run!.tallies.sums.all().map(({ total }) => total),
    ...Object.values(run!.tallies.inequality).map(Number),
    ...run!.levels.all().map(({ total }) => total),
    ...run!.groups.all().map(({ total }) => total),
    ...run!.poverty.all().map(({ total }) => total),
    ...run!.tallies.povertyMedians,
  ]
  numbers(one).forEach((number, i) => {
    const expected = numbers(other)[i]!
    expect(Math.abs(number - expected)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(expected)))
  })
})
