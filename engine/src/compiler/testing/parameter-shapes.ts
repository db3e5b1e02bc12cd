/** Short ways to state the shape of parameters in a test. */
import type { ParameterGroup, ParameterLeaf, ParameterShape } from '../../parameters/parameter-shape.ts'

export const number: ParameterLeaf = { kind: 'value', type: 'number' }
export const condition: ParameterLeaf = { kind: 'value', type: 'bool' }

export function group(children: Readonly<Record<string, ParameterShape>>): ParameterGroup {
  return { kind: 'group', children: new Map(Object.entries(children)) }
}

export function table(
  domain: string,
  values: readonly string[],
  cell: ParameterShape = number,
): ParameterGroup {
  return { kind: 'group', domain, children: new Map(values.map(value => [value, cell])) }
}

export function numbered(length: number, cell: ParameterShape = number): ParameterGroup {
  const children = new Map(Array.from({ length }, (_, i) => [String(i + 1), cell]))
  return { kind: 'group', numbered: true, children }
}
