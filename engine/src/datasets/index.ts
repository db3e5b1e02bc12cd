export { cacheFolder } from './cache-folder.ts'
export {
  type Dataset,
  type DatasetAccess,
  type EntityColumns,
  type EntityName,
  entityNames,
  type RelationName,
  relationNames,
  taxUnitRoles,
} from './dataset.ts'
export type { DatasetCard } from './dataset-card.ts'
export { datasetCard, datasetCards, openDataset } from './open-dataset.ts'
export { type Progress, progressOnStderr, silent } from './progress.ts'
export { validateDataset } from './validate-dataset.ts'
