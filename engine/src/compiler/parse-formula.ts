/**
 * The formula of a reform as syntax: one arrow function, in a module of its own. Its places are those of the reform's file.
 */
import { parseExpression } from '@babel/parser'
import type * as t from '@babel/types'
import { isStackOverflow, lawLimits } from './law-limits.ts'
import { LawError, type LawErrorCode } from './law-problem.ts'
import type { Import, LawModule } from './parse-module.ts'
import { placeAt, type VariableChange } from './variable-change.ts'

export interface ParsedFormula {
  readonly module: LawModule
  readonly formula: t.ArrowFunctionExpression
}

const HOW = 'Write (unit, law) => … in the law language (law/language/README.md).'

/**
 * Parses the formula of `change`. It may use the names of `imports` and, before them, those of the module `around`.
 *
 * throws  E_LAW_SYNTAX, E_LAW_LIMIT
 */
export function parseFormula(
  change: VariableChange,
  imports: ReadonlyMap<string, Import>,
  around: LawModule | undefined,
): ParsedFormula {
  const { name, formula: text, file, places } = change
  const fail = (code: LawErrorCode, offset: number, problem: string, remedy: string) =>
    new LawError([{ code, file, ...placeAt(places, offset), problem, remedy }])
  const { formulaLength, formulaDepth } = lawLimits
  if (text.length > formulaLength)
    throw fail(
      'E_LAW_LIMIT',
      0,
      `the formula of ${name} has more than ${formulaLength} characters`,
      'Split it into several variables.',
    )
  const formula = parse()
  if (formula.type !== 'ArrowFunctionExpression' || formula.async)
    throw fail('E_LAW_SYNTAX', 0, `the formula of ${name} is not an arrow function`, HOW)
  relocate(formula, 1)
  const nothing = { declarations: new Map(), exported: new Set<string>(), reexports: new Map(), stars: [] }
  return { module: { path: file, text, imports, ...nothing, formula: { around } }, formula }

  function parse(): t.Expression {
    try {
      return parseExpression(text, { plugins: ['typescript'] })
    } catch (error) {
      if (isStackOverflow(error)) throw tooDeep(0)
      const { pos, message } = error as SyntaxError & { pos?: number }
      if (pos === undefined) throw error
      const what = message.replace(/ *\(\d+:\d+\)$/, '').replace(/\.$/, '')
      throw fail('E_LAW_SYNTAX', pos, `this is not a formula: ${what}`, HOW)
    }
  }

  function tooDeep(offset: number): LawError {
    return fail('E_LAW_LIMIT', offset, `the formula of ${name} is nested too deeply`, 'Split the expression.')
  }

  /** Gives `node` and all below it their places in the file. */
  function relocate(node: t.Node, depth: number): void {
    if (depth > formulaDepth) throw tooDeep(node.start!)
    const at = (offset: number) => {
      const { line, column } = placeAt(places, offset)
      return { line, column: column - 1, index: offset }
    }
    node.loc = { ...node.loc!, start: at(node.start!), end: at(node.end!) }
    for (const part of Object.values(node).flat()) if (isNode(part)) relocate(part, depth + 1)
  }
}

function isNode(value: unknown): value is t.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'loc' in value
}
