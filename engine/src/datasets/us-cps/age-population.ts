/**
 * Records of the first year as records of a later one, as Tax-Calculator ages them: every amount times each year's
 * growth factor in turn, so that not even the last bit differs; ages and numbers of people stay as they were.
 */
import { ReformlabError } from '../../errors/index.ts'
import type { Dataset, EntityColumns, EntityName } from '../dataset.ts'
import type { DatasetCard } from '../dataset-card.ts'
import { sha256 } from '../sha256.ts'
import type { GrowthRule, GrowthRules } from './growth-rules.ts'
import type { Population, StoredColumn, StoredEntity } from './population.ts'
import { firstYear, lastYear } from './source.ts'

/** Weights are stored in hundredths. Tax-Calculator multiplies, which is not to the bit a division by 100. */
const weightScale = 0.01

/**
 * hash    of everything `population` was made from
 * throws  E_DATASET_YEAR
 */
export function agePopulation(
  population: Population & { readonly hash: string },
  year: number,
  rules: GrowthRules,
  card: DatasetCard,
): Dataset {
  const { entities, relations } = population
  const stored = population.weights.get(year)
  if (stored === undefined) {
    throw new ReformlabError('E_DATASET_YEAR', {
      name: card.name,
      value: year,
      first: firstYear,
      last: lastYear,
    })
  }
  const ageEntity = (entity: EntityName) => ageColumns(entities[entity], rules[entity], population, year)
  const unitWeight = new Float64Array(stored).map(hundredths => hundredths * weightScale)
  const personWeight = ofGroup(unitWeight, relations['person.tax_unit'])
  return {
    name: card.name,
    access: card.access,
    year,
    hash: sha256(`${population.hash} aged to ${year}`),
    entities: {
      person: ageEntity('person'),
      tax_unit: withColumn(ageEntity('tax_unit'), 'tax_unit_weight', unitWeight),
      household: ageEntity('household'),
    },
    relations,
    weight: {
      person: personWeight,
      tax_unit: unitWeight,
      household: meanOfMembers(personWeight, relations['person.household'], entities.household.count),
    },
    card,
  }
}

function withColumn({ count, columns }: EntityColumns, name: string, values: Float64Array): EntityColumns {
  return { count, columns: new Map([...columns, [name, values]]) }
}

function ageColumns(
  { count, columns }: StoredEntity,
  rules: ReadonlyMap<string, GrowthRule>,
  { growthFactors }: Population,
  year: number,
): EntityColumns {
  const factorsFor = (name: string): number[] => {
    const factors: number[] = []
    for (let grown = firstYear + 1; grown <= year; grown++) factors.push(growthFactors.get(grown)!.get(name)!)
    return factors
  }
  const age = ([name, start]: [string, StoredColumn]): [string, Float64Array] => {
    const rule = rules.get(name)
    return [name, rule ? grow(start, factorsFor(rule.gain), factorsFor(rule.loss)) : new Float64Array(start)]
  }
  return { count, columns: new Map([...columns].map(age)) }
}

function grow(start: StoredColumn, gains: readonly number[], losses: readonly number[]): Float64Array {
  const grown = new Float64Array(start.length)
  for (let row = 0; row < start.length; row++) {
    let value = start[row]!
    if (value === 0) continue
    const factors = value > 0 ? gains : losses
    for (let year = 0; year < factors.length; year++) value *= factors[year]!
    grown[row] = value
  }
  return grown
}

function ofGroup(values: Float64Array, group: Int32Array): Float64Array {
  const members = new Float64Array(group.length)
  for (let row = 0; row < group.length; row++) members[row] = values[group[row]!]!
  return members
}

/** The units of a household can differ in weight; the mean over its people keeps the number of people right. */
function meanOfMembers(weight: Float64Array, group: Int32Array, count: number): Float64Array {
  const totals = new Float64Array(count)
  const members = new Float64Array(count)
  for (let row = 0; row < weight.length; row++) {
    totals[group[row]!]! += weight[row]!
    members[group[row]!]! += 1
  }
  return totals.map((total, household) => total / members[household]!)
}
