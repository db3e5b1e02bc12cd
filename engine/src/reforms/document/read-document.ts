import { readFileSync } from 'node:fs'
import { ReformlabError } from '../../errors/index.ts'
import { type DocumentNode, type DocumentSource, malformed } from './document.ts'
import { readJson } from './read-json.ts'

const LARGEST = 4 << 20

/** Text of the file at `path`; UTF-8, at most 4 MiB. Throws `E_FILE_READ`. */
export function readTextFile(path: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new ReformlabError('E_FILE_READ', { file: path, problem: reasonOf(error) })
  }
  if (bytes.length > LARGEST)
    throw new ReformlabError('E_FILE_READ', { file: path, problem: 'it is larger than 4 MiB' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ReformlabError('E_FILE_READ', { file: path, problem: 'it is not text in UTF-8' })
  }
}

/** JSON when the first thing that is neither blank nor a comment is a brace or a bracket; YAML otherwise. */
export function isJson(text: string): boolean {
  return /^(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*[{[]/.test(text)
}

/** The tree of a JSON or YAML text, told apart by its content. Throws `source.code` with line and column. */
export async function readDocument(text: string, source: DocumentSource): Promise<DocumentNode> {
  const body = text.replace(/^\uFEFF/, '')
  if (body.trim() === '') throw malformed(source, { line: 1, column: 1 }, 'the file is empty')
  if (isJson(body)) return readJson(body, source)
  const { readYaml } = await import('./read-yaml.ts')
  return readYaml(body, source)
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    EISDIR: 'it is a folder',
    ENOTDIR: 'a part of its path is not a folder',
    ENAMETOOLONG: 'the name is too long',
  }
  return reasons[code ?? ''] ?? message
}
