/** Populations that outcomes must survive, made from a seed. For tests only. */
import type { ImpactPopulation } from '../impact-frame.ts'

export type Random = () => number

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface RandomPopulation {
  readonly population: ImpactPopulation
  readonly before: Record<string, Float64Array>
  readonly after: Record<string, Float64Array>
}

/**
 * `households` households of one to five persons and one or two tax units each, with variables `tax` and `benefit` of
 * tax units, `net_income`, `market_income`, `threshold`, `adult_equivalents` and counts of `children` and `seniors` of
 * households. The kind of the population steers what is unusual in it.
 */
export function randomPopulation(households: number, kind: PopulationKind, random: Random): RandomPopulation {
  const unitOf: number[] = []
  const householdOf: number[] = []
  const householdOfUnit: number[] = []
  for (let household = 0; household < households; household++) {
    const persons = 1 + Math.floor(random() * 5)
    const units = persons > 2 && random() < 0.4 ? 2 : 1
    for (let unit = 0; unit < units; unit++) householdOfUnit.push(household)
    for (let person = 0; person < persons; person++) {
      householdOf.push(household)
      unitOf.push(householdOfUnit.length - (units === 2 && person < persons / 2 ? 2 : 1))
    }
  }
  const weightOfHousehold = Float64Array.from({ length: households }, () => weights[kind](random))
  if (weightOfHousehold.every(weight => weight === 0)) weightOfHousehold[0] = 1
  const weightOf = (household: number) => weightOfHousehold[household]!
  const before = {
    tax: column(householdOfUnit.length, () => amount(random, 0.3)),
    benefit: column(householdOfUnit.length, () => amount(random, 0.6)),
    net_income: column(households, () => incomes[kind](random)),
    market_income: column(households, () => incomes[kind](random)),
    ...needs(householdOf, households, random),
  }
  const after = {
    tax: before.tax.map(value => moved(value, random)),
    benefit: before.benefit.map(value => moved(value, random)),
    net_income: before.net_income.map(value => moved(value, random)),
    market_income: before.market_income,
    threshold: before.threshold.map(value => (random() < 0.9 ? value : value * 1.1)),
    adult_equivalents: before.adult_equivalents,
  }
  return {
    population: {
      name: kind,
      hash: '0',
      access: 'public',
      year: 2026,
      relations: {
        'person.tax_unit': Int32Array.from(unitOf),
        'person.household': Int32Array.from(householdOf),
        'tax_unit.household': Int32Array.from(householdOfUnit),
      },
      weight: {
        person: Float64Array.from(householdOf, weightOf),
        tax_unit: Float64Array.from(householdOfUnit, weightOf),
        household: weightOfHousehold,
      },
    },
    before,
    after,
  }
}

/** Of each household: a threshold, an equivalence scale, and who is young and old among its people. */
function needs(householdOf: readonly number[], households: number, random: Random) {
  const children = new Float64Array(households)
  const seniors = new Float64Array(households)
  const people = new Float64Array(households)
  for (const household of householdOf) {
    const age = 90 * random()
    const isFirst = people[household] === 0
    if (age < 18 && !isFirst) children[household] = children[household]! + 1
    if (age >= 65) seniors[household] = seniors[household]! + 1
    people[household] = people[household]! + 1
  }
  const equivalents = people.map((count, i) => 1 + 0.5 * (count - 1 - children[i]!) + 0.3 * children[i]!)
  return {
    children,
    seniors,
    adult_equivalents: equivalents,
    threshold: equivalents.map(scale => 12_000 * scale),
  }
}

export const populationKinds = [
  'plain',
  'ties',
  'negatives',
  'zero weights',
  'equal',
  'empty groups',
] as const
export type PopulationKind = (typeof populationKinds)[number]

const lognormal = (random: Random) =>
  30_000 * Math.exp(1.1 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()))

const incomes: Record<PopulationKind, (random: Random) => number> = {
  plain: lognormal,
  ties: random => 5000 * Math.floor(random() * 12),
  negatives: random => lognormal(random) * (random() < 0.3 ? -1 : 1),
  'zero weights': lognormal,
  equal: () => 40_000,
  'empty groups': random => (random() < 0.6 ? 10_000 : lognormal(random)),
}

const someWeight = (random: Random) => 50 + 3000 * random()

const weights: Record<PopulationKind, (random: Random) => number> = {
  plain: someWeight,
  ties: () => 1000,
  negatives: someWeight,
  'zero weights': random => (random() < 0.4 ? 0 : someWeight(random)),
  equal: someWeight,
  'empty groups': someWeight,
}

const amount = (random: Random, zero: number) => (random() < zero ? 0 : 20_000 * random() ** 3)

/** Often unchanged, else a little, a lot, or by less than half a cent. */
function moved(value: number, random: Random): number {
  const what = random()
  if (what < 0.4) return value
  if (what < 0.5) return value + 0.004 * (random() - 0.5)
  if (what < 0.7) return value + 2000
  if (what < 0.8) return value * 0.97
  return value * (1 + 0.02 * (random() - 0.5))
}

const column = (length: number, value: () => number) => Float64Array.from({ length }, value)
