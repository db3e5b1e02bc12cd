/**
 * The model of a law whose formulas reforms have changed. Formulas are compiled, never run as code; what was compiled is
 * kept in memory.
 */
import { createHash } from 'node:crypto'
import type { LawSyntax } from '../compiler/index.ts'
import { ReformlabError } from '../errors/index.ts'
import { freezeProgram } from '../program/index.ts'
import { canonicalVariables } from '../reforms/canonical-reform.ts'
import type { Reform } from '../reforms/reform.ts'
import { readLawFiles } from './law-files.ts'
import { type CompiledModel, compiledModel, type Model } from './model.ts'
import { modelOf } from './open-model.ts'

/** Models kept for one law. */
const KEPT = 8

/** The law of a model as it was read, and what was made of it, the latest last. */
interface Workshop {
  readonly law: LawSyntax
  readonly models: Map<string, CompiledModel>
}

const workshops = new WeakMap<CompiledModel, Workshop>()

/**
 * `model` with the formulas of `reforms`, one upon the other; the same model where none has any. Its parameters are still
 * those of `model`: `reformedParameters` changes them.
 *
 * throws  E_LAW_NAME, E_LAW_SYNTAX, E_LAW_TYPE, E_LAW_CYCLE, E_LAW_LIMIT with file, line and column of the reform,
 *         E_LAW_RUN when the law's files are no longer those of the model, E_COUNTRY_MODEL for a country package's law
 */
export async function reformedModel<Given extends Model>(
  model: Given,
  reforms: readonly Reform[],
): Promise<Given | CompiledModel> {
  const changes = reforms.flatMap(({ variables = [] }) => variables)
  if (changes.length === 0) return model
  const own = compiledModel(model, 'a reform of formulas')
  const { law, models } = await workshopOf(own)
  // Where a formula is written is part of what is kept: explanations and errors name it.
  const key = hashOf(changes)
  const made = models.get(key) ?? (await compile())
  models.delete(key)
  models.set(key, made)
  for (const old of [...models.keys()].slice(0, -KEPT)) models.delete(old)
  return made

  async function compile(): Promise<CompiledModel> {
    const [{ compileReformedLaw }, { catalogueOf }] = await loadCompiler()
    const { program, definitions } = compileReformedLaw(law, own.law.shape, changes)
    const hash = hashOf([own.hash, ...changes.map(change => canonicalVariables([change]))])
    return modelOf({ ...own, program: freezeProgram(program), catalogue: catalogueOf(definitions), hash })
  }
}

async function workshopOf(model: CompiledModel): Promise<Workshop> {
  const known = workshops.get(model)
  if (known) return known
  const [{ readLaw }] = await loadCompiler()
  const { sources, lawHash } = readLawFiles(model.country)
  if (lawHash !== model.hash)
    throw new ReformlabError('E_LAW_RUN', {
      problem: 'its files were changed after it was opened',
      remedy: 'Open the law again.',
    })
  const workshop = { law: readLaw(sources), models: new Map<string, CompiledModel>() }
  workshops.set(model, workshop)
  return workshop
}

/** Loaded when the first formula is compiled. */
function loadCompiler() {
  return Promise.all([import('../compiler/index.ts'), import('./catalogue.ts')])
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
