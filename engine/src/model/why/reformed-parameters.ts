import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import type { HouseholdValue } from '../household-values.ts'

/** One number or condition of the law that is not the same before and after. */
export interface ReformedParameter {
  /** The leaf's, e.g. `gov.irs.deductions.standard.amount.joint`. */
  readonly path: string
  /** Path of its file. */
  readonly parameter: string
  /** The file's, with bracket and category. */
  readonly label: string
  readonly unit: string
  readonly reference: string
  readonly baseline: HouseholdValue
  readonly reform: HouseholdValue
}

/** What differs between two laws in `year`, in the order of the law's files. Throws `E_DATE_RANGE`. */
export function reformedParameters(
  baseline: ParameterTree,
  reform: ParameterTree,
  year: number,
): ReformedParameter[] {
  const [before, after] = [baseline.at(year), reform.at(year)]
  return baseline.leaves.flatMap(({ path, parameter, keys, file }) => {
    if (before.get(path) === after.get(path)) return []
    const { label, unit, reference } = file
    const named = keys.length === 0 ? label : `${label} (${keys.join(', ').replaceAll('_', ' ')})`
    const values = { baseline: before.get(path)!, reform: after.get(path)! }
    return [{ path, parameter, label: named, unit, reference, ...values }]
  })
}
