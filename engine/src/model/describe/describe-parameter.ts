/** Parameters as people look them up: found by path, by Tax-Calculator's name or by words; with values of all years. */
import { ReformlabError } from '../../errors/index.ts'
import type { Leaf } from '../../parameters/leaves.ts'
import type { Indexation, ParameterFile } from '../../parameters/parameter-file.ts'
import type { ParameterTree } from '../../parameters/parameter-tree.ts'
import { listed, nearestPaths } from '../../reforms/reform-target.ts'
import { mappedPath } from '../../reforms/tax-calculator-names.ts'
import type { Model } from '../model.ts'

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

export interface ListedParameter extends Pick<DescribedParameter, 'path' | 'label' | 'unit' | 'reference'> {
  readonly year: number
  readonly leaves: readonly {
    readonly key: string
    readonly path: string
    readonly value: number | boolean
  }[]
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
  const own = parametersAt(law, word)
  const path = own.length > 0 || !('program' in model) ? word : await pathOf(model, word)
  const found = path === word ? own : parametersAt(law, path)
  if (found.length > 0)
    return found.map(parameter => describeParameter(law, parameter, keysOf(parameter, path)))
  throw new ReformlabError('E_PARAMETER_UNKNOWN', {
    path: word,
    nearest: listed(nearestPaths(model.reforms, word)),
  })
}

/** The parameter `path` of `law`; with `keys` only the leaves that begin with them. */
function describeParameter(
  law: ParameterTree,
  path: string,
  keys: readonly string[] = [],
): DescribedParameter {
  const file = law.files.get(path)!
  const { label, description, unit, reference, breakdown, indexation, bounds, enacted, values } = file
  const leaves = leavesOf(law, path)
    .filter(leaf => keys.every((key, i) => leaf.keys[i] === key))
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

/** The parameter at `path` with its values of one year alone. Throws E_DATE_RANGE. */
export function listParameter(law: ParameterTree, path: string, year: number): ListedParameter {
  const { label, unit, reference } = law.files.get(path)!
  const leaves = leavesOf(law, path).map(leaf => ({
    key: leaf.keys.join('.'),
    path: leaf.path,
    value: law.value(leaf.path, year),
  }))
  return { path, label, unit, reference, year, leaves }
}

/** Where in each law's leaves those of a parameter begin, one after the other. Reforms share them. */
const shelf = new WeakMap<readonly Leaf[], ReadonlyMap<string, number>>()

function leavesOf({ leaves }: ParameterTree, path: string): readonly Leaf[] {
  const begins = shelf.get(leaves) ?? beginsOf(leaves)
  shelf.set(leaves, begins)
  const first = begins.get(path)!
  let next = first
  while (leaves[next]?.parameter === path) next++
  return leaves.slice(first, next)
}

function beginsOf(leaves: readonly Leaf[]): ReadonlyMap<string, number> {
  const begins = new Map<string, number>()
  leaves.forEach(({ parameter }, position) => {
    if (!begins.has(parameter)) begins.set(parameter, position)
  })
  return begins
}

/** The parameter a leaf belongs to counts as lying at the leaf's path. */
function parametersAt(law: ParameterTree, path: string): string[] {
  const all = [...law.files.keys()]
  const below = all.filter(parameter => path === '' || parameter === path || liesIn(parameter, path))
  if (below.length > 0) return below
  const leaf = law.leaves.find(candidate => candidate.path === path || candidate.path.startsWith(`${path}.`))
  return leaf ? [leaf.parameter] : []
}

/** Brackets of a package's scale lie in it as `[0]`. */
const liesIn = (parameter: string, path: string) =>
  parameter.startsWith(path) && /^[.[]/.test(parameter.slice(path.length))

/** What follows the parameter in a path to a part of it. */
function keysOf(parameter: string, path: string): readonly string[] {
  return path.startsWith(`${parameter}.`) ? path.slice(parameter.length + 1).split('.') : []
}

async function pathOf(model: Model, word: string): Promise<string> {
  if (!/^[A-Za-z]\w*$/.test(word)) return word
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
