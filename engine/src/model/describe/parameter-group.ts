/** The folders of a law's parameters, level by level: for people who browse tens of thousands of them. */
import { ReformlabError } from '../../errors/index.ts'
import type { ParameterFiles, ParameterTree } from '../../parameters/parameter-tree.ts'
import { listed, nearestPaths } from '../../reforms/reform-target.ts'
import type { Model } from '../model.ts'

export interface ParameterGroupCard {
  readonly path: string
  /** Folders in it, in the law's order, with how many parameters lie below each; a bracket of a scale is one, `[0]`. */
  readonly groups: readonly { readonly path: string; readonly name: string; readonly parameters: number }[]
  readonly parameters: readonly {
    readonly path: string
    readonly label: string
    readonly reference: string
  }[]
}

interface Folder {
  readonly groups: Map<string, Folder>
  readonly parameters: string[]
  count: number
}

/** Reforms change values and leave the folders as they are. */
const shelf = new WeakMap<ParameterFiles, Folder>()

/** What lies in the folder `path`, the whole law for none. Throws E_PARAMETER_UNKNOWN with the nearest paths. */
export function parameterGroup(
  { law, reforms }: Pick<Model, 'law' | 'reforms'>,
  path: string,
): ParameterGroupCard {
  const folder = folderAt(law, path)
  if (!folder)
    throw new ReformlabError('E_PARAMETER_UNKNOWN', { path, nearest: listed(nearestPaths(reforms, path)) })
  return {
    path,
    groups: [...folder.groups].map(([name, { count }]) => ({
      ...{ name, path: pathOf(path, name) },
      parameters: count,
    })),
    parameters: folder.parameters.map(one => {
      const { label, reference } = law.files.get(one)!
      return { path: one, label, reference }
    }),
  }
}

function folderAt({ files }: ParameterTree, path: string): Folder | undefined {
  const root = shelf.get(files) ?? foldersOf(files)
  shelf.set(files, root)
  const names = namesIn(path)
  if (names.reduce(pathOf, '') !== path) return undefined
  return names.reduce<Folder | undefined>((folder, name) => folder?.groups.get(name), root)
}

function foldersOf(files: ParameterFiles): Folder {
  const root: Folder = { groups: new Map(), parameters: [], count: 0 }
  for (const path of files.keys()) {
    let folder = root
    folder.count++
    for (const name of namesIn(path).slice(0, -1)) {
      const next: Folder = folder.groups.get(name) ?? { groups: new Map(), parameters: [], count: 0 }
      folder.groups.set(name, next)
      folder = next
      folder.count++
    }
    folder.parameters.push(path)
  }
  return root
}

/** `gov`, `base`, `[0]`, `amount` of `gov.base[0].amount`. */
const namesIn = (path: string) => path.match(/[^.[]+|\[[^\]]*\]/g) ?? []

/** What `name` is called in the folder `path`. */
const pathOf = (path: string, name: string) =>
  path === '' || name.startsWith('[') ? `${path}${name}` : `${path}.${name}`
