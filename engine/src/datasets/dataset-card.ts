/** The card every dataset carries: where it comes from, what in it was observed, and what it cannot tell. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface DatasetCard {
  readonly name: string
  readonly title: string
  readonly access: 'public' | 'protected'
  readonly licence: string
  readonly source: string
  readonly citation: string
  readonly years: { readonly first: number; readonly last: number }
  readonly counts: Readonly<Record<string, number>>
  /** Read from the source unchanged. */
  readonly observed: readonly string[]
  /** Worked out here from what the source says; each line states the rule. */
  readonly rebuilt: readonly string[]
  /** Filled in by the source's makers, not answered by a respondent. */
  readonly imputed: readonly string[]
  readonly ageing: readonly string[]
  readonly weights: readonly string[]
  readonly limits: readonly string[]
  /** Columns whose numbers stand for something, by name. */
  readonly codes?: Readonly<Record<string, readonly DatasetCode[]>>
  /** Columns of whole numbers that are shown in bands, by name: where each band after the first begins. */
  readonly bands?: Readonly<Record<string, readonly number[]>>
}

export interface DatasetCode {
  readonly code: number
  readonly label: string
}

/** The card in the YAML file at `file`. */
export function readDatasetCard(file: URL): DatasetCard {
  return parse(readFileSync(file, 'utf8')) as DatasetCard
}
