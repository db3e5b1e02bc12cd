/** 200 tax units of `us-cps` (whole households, rare cases over-represented), for tests that must not need the network. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Dataset } from '../../dataset.ts'
import { readDatasetCard } from '../../dataset-card.ts'
import { readNumericCsv } from '../../read-numeric-csv.ts'
import { agePopulation } from '../age-population.ts'
import { readColumnMapping } from '../column-mapping.ts'
import { readGrowthRules } from '../growth-rules.ts'
import type { Population } from '../population.ts'
import { rebuildPopulation, type SourceTables } from '../rebuild-population.ts'

const beside = (name: string) => new URL(name, import.meta.url)
const csv = (name: string) => readNumericCsv(readFileSync(beside(name)), name)

/** What Tax-Calculator 6.8.0 makes of the sample's records, by its own column names; columns of zeros are left out. */
export interface AgedSample {
  readonly draws: readonly number[]
  readonly years: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
}

export function agedSample(): AgedSample {
  return JSON.parse(gunzipSync(readFileSync(beside('aged.json.gz'))).toString('utf8')) as AgedSample
}

export function sampleTables(): SourceTables {
  return {
    records: csv('records.csv'),
    weights: csv('weights.csv'),
    growthFactors: csv('growth-factors.csv'),
    creditDraws: Float64Array.from(agedSample().draws),
  }
}

export function samplePopulation(): Population {
  return rebuildPopulation(sampleTables(), readColumnMapping())
}

/** The sample aged to `year`, in the form of any dataset. */
export function sampleDataset(year: number): Dataset {
  const card = { ...readDatasetCard(beside('../us-cps.card.yaml')), name: 'us-cps-sample' }
  return agePopulation(
    { ...samplePopulation(), hash: 'sample' },
    year,
    readGrowthRules(readColumnMapping()),
    card,
  )
}
