import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, readLawSources } from './law-sources.ts'
import { ModuleGraph } from './module-graph.ts'
import { readDefinitions } from './read-definitions.ts'
import { readParameterShape } from './read-parameter-shape.ts'
import { writeTypes } from './write-types.ts'

/** The text of `law/us/generated/types.ts` for the law and parameter files below `root`. */
export function lawTypes(root: string): string {
  const definitions = readDefinitions(new ModuleGraph(readLawSources(root)))
  return writeTypes(definitions, readParameterShape(readParameterFiles(root)))
}

function readParameterFiles(root: string): Map<string, string> {
  const folder = 'law/us/parameters'
  if (!existsSync(join(root, folder))) return new Map()
  return new Map(
    filesBelow(root, folder, '.yaml').map(path => [
      path.slice(folder.length + 1),
      readFileSync(join(root, path), 'utf8'),
    ]),
  )
}
