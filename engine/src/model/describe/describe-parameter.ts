/** Parameters as people look them up: found by path, by Tax-Calculator's name or by words; with values of all years. */
import { ReformlabError } from '../../errors/index.ts'
import type { Indexation, ParameterFile } from '../../parameters/parameter-file.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { listed, nearestPaths } from '../../reforms/reform-target.ts'
import { mappedPath } from '../../reforms/tax-calculator-names.ts'
import type { Model } from '../open-model.ts'

/** A parameter, or a part of one. */
export interface DescribedParameter {
  readonly path: string
  readonly label: string
  readonly description: string
  readonly unit: string
  readonly reference: string
  readonly breakdown?: string
  readonly indexation?: Indexation
  readonly bounds?: ParameterFile['bounds']
  readonly enacted?: ParameterFile['enacted']
  /** Last year the law's text states a value for; later ones follow from indexation. */
  readonly statedTo: number
  readonly leaves: readonly DescribedLeaf[]
}

export interface DescribedLeaf {
  /** What follows the parameter's path; empty for a parameter of one value. */
  readonly key: string
  readonly path: string
  /** By year. */
  readonly values: Readonly<Record<string, number | boolean>>
}

/**
 * Parameters at or below `word`, a path or a name of Tax-Calculator, as `law` has them; all for the empty word. A path to a
 * part of a parameter gives that part.
 *
 * throws  E_PARAMETER_UNKNOWN with the nearest paths
 */
export async function parametersNamed(
  model: Model,
  law: ParameterTree,
  word: string,
): Promise<readonly DescribedParameter[]> {
  const path = await pathOf(model, word)
  const found = parametersAt(law, path)
  if (found.length > 0)
    return found.map(parameter => describeParameter(law, parameter, keysOf(parameter, path)))
  throw new ReformlabError('E_PARAMETER_UNKNOWN', {
    path: word,
    nearest: listed(nearestPaths(model.reforms, word)),
  })
}

/** The parameter `path` of `law`; with `keys` only the leaves that begin with them. */
export function describeParameter(
  law: ParameterTree,
  path: string,
  keys: readonly string[] = [],
): DescribedParameter {
  const file = law.files.get(path)!
  const { label, description, unit, reference, breakdown, indexation, bounds, enacted, values } = file
  const leaves = law.leaves
    .filter(leaf => leaf.parameter === path && keys.every((key, i) => leaf.keys[i] === key))
    .map(leaf => ({
      key: leaf.keys.join('.'),
      path: leaf.path,
      values: valuesByYear(law, leaf.path, leaf.type),
    }))
  return {
    ...{ path, label, description, unit, reference },
    ...(breakdown && { breakdown }),
    ...(indexation && { indexation }),
    ...(bounds && { bounds }),
    ...(enacted && { enacted }),
    statedTo: Math.max(...Object.keys(values).map(Number)),
    leaves,
  }
}

/** The parameter a leaf belongs to counts as lying at the leaf's path. */
function parametersAt(law: ParameterTree, path: string): string[] {
  const all = [...law.files.keys()]
  const below = all.filter(parameter => path === '' || parameter === path || parameter.startsWith(`${path}.`))
  if (below.length > 0) return below
  const leaf = law.leaves.find(candidate => candidate.path === path || candidate.path.startsWith(`${path}.`))
  return leaf ? [leaf.parameter] : []
}

/** What follows the parameter in a path to a part of it. */
function keysOf(parameter: string, path: string): readonly string[] {
  return path.startsWith(`${parameter}.`) ? path.slice(parameter.length + 1).split('.') : []
}

async function pathOf(model: Model, word: string): Promise<string> {
  if (!/^[A-Za-z]\w*$/.test(word) || word === 'gov') return word
  const { parameters } = await model.reforms.taxCalculatorNames()
  return Object.hasOwn(parameters, word) ? mappedPath(parameters[word]!) : word
}

function valuesByYear(law: ParameterTree, path: string, type: 'number' | 'bool') {
  const entries = [...law.series(path)].map((value, i) => [
    law.years.first + i,
    type === 'bool' ? value !== 0 : value,
  ])
  return Object.fromEntries(entries) as Record<string, number | boolean>
}
