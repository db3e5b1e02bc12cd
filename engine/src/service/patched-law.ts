import { ReformlabError } from '../errors/index.ts'
import { type Model, reformedLaw } from '../model/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import { readReform } from '../reforms/index.ts'
import type { Body } from './operation.ts'

/** By path: a value, or one for each category or bracket. */
export type PatchChanges = Body<'patchSession'>['changes']

/** `ground` with all of `changes` from `year` on. Throws what `readReform` and `reformedLaw` throw. */
export async function patchedLaw(
  model: Model,
  ground: ParameterTree,
  year: number,
  changes: PatchChanges,
): Promise<ParameterTree> {
  const dated = Object.entries(changes).map(([path, value]) => [path, { [year]: value }])
  const text = JSON.stringify({ reform: 'reformlab/1', changes: Object.fromEntries(dated) })
  try {
    return reformedLaw(ground, [await readReform(text, 'patch', model.reforms)])
  } catch (error) {
    throw withoutPlace(error)
  }
}

/** Lines and columns are those of a text that the client has never seen. */
function withoutPlace(error: unknown): unknown {
  if (!(error instanceof ReformlabError) || error.code === 'E_REFORM_FILE') return error
  const { file: _, line: __, column: ___, ...details } = error.details
  return new ReformlabError(error.code, details)
}
