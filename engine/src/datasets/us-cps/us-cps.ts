/** The dataset `us-cps`: fetched and rebuilt the first time, then read from the cache and aged to the year asked for. */
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { cacheFolder, requireCache } from '../cache-folder.ts'
import type { Dataset } from '../dataset.ts'
import { readDatasetCard } from '../dataset-card.ts'
import { type Progress, progressOnStderr } from '../progress.ts'
import { readNumericCsv } from '../read-numeric-csv.ts'
import { sha256 } from '../sha256.ts'
import { validateDataset } from '../validate-dataset.ts'
import { agePopulation } from './age-population.ts'
import { readColumnMapping } from './column-mapping.ts'
import { fetchSource, type SourceFiles } from './fetch-source.ts'
import { readGrowthRules } from './growth-rules.ts'
import { numpyUniform } from './numpy-random.ts'
import { type HashedPopulation, readPopulation, writePopulation } from './population-store.ts'
import { rebuildPopulation, type SourceTables } from './rebuild-population.ts'
import { source } from './source.ts'

export const usCpsCard = readDatasetCard(new URL('us-cps.card.yaml', import.meta.url))

/** Tax-Calculator's fixed seed for the draw that says who claims a credit. */
const creditDrawSeed = 192837465

/** Raised whenever rebuilding the same source would give other records, so that older caches are not read. */
const recipeVersion = 1

export interface OpenOptions {
  readonly cache?: string
  readonly progress?: Progress
}

/**
 * `us-cps` aged to `year`.
 *
 * throws  E_DATASET_YEAR, E_DATASET_FETCH, E_DATASET_FILE
 */
export async function openUsCps(year: number, options: OpenOptions = {}): Promise<Dataset> {
  const rules = readGrowthRules(readColumnMapping())
  return validateDataset(agePopulation(await openPopulation(options), year, rules, usCpsCard))
}

/** The records of the first year, from the cache or rebuilt. Age one population to as many years as you like. */
export async function openPopulation({
  cache = cacheFolder(),
  progress = progressOnStderr,
}: OpenOptions = {}): Promise<HashedPopulation> {
  const mapping = readColumnMapping()
  const recipe = sha256(JSON.stringify([recipeVersion, source, mapping.targets]))
  const folder = join(cache, `us-cps-${recipe.slice(0, 12)}`)
  const kept = await readPopulation(folder, recipe)
  if (kept !== undefined) return kept
  requireCache(cache)
  const files = await fetchSource(cache, progress)
  progress('Rebuilding persons, tax units and households (once) …')
  const tables = readTables(files)
  await writePopulation(folder, recipe, rebuildPopulation(tables, mapping))
  progress('The population is ready.')
  const written = await readPopulation(folder, recipe)
  if (written === undefined) throw new Error(`${folder} cannot be read back`)
  return written
}

function readTables(files: SourceFiles): SourceTables {
  const records = readNumericCsv(gunzipSync(files['taxcalc/cps.csv.gz']), 'cps.csv')
  return {
    records,
    weights: readNumericCsv(gunzipSync(files['taxcalc/cps_weights.csv.gz']), 'cps_weights.csv'),
    growthFactors: readNumericCsv(files['taxcalc/growfactors.csv'], 'growfactors.csv'),
    creditDraws: numpyUniform(creditDrawSeed, records.count),
  }
}
