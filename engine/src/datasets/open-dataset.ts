/** The datasets by name. Only the one asked for is loaded. */
import { ReformlabError } from '../errors/index.ts'
import type { Dataset } from './dataset.ts'
import type { DatasetCard } from './dataset-card.ts'
import { type OpenOptions, openUsCps, usCpsCard } from './us-cps/us-cps.ts'

const datasets = {
  'us-cps': { card: usCpsCard, open: openUsCps },
} as const

/** Cards of all datasets there are. */
export function datasetCards(): readonly DatasetCard[] {
  return Object.values(datasets).map(({ card }) => card)
}

/** The card of the dataset `name`. Throws E_DATASET_UNKNOWN. */
export function datasetCard(name: string): DatasetCard {
  return datasetNamed(name).card
}

/**
 * The dataset `name` aged to `year`; fetched and rebuilt first where that has not been done.
 *
 * throws  E_DATASET_UNKNOWN, E_DATASET_YEAR, E_DATASET_FETCH, E_DATASET_FILE
 */
export function openDataset(name: string, year: number, options?: OpenOptions): Promise<Dataset> {
  return datasetNamed(name).open(year, options)
}

function datasetNamed(name: string) {
  if (Object.hasOwn(datasets, name)) return datasets[name as keyof typeof datasets]
  throw new ReformlabError('E_DATASET_UNKNOWN', { name, known: Object.keys(datasets).join(', ') })
}
