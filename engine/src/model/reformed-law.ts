import { ReformlabError } from '../errors/index.ts'
import { applyReform } from '../parameters/apply-reform.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import { readTextFile } from '../reforms/document/read-document.ts'
import { readReform } from '../reforms/read-reform.ts'
import type { Reform } from '../reforms/reform.ts'
import type { Model } from './model.ts'

/** The reform in the file at `path`, of any format. Throws `E_FILE_READ` and what `readReform` throws. */
export function readReformFile(model: Model, path: string): Promise<Reform> {
  return readReform(readTextFile(path), path, model.reforms)
}

/**
 * The law after `reforms`, one upon the other in their order. `reformedModel` takes those that change formulas too.
 *
 * throws  E_PARAMETER_UNKNOWN, E_PARAMETER_TYPE, E_PARAMETER_RANGE, E_DATE_RANGE, E_REFORM_FORMULA
 */
export function reformedLaw(law: ParameterTree, reforms: readonly Reform[]): ParameterTree {
  refuseFormulas(reforms, 'what was asked')
  return reformedParameters(law, reforms)
}

/** The parameters after `reforms`, whatever they do to formulas. Throws what `reformedLaw` throws. */
export function reformedParameters(law: ParameterTree, reforms: readonly Reform[]): ParameterTree {
  return reforms.reduce((tree, { changes }) => applyReform(tree, changes), law)
}

/** Throws E_REFORM_FORMULA for structural reforms; `where` is what does not take them. */
export function refuseFormulas(reforms: readonly Reform[], where: string): void {
  const names = reforms.flatMap(({ variables = [] }) => variables.map(({ name }) => name))
  if (names.length > 0) throw new ReformlabError('E_REFORM_FORMULA', { names: names.join(', '), where })
}

/** Every parameter of `year` as the program takes it: conditions are 0 and 1. Throws `E_DATE_RANGE`. */
export function parameterValues(law: ParameterTree, year: number): ReadonlyMap<string, number> {
  const values = law.vector(year)
  return new Map(law.leaves.map(({ path }, i) => [path, values[i]!]))
}
