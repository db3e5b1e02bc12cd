/** The one way to write a reform, so that equal reforms have equal text and equal hashes. */
import { createHash } from 'node:crypto'
import type { VariableChange } from '../compiler/variable-change.ts'
import type { Change, Reform } from './reform.ts'

/** Changes in canonical order, by path and year. An end that the next change makes by beginning is left out. */
export function canonicalChanges(changes: readonly Change[]): readonly Change[] {
  const sorted = [...changes].sort((a, b) => compare(a.path, b.path) || a.from - b.from)
  for (let i = sorted.length - 2; i >= 0; i--) {
    const { to, ...endless } = sorted[i]!
    if (to !== undefined && takesOver(sorted[i + 1]!, { ...endless, to })) sorted[i] = endless
  }
  return sorted
}

function takesOver(next: Change, before: Change): boolean {
  if (next.dated || before.dated) return false
  const sets = (aspect: 'value' | 'indexed') => before[aspect] === undefined || next[aspect] !== undefined
  const follows = next.path === before.path && next.from === before.to! + 1 && next.to === undefined
  return follows && sets('value') && sets('indexed')
}

/**
 * `reform` as a reform file of our own in JSON: parameters sorted, each with its years, no blanks. Reading it back gives
 * the same changes. Without `described`, what people call it is left out.
 */
export function canonicalText(reform: Pick<Reform, 'changes'> & Partial<Reform>, described = true): string {
  const changes: Record<string, Record<string, unknown>> = {}
  for (const { path, indexed, dated, ...years } of canonicalChanges(reform.changes)) {
    const { from, to, value } = dated ? { ...dated, from: dated.start, to: dated.stop } : years
    changes[path] ??= {}
    const bare = to === undefined && indexed === undefined
    changes[path][from] = bare
      ? value
      : {
          ...(value !== undefined && { value }),
          ...(indexed !== undefined && { indexed }),
          ...(to !== undefined && { to }),
        }
  }
  const { title, description } = reform
  const about = described ? { ...(title && { title }), ...(description && { description }) } : {}
  const variables = reform.variables && canonicalVariables(reform.variables)
  return JSON.stringify({ reform: 'reformlab/1', ...about, changes, ...(variables && { variables }) })
}

/** By name, without where they were written; undefined for none. */
export function canonicalVariables(variables: readonly VariableChange[]) {
  if (variables.length === 0) return undefined
  const sorted = variables.toSorted((a, b) => compare(a.name, b.name))
  return Object.fromEntries(
    sorted.map(({ name, entity, type, unit, label, reference, formula }) => [
      name,
      { entity, type, unit, label, reference, formula },
    ]),
  )
}

/** SHA-256 of what the reform changes, in hexadecimal: not of its title, its description or the format it came in. */
export function reformHash(reform: Pick<Reform, 'changes' | 'variables'>): string {
  return createHash('sha256').update(canonicalText(reform, false)).digest('hex')
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
