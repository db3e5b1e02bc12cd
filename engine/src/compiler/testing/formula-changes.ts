import type { VariableChange } from '../variable-change.ts'

/** A change of `name` whose formula is the whole of a file from its line 11 on, each line behind six blanks. */
export function formulaChange(name: string, formula: string, about: Partial<VariableChange> = {}) {
  const places = [0, ...[...formula.matchAll(/\n/g)].map(({ index }) => index + 1)].map((offset, i) => ({
    offset,
    line: 11 + i,
    column: 7,
  }))
  return { name, formula, file: 'reform.yaml', line: 10, column: 3, places, ...about }
}

/** What the law writes `formula(unit, law) { … }`, or after `formula:`, as a reform writes it. */
export function asArrow(formula: string): string {
  return formula.replace(/^formula(\([^)]*\)) \{/, '$1 => {')
}
