import { join } from 'node:path'
import { loadParameterTree } from '../parameters/index.ts'
import { readLawSources } from './law-sources.ts'
import { ModuleGraph } from './module-graph.ts'
import { readDefinitions } from './read-definitions.ts'
import { writeTypes } from './write-types.ts'

/** The text of `law/us/generated/types.ts` for the law and parameter files below `root`. */
export function lawTypes(root: string): string {
  const definitions = readDefinitions(new ModuleGraph(readLawSources(root)))
  return writeTypes(definitions, loadParameterTree(join(root, 'law/us/parameters')).shape)
}
