import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { canonicalVariables } from '../../reforms/canonical-reform.ts'
import type { Reform } from '../../reforms/reform.ts'
import { reformedParameters } from '../reformed-law.ts'
import { type ChangedValue, changedValues } from './changed-values.ts'

export interface ReformComparison {
  /** Values that the two sides set differently, in the law's order. */
  readonly changes: readonly ChangedValue[]
  /** Variables whose formulas the two sides state differently. */
  readonly formulas: readonly string[]
}

/** What differs between the law after `before` and the law after `after`. Throws what `reformedParameters` throws. */
export function compareReforms(
  law: ParameterTree,
  before: readonly Reform[],
  after: readonly Reform[],
): ReformComparison {
  const [old, now] = [formulasOf(before), formulasOf(after)]
  return {
    changes: changedValues(reformedParameters(law, before), reformedParameters(law, after)),
    formulas: [...new Set([...old.keys(), ...now.keys()])].filter(name => old.get(name) !== now.get(name)),
  }
}

/** By variable what the last of `reforms` that states it makes of it. */
function formulasOf(reforms: readonly Reform[]): ReadonlyMap<string, string> {
  const changes = reforms.flatMap(({ variables = [] }) => variables)
  return new Map(changes.map(change => [change.name, JSON.stringify(canonicalVariables([change]))]))
}
