/** The texts a model is made from, and one hash of them all. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesBelow, readLawSources } from '../compiler/law-sources.ts'

/** The folder that holds `law/` and `engine/`. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

/** What turns the texts of a law into a model; another text of these makes another model of the same law. */
const MAKERS = ['compiler', 'program', 'parameters', 'direct', 'model'].map(room => `engine/src/${room}`)

export interface LawFiles {
  /** Law modules by path from the root. */
  readonly sources: ReadonlyMap<string, string>
  /** Parameter files by dotted path. */
  readonly parameters: ReadonlyMap<string, string>
  /** `situations.yaml`. */
  readonly situations: string
  /** SHA-256 over the law's texts, in hexadecimal. */
  readonly lawHash: string
  /** Names the model made from these texts by this engine. */
  readonly key: string
}

export function readLawFiles(country: string): LawFiles {
  const sources = readLawSources(root, country)
  const folder = `law/${country}/parameters`
  const parameters = new Map(
    filesBelow(root, folder, '.yaml').map(path => [
      path.slice(folder.length + 1, -'.yaml'.length).replaceAll('/', '.'),
      read(path),
    ]),
  )
  const situations = read(`law/${country}/situations.yaml`)
  const lawHash = hashOf([...sources, ...parameters, ['situations', situations]])
  const makers = MAKERS.flatMap(room => filesBelow(root, room, '.ts')).filter(
    path => !path.endsWith('.test.ts'),
  )
  const versions: [string, string] = ['versions', `${process.versions.v8} ${lawHash}`]
  const key = hashOf([versions, ...makers.map((path): [string, string] => [path, read(path)])])
  return { sources, parameters, situations, lawHash, key: `${country}${key.slice(0, 16)}` }
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function hashOf(texts: readonly [string, string][]): string {
  const hash = createHash('sha256')
  for (const [name, text] of texts) hash.update(`${name}\0${text.length}\0${text}\0`)
  return hash.digest('hex')
}
