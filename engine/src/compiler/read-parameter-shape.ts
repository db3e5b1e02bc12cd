import { parse } from 'yaml'
import type { ParameterGroup, ParameterLeaf, ParameterShape } from '../parameters/parameter-shape.ts'

interface ParameterFile {
  readonly label?: string
  readonly unit?: string
  readonly reference?: string
  readonly breakdown?: string | readonly string[]
  readonly values: Readonly<Record<string, unknown>>
}

/** The shape of the parameters stated in YAML texts by path, e.g. `gov/irs/credits/ctc/amount.yaml`. */
export function readParameterShape(files: ReadonlyMap<string, string>): ParameterGroup {
  const root: Branch = new Map()
  for (const [path, text] of files) {
    const names = path.replace(/\.yaml$/, '').split('/')
    const last = names.pop()!
    let at = root
    for (const name of names) {
      const next = at.get(name) ?? new Map()
      if (!(next instanceof Map)) throw new TypeError(`${path} lies below a parameter`)
      at.set(name, next)
      at = next
    }
    at.set(last, shapeOfFile(parse(text) as ParameterFile))
  }
  return freeze(root) as ParameterGroup
}

type Branch = Map<string, Branch | ParameterShape>

function freeze(branch: Branch | ParameterShape): ParameterShape {
  if (!(branch instanceof Map)) return branch
  return { kind: 'group', children: new Map([...branch].map(([name, child]) => [name, freeze(child)])) }
}

function shapeOfFile({ label, unit, reference, breakdown, values }: ParameterFile): ParameterShape {
  const about = { ...(label && { label }), ...(unit && { unit }), ...(reference && { reference }) }
  return { ...shapeOfValue(Object.values(values).at(-1), [breakdown ?? []].flat()), ...about }
}

function shapeOfValue(value: unknown, domains: readonly string[]): ParameterLeaf | ParameterGroup {
  if (typeof value !== 'object' || value === null)
    return { kind: 'value', type: typeof value === 'boolean' ? 'bool' : 'number' }
  const entries = Object.entries(value)
  const numbered = entries.every(([key], i) => key === String(i + 1))
  const domain = numbered ? undefined : domains[0]
  const rest = numbered ? domains : domains.slice(1)
  const children = new Map(entries.map(([key, child]) => [key, shapeOfValue(child, rest)]))
  return { kind: 'group', children, ...(domain && { domain }), ...(numbered && { numbered }) }
}
