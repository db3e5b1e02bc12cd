/** The law of an installed country package with one population of the user's, as a model that commands and routes know. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, extname } from 'node:path'
import { openCountryLaw, openCountryPopulation, prepareCountry } from '../../country/index.ts'
import { type DatasetCard, type Progress, silent } from '../../datasets/index.ts'
import { ReformlabError } from '../../errors/index.ts'
import type { Model } from '../model.ts'
import { countryCatalogue, countrySources } from './country-catalogue.ts'
import { countryOutcomes, reportedVariables } from './country-outcomes.ts'
import { countryReforms } from './country-reforms.ts'
import { lawTree, yearsAround } from './law-tree.ts'
import { reportPopulation } from './reported-population.ts'
import { titlesOf } from './year-columns.ts'

export interface CountryModelOptions {
  readonly package: string
  /** A file of persons. */
  readonly population: string
  readonly year: number
  /** An outcome table in place of the one we keep. */
  readonly outcomes?: string | undefined
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

/**
 * Prepares the population first, where that has not been done: minutes for a large package.
 *
 * throws  E_COUNTRY_OUTCOMES, E_OUTCOME_TABLE, and what preparing throws: E_COUNTRY_PYTHON, E_COUNTRY_POPULATION, …
 */
export async function openCountryModel(options: CountryModelOptions): Promise<Model> {
  const { package: country, population: file, year, progress = silent, signal } = options
  const table = countryOutcomes(country, options.outcomes)
  const titles = titlesOf(reportedVariables(table), table.monthly, year)
  const prepared = await prepareCountry({
    ...{ package: country, progress, signal },
    population: { file, year, variables: titles },
  })
  const law = await openCountryLaw(prepared.law)
  const tree = lawTree(law, yearsAround(year))
  const hash = hashOf(JSON.stringify([law.package, basename(prepared.law)]))
  const name = basename(file, extname(file))
  let card = cardOfFile(file, year)
  const model: Model = {
    ...{ country, law: tree, catalogue: countryCatalogue(law), hash },
    reforms: countryReforms(law, tree),
    programHash: () => hash,
    defaults: { dataset: name, year },
    datasets: () => [card],
    outcomes: () => table,
    graph: () => countrySources(law),
    async openPopulation(dataset, asked, { workers, progress: told = progress } = {}) {
      if (dataset !== name) throw new ReformlabError('E_DATASET_UNKNOWN', { name: dataset, known: name })
      if (asked !== year)
        throw new ReformlabError('E_DATASET_YEAR', { name, value: asked, first: year, last: year })
      const opened = await openCountryPopulation({
        ...{ package: country, population: file, year, variables: titles, law, progress: told, workers },
      })
      const entities = Object.entries(opened.entities).filter(([entity]) =>
        model.catalogue.entities.has(entity),
      )
      card = { ...card, counts: Object.fromEntries(entities.map(([entity, { count }]) => [entity, count])) }
      return reportPopulation(model, opened, { name, hash: await hashOfFile(file) })
    },
  }
  return model
}

/** What is known of a file of somebody's own. */
function cardOfFile(file: string, year: number): DatasetCard {
  const name = basename(file, extname(file))
  return {
    ...{ name, title: name, access: 'public', licence: '', source: basename(file), citation: '' },
    years: { first: year, last: year },
    counts: {},
    ...{ observed: [], rebuilt: [], imputed: [], ageing: [], weights: [], limits: [] },
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Uint8Array)
  return hash.digest('hex')
}
