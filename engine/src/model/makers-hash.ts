/** A module of its own: where the engine is bundled, its sources are gone and this is the hash they had. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesBelow } from '../compiler/law-sources.ts'
import { textHash } from './text-hash.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const MAKERS = ['compiler', 'program', 'parameters', 'direct', 'model'].map(room => `engine/src/${room}`)

/** SHA-256 over what turns the texts of a law into a model; another hash makes another model of the same law. */
export function makersHash(): string {
  const paths = MAKERS.flatMap(room => filesBelow(root, room, '.ts'))
  const makers = paths.filter(path => !path.endsWith('.test.ts'))
  return textHash(makers.map(path => [path, readFileSync(join(root, path), 'utf8')]))
}
