import type { ParameterFile, StatedValue } from './parameter-file.ts'
import type { ParameterGroup, ParameterShape } from './parameter-shape.ts'

/** What exists in `files`, without values: what the compiler and the types are made from. */
export function shapeOf(files: ReadonlyMap<string, ParameterFile>): ParameterGroup {
  const root: Folder = new Map()
  for (const [path, file] of files) {
    const names = path.split('.')
    const last = names.pop()!
    let folder = root
    for (const name of names) {
      const next = folder.get(name) ?? new Map()
      folder.set(name, next)
      folder = next as Folder
    }
    folder.set(last, shapeOfFile(file))
  }
  return groupOf(root)
}

type Folder = Map<string, Folder | ParameterShape>

function groupOf(folder: Folder): ParameterGroup {
  const children = [...folder].map(
    ([name, child]) => [name, child instanceof Map ? groupOf(child) : child] as const,
  )
  return { kind: 'group', children: new Map(children) }
}

function shapeOfFile(file: ParameterFile): ParameterShape {
  const { label, unit, reference } = file
  return { ...shapeOfValue(Object.values(file.values)[0]!, file), label, unit, reference }
}

function shapeOfValue(
  value: StatedValue,
  { unit, breakdown, brackets }: Pick<ParameterFile, 'unit' | 'breakdown' | 'brackets'>,
): ParameterShape {
  if (typeof value !== 'object') return { kind: 'value', type: unit === 'bool' ? 'bool' : 'number' }
  const below = brackets ? { unit, ...(breakdown && { breakdown }) } : { unit }
  const children = new Map(Object.entries(value).map(([key, child]) => [key, shapeOfValue(child, below)]))
  return { kind: 'group', children, ...(brackets ? { numbered: true } : breakdown && { domain: breakdown }) }
}
