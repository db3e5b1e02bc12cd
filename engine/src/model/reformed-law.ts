import { applyReform } from '../parameters/apply-reform.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import { readTextFile } from '../reforms/document/read-document.ts'
import { readReform } from '../reforms/read-reform.ts'
import type { Reform } from '../reforms/reform.ts'
import type { Model } from './open-model.ts'

/** The reform in the file at `path`, of any format. Throws `E_FILE_READ` and what `readReform` throws. */
export function readReformFile(model: Model, path: string): Promise<Reform> {
  return readReform(readTextFile(path), path, model.reforms)
}

/**
 * The law after `reforms`, one upon the other in their order.
 *
 * throws  E_PARAMETER_UNKNOWN, E_PARAMETER_TYPE, E_PARAMETER_RANGE, E_DATE_RANGE
 */
export function reformedLaw(law: ParameterTree, reforms: readonly Reform[]): ParameterTree {
  return reforms.reduce((tree, { changes }) => applyReform(tree, changes), law)
}

/** Every parameter of `year` as the program takes it: conditions are 0 and 1. Throws `E_DATE_RANGE`. */
export function parameterValues(law: ParameterTree, year: number): ReadonlyMap<string, number> {
  const values = law.vector(year)
  return new Map(law.leaves.map(({ path }, i) => [path, values[i]!]))
}
