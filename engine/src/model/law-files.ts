/** The texts a model is made from, and one hash of them all. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesBelow, readLawSources } from '../compiler/law-sources.ts'
import { makersHash } from './makers-hash.ts'
import { textHash } from './text-hash.ts'

/** The folder that holds `law/` and `engine/`. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

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
  const lawHash = textHash([...sources, ...parameters, ['situations', situations]])
  const key = textHash([['versions', `${process.versions.v8} ${lawHash} ${makersHash()}`]])
  return { sources, parameters, situations, lawHash, key: `${country}${key.slice(0, 16)}` }
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
