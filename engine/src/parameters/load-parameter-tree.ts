import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParameterFiles, ParameterTree } from './parameter-tree.ts'
import { readParameterFile } from './read-parameter-file.ts'

/** Where the parameters of the United States lie. */
export function parameterFolder(): string {
  return fileURLToPath(import.meta.resolve('@reformlab/law/us/parameters'))
}

/** Texts of the parameter files below `folder` by dotted path, in the order of their paths. */
export function readParameterTexts(folder = parameterFolder()): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.yaml'),
  )
  const paths = names.map(name => [name.slice(0, -'.yaml'.length).split(sep).join('.'), name] as const)
  paths.sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(paths.map(([path, name]) => [path, readFileSync(join(folder, name), 'utf8')]))
}

/** Parses and checks parameter files. The result is plain data and may be kept as JSON. Throws E_PARAMETER_FILE. */
export function parseParameterFiles(texts: ReadonlyMap<string, string>): ParameterFiles {
  return new Map([...texts].map(([path, text]) => [path, readParameterFile(path, text)]))
}

/** The parameters below `folder`, by default those of the United States. Throws E_PARAMETER_FILE. */
export function loadParameterTree(folder?: string): ParameterTree {
  return ParameterTree.of(parseParameterFiles(readParameterTexts(folder)))
}
