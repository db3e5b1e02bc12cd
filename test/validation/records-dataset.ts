/** A population from records in Tax-Calculator's columns, as its `Records(data=…, gfactors=None, weights=None)` reads them. */
import type { Dataset } from '../../engine/src/datasets/index.ts'
import { readNumericCsv } from '../../engine/src/datasets/read-numeric-csv.ts'
import { sha256 } from '../../engine/src/datasets/sha256.ts'
import { agePopulation } from '../../engine/src/datasets/us-cps/age-population.ts'
import { readColumnMapping } from '../../engine/src/datasets/us-cps/column-mapping.ts'
import { readGrowthRules } from '../../engine/src/datasets/us-cps/growth-rules.ts'
import { numpyUniform } from '../../engine/src/datasets/us-cps/numpy-random.ts'
import { rebuildPopulation } from '../../engine/src/datasets/us-cps/rebuild-population.ts'
import { firstYear, lastYear } from '../../engine/src/datasets/us-cps/source.ts'
import { usCpsCard } from '../../engine/src/datasets/us-cps/us-cps.ts'

/** The package draws who claims credits from this seed, one draw a record in order. */
const creditDrawSeed = 192837465
const weight = 100

/**
 * The records of `csv` as they stand, in `year`: nothing grows. Each is a household; its persons are the head, the spouse
 * of a joint return, and dependents of ages that fit the record's counts.
 */
export function recordsDataset(csv: string, year: number): Dataset {
  const records = readNumericCsv(new TextEncoder().encode(csv), 'records.csv')
  const mapping = readColumnMapping()
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i)
  const weights = new Map(
    years.map(of => [`WT${of}`, new Float64Array(records.count).fill(weight / 0.01)] as const),
  )
  const population = rebuildPopulation(
    {
      records,
      weights: { file: 'weights.csv', count: records.count, columns: weights },
      growthFactors: { file: 'growth.csv', count: 0, columns: new Map([['YEAR', new Float64Array(0)]]) },
      creditDraws: numpyUniform(creditDrawSeed, records.count),
    },
    mapping,
  )
  const hashed = { ...population, hash: sha256(csv) }
  return { ...agePopulation(hashed, firstYear, readGrowthRules(mapping), usCpsCard), name: 'records', year }
}
