/** Laws that tests of work incentives look at. */
import { type Model, reformedLaw } from '../../engine/src/model/index.ts'
import type { ParameterTree } from '../../engine/src/parameters/parameter-tree.ts'
import { readReform } from '../../engine/src/reforms/index.ts'

/** The law with some values from `year` on. */
export async function lawWith(
  model: Model,
  year: number,
  changes: Readonly<Record<string, number>>,
): Promise<ParameterTree> {
  const lines = Object.entries(changes).map(([path, value]) => `  ${path}: { ${year}: ${value} }`)
  return reformedLaw(model.law, [await readReform(`changes:\n${lines.join('\n')}`, 'test', model.reforms)])
}

/** Everybody claims what is due: then a run with other earnings answers what those who earn them have. */
export const everybodyClaims = {
  'gov.simulation.take_up.eitc.scale': 1e9,
  'gov.simulation.take_up.refundable_ctc.scale': 1e9,
}
