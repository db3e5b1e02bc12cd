/** Which factor each column of `us-cps` grows by, read from `us-cps.growth.yaml`. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { EntityName } from '../dataset.ts'
import type { ColumnMapping } from './column-mapping.ts'

/** Names of the factors for values of 0 or more and for negative ones. */
export interface GrowthRule {
  readonly gain: string
  readonly loss: string
}

export type GrowthRules = Readonly<Record<EntityName, ReadonlyMap<string, GrowthRule>>>

interface GrowthYaml {
  readonly grows: Record<string, readonly (string | readonly string[])[]>
  readonly gains_and_losses: readonly (GrowthRule & { readonly columns: readonly string[] })[]
}

const growthFile = new URL('us-cps.growth.yaml', import.meta.url)

/** Rules by our column names. */
export function readGrowthRules(mapping: ColumnMapping): GrowthRules {
  const { grows, gains_and_losses } = parse(readFileSync(growthFile, 'utf8')) as GrowthYaml
  const rules = { person: new Map(), tax_unit: new Map(), household: new Map() } as Record<
    EntityName,
    Map<string, GrowthRule>
  >
  const set = (source: string, { gain, loss }: GrowthRule) => {
    const target = mapping.of(source)
    if (target === undefined) throw new Error(`us-cps.growth.yaml: ${source} is not in tax-calculator.yaml`)
    rules[target.entity].set(target.name, { gain, loss })
  }
  for (const [factor, columns] of Object.entries(grows)) {
    for (const column of columns.flat()) set(column, { gain: factor, loss: factor })
  }
  for (const rule of gains_and_losses) for (const column of rule.columns) set(column, rule)
  return rules
}
