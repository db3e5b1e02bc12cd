import type { Indexation, ParameterFile } from '../parameters/parameter-file.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'

/** A parameter, or a part of one, as the command line shows it. */
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

/** The parameter `path` of `law`; with `keys` only the leaves that begin with them. */
export function describeParameter(
  law: ParameterTree,
  path: string,
  keys: readonly string[],
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

function valuesByYear(law: ParameterTree, path: string, type: 'number' | 'bool') {
  const entries = [...law.series(path)].map((value, i) => [
    law.years.first + i,
    type === 'bool' ? value !== 0 : value,
  ])
  return Object.fromEntries(entries) as Record<string, number | boolean>
}
