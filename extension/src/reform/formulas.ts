/** Formulas that a reform replaces or adds, as the engine's canonical text has them. */
import { parseDocument } from 'yaml'
import type { ReadReform } from '../engine/api-types.ts'
import { write } from './reform-text.ts'

export interface ReformFormula {
  readonly name: string
  readonly formula: string
  /** What it is called, where the reform says it. */
  readonly label?: string
  /** The law has no such variable. */
  readonly isNew: boolean
}

type Variables = Readonly<
  Record<string, { readonly formula: string; readonly label?: string; readonly entity?: string }>
>

export function formulasOf({ canonical }: ReadReform): ReformFormula[] {
  return Object.entries(variablesOf(canonical)).map(([name, { formula, label, entity }]) => ({
    ...{ name, formula, isNew: entity !== undefined },
    ...(label !== undefined && { label }),
  }))
}

/** What a live session lies upon: the reform's formulas alone; nothing for a reform of parameters. */
export function groundOf(reform: ReadReform | undefined): readonly string[] {
  if (!reform || reform.formulas.length === 0) return []
  return [JSON.stringify({ reform: 'reformlab/1', variables: variablesOf(reform.canonical) })]
}

/** Whether the text may change formulas; before the engine has read it nothing else is known. */
export const mayHaveFormulas = (text: string) => /\bvariables["']?\s*:/.test(text)

/** `text` without these formulas. */
export function withoutFormulas(text: string, names: readonly string[]): string {
  const document = parseDocument(text)
  for (const name of names) document.deleteIn(['variables', name])
  if (Object.keys(document.toJS().variables ?? {}).length === 0) document.delete('variables')
  if (!document.has('changes')) document.set('changes', document.createNode({}))
  return write(document)
}

const variablesOf = ({ variables }: ReadReform['canonical']) => (variables ?? {}) as Variables
