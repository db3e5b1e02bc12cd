import { ReformlabError } from '../errors/index.ts'
import { cardOf, type Model } from '../model/index.ts'

/** Throws E_DATASET_PROTECTED for data that nothing may be computed from, E_DATASET_UNKNOWN for what there is not. */
export function refuseProtected(model: Model, dataset: string): void {
  const { name, access } = cardOf(model, dataset)
  if (access !== 'public') throw new ReformlabError('E_DATASET_PROTECTED', { name })
}
