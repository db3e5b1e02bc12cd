/** Names for what the engine answers of datasets; the shapes are those of `schema/openapi.yaml`. */
import type { components, operations } from '@reformlab/schema/generated/openapi.ts'

type Answered<Id extends keyof operations> = operations[Id]['responses'] extends {
  readonly 200: { readonly content: { readonly 'application/json': infer Content } }
}
  ? Content
  : never

export type DatasetSchema = Answered<'getDatasetSchema'>
export type DatasetTotals = Answered<'totalDataset'>
export type DatasetSummaries = Answered<'summariseDataset'>
export type DatasetRows = Answered<'listRows'>
export type ColumnTotal = components['schemas']['ColumnTotal']
export type ColumnSummary = components['schemas']['ColumnSummary']
export type Summary = components['schemas']['Summary']
export type EntityName = components['schemas']['EntityName']
export type Grouping = DatasetSchema['groupings'][string][number]
