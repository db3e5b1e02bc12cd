/**
 * A law, compiled and ready to be asked: the program, the parameters of all years, and what there is in it.
 *
 * Compiled once and kept in the cache under the hash of what it was compiled from.
 */

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { datasetCards } from '../datasets/index.ts'
import { type OutcomeTable, readOutcomeTable } from '../outcomes/outcome-table.ts'
import type { ParameterFiles } from '../parameters/parameter-tree.ts'
import { ParameterTree } from '../parameters/parameter-tree.ts'
import { freezeProgram, type Program } from '../program/index.ts'
import { encodeProgram } from '../program/program-codec.ts'
import { reformContext } from '../reforms/reform-context.ts'
import type { Catalogue } from './catalogue.ts'
import { DEFAULT_DATASET, DEFAULT_YEAR } from './defaults.ts'
import { type LawFiles, readLawFiles, root } from './law-files.ts'
import type { CompiledModel } from './model.ts'
import { readCached, writeCached } from './model-cache.ts'
import { type SituationRules, situationRules } from './situation-rules.ts'
import { VariableGraph } from './variable-graph.ts'

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
): Promise<CompiledModel> {
  const files = readLawFiles(country)
  const cached = fresh ? undefined : readCached<ModelParts>(files.key, cache)
  const parts = cached ?? (await compile(files))
  if (!cached && !fresh) writeCached(files.key, parts, cache)
  const law = ParameterTree.of(parts.parameters)
  const { program, catalogue } = parts
  return modelOf({
    ...{ country, program, law, catalogue },
    situationRules: parts.situationRules,
    reforms: reformContext(law),
    hash: files.lawHash,
  })
}

/** What makes a model what it is. */
export type ModelFacts = Pick<
  CompiledModel,
  'country' | 'program' | 'law' | 'catalogue' | 'situationRules' | 'reforms' | 'hash'
>

export function modelOf(facts: ModelFacts): CompiledModel {
  const { country, program } = facts
  let table: OutcomeTable | undefined
  let programHash: string | undefined
  const model: CompiledModel = {
    ...facts,
    programHash: () => (programHash ??= createHash('sha256').update(encodeProgram(program)).digest('hex')),
    defaults: { dataset: DEFAULT_DATASET, year: DEFAULT_YEAR },
    datasets: datasetCards,
    outcomes: () => (table ??= readOutcomeTable(pathToFileURL(join(root, 'law', country, 'outcomes.yaml')))),
    graph: () => new VariableGraph(program),
    async openPopulation(dataset, year, options) {
      const { openPopulation } = await import('./open-population.ts')
      return openPopulation(model, dataset, year, options)
    },
  }
  return model
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
