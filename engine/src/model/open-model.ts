/**
 * A law, compiled and ready to be asked: the program, the parameters of all years, and what there is in it.
 *
 * Compiled once and kept in the cache under the hash of what it was compiled from.
 */

import type { ParameterFiles } from '../parameters/parameter-tree.ts'
import { ParameterTree } from '../parameters/parameter-tree.ts'
import { freezeProgram, type Program } from '../program/index.ts'
import { type ReformContext, reformContext } from '../reforms/reform-context.ts'
import type { Catalogue } from './catalogue.ts'
import { type LawFiles, readLawFiles } from './law-files.ts'
import { readCached, writeCached } from './model-cache.ts'
import { type SituationRules, situationRules } from './situation-rules.ts'

export interface Model {
  readonly country: string
  readonly program: Program
  /** The law as it stands. */
  readonly law: ParameterTree
  readonly catalogue: Catalogue
  readonly situationRules: SituationRules
  /** What reading a reform file needs to know. */
  readonly reforms: ReformContext
  /** SHA-256 over the law's texts, in hexadecimal. */
  readonly hash: string
}

/** What the cache keeps. */
interface ModelParts {
  readonly program: Program
  readonly parameters: ParameterFiles
  readonly catalogue: Catalogue
  readonly situationRules: SituationRules
}

export interface OpenModelOptions {
  /** Compiles even when the cache holds the model, and keeps nothing. */
  readonly fresh?: boolean
  readonly cache?: string
}

/** The model of a country's law. Throws `E_LAW_…` and `E_PARAMETER_FILE` for a law with mistakes. */
export async function openModel(
  country = 'us',
  { fresh = false, cache }: OpenModelOptions = {},
): Promise<Model> {
  const files = readLawFiles(country)
  const cached = fresh ? undefined : readCached<ModelParts>(files.key, cache)
  const parts = cached ?? (await compile(files))
  if (!cached && !fresh) writeCached(files.key, parts, cache)
  const law = ParameterTree.of(parts.parameters)
  return {
    country,
    program: parts.program,
    law,
    catalogue: parts.catalogue,
    situationRules: parts.situationRules,
    reforms: reformContext(law),
    hash: files.lawHash,
  }
}

async function compile(files: LawFiles): Promise<ModelParts> {
  const [{ compileLaw }, { parseParameterFiles }, { catalogueOf }, { parse }] = await Promise.all([
    import('../compiler/index.ts'),
    import('../parameters/load-parameter-tree.ts'),
    import('./catalogue.ts'),
    import('yaml'),
  ])
  const parameters = parseParameterFiles(files.parameters)
  const { program, definitions } = compileLaw(files.sources, ParameterTree.of(parameters).shape)
  return {
    program: freezeProgram(program),
    parameters,
    catalogue: catalogueOf(definitions),
    situationRules: situationRules(parse(files.situations)),
  }
}
