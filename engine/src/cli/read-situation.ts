import type { Situation } from '../direct/index.ts'
import { plain } from '../reforms/document/document.ts'
import { readDocument, readTextFile } from '../reforms/document/read-document.ts'

/**
 * The situation in the JSON or YAML file at `path`; its names and values are still to be checked.
 *
 * throws  E_FILE_READ, E_SITUATION_FILE with line and column
 */
export async function readSituation(path: string): Promise<Situation> {
  return plain(await readDocument(readTextFile(path), { file: path, code: 'E_SITUATION_FILE' })) as Situation
}
