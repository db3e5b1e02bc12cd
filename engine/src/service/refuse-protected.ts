import { datasetCard } from '../datasets/index.ts'
import { ReformlabError } from '../errors/index.ts'

/** Throws E_DATASET_PROTECTED for data that nothing may be computed from, E_DATASET_UNKNOWN for what there is not. */
export function refuseProtected(dataset: string): void {
  const { name, access } = datasetCard(dataset)
  if (access !== 'public') throw new ReformlabError('E_DATASET_PROTECTED', { name })
}
