/** What is reported of a country package's populations: a table of its programmes that we keep, or the user's own. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ReformlabError } from '../../errors/index.ts'
import { type OutcomeTable, parseOutcomeTable, readOutcomeTable, variablesOf } from '../../outcomes/index.ts'
import { readTextFile } from '../../reforms/document/read-document.ts'
import { root } from '../law-files.ts'

/** Throws E_COUNTRY_OUTCOMES where there is none, E_OUTCOME_TABLE, E_FILE_READ. */
export function countryOutcomes(country: string, file: string | undefined): OutcomeTable {
  if (file !== undefined) return parseOutcomeTable(readTextFile(file), resolve(file))
  const own = join(root, 'law/countries', `${country}.yaml`)
  if (existsSync(own)) return readOutcomeTable(pathToFileURL(own))
  throw new ReformlabError('E_COUNTRY_OUTCOMES', {
    package: country,
    problem: 'there is no outcome table for it',
  })
}

/** Every variable that is reported under some convention, and weights. */
export function reportedVariables(table: OutcomeTable): string[] {
  const reported = [...table.conventions.values()].flatMap(convention => variablesOf(table, convention))
  return [...new Set([...reported, ...(table.weights === null ? [] : [table.weights])])]
}
