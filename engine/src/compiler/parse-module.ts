/**
 * One module of law as syntax: what it imports, declares and exports. Nothing is executed or resolved here.
 */
import { parse } from '@babel/parser'
import type * as t from '@babel/types'
import { isStackOverflow, lawLimits } from './law-limits.ts'
import { LawError, type LawProblem } from './law-problem.ts'

export interface Import {
  /** Path of the module, from the repository's root. */
  readonly from: string
  readonly name: string
}

export interface LawModule {
  readonly path: string
  readonly text: string
  /** Local name → where it comes from. */
  readonly imports: ReadonlyMap<string, Import>
  /** Top-level functions and constants by name. */
  readonly declarations: ReadonlyMap<string, t.FunctionDeclaration | t.VariableDeclarator>
  readonly exported: ReadonlySet<string>
  /** Exported name → where it is re-exported from. */
  readonly reexports: ReadonlyMap<string, Import>
  /** Modules of `export * from`. */
  readonly stars: readonly string[]
  /** Of the formula of a reform: the module whose names it may use, that of the law's formula it replaces. */
  readonly formula?: { readonly around: LawModule | undefined }
}

/** Parses one module. A text that is not TypeScript is an E_LAW_SYNTAX. */
export function parseModule(path: string, text: string): LawModule {
  const imports = new Map<string, Import>()
  const declarations = new Map<string, t.FunctionDeclaration | t.VariableDeclarator>()
  const exported = new Set<string>()
  const reexports = new Map<string, Import>()
  const stars: string[] = []

  for (const statement of parseText(path, text)) {
    if (statement.type === 'ImportDeclaration') readImport(statement)
    else if (statement.type === 'ExportAllDeclaration') stars.push(resolvePath(path, statement.source.value))
    else if (statement.type === 'ExportNamedDeclaration') readExport(statement)
    else declare(statement)
  }
  return { path, text, imports, declarations, exported, reexports, stars }

  function readImport(statement: t.ImportDeclaration) {
    if (statement.importKind === 'type') return
    const from = resolvePath(path, statement.source.value)
    for (const s of statement.specifiers)
      if (s.type === 'ImportSpecifier') imports.set(s.local.name, { from, name: nameOf(s.imported) })
  }

  function readExport(statement: t.ExportNamedDeclaration) {
    if (statement.declaration) for (const name of declare(statement.declaration)) exported.add(name)
    const from = statement.source && resolvePath(path, statement.source.value)
    for (const s of statement.specifiers) {
      if (s.type !== 'ExportSpecifier') continue
      if (from) reexports.set(nameOf(s.exported), { from, name: nameOf(s.local) })
      else exported.add(nameOf(s.exported))
    }
  }

  function declare(statement: t.Statement): string[] {
    if (statement.type === 'FunctionDeclaration' && statement.id) {
      declarations.set(statement.id.name, statement)
      return [statement.id.name]
    }
    if (statement.type !== 'VariableDeclaration') return []
    const names: string[] = []
    for (const declarator of statement.declarations)
      if (declarator.id.type === 'Identifier') {
        declarations.set(declarator.id.name, declarator)
        names.push(declarator.id.name)
      }
    return names
  }
}

function parseText(path: string, text: string): t.Statement[] {
  if (text.length > lawLimits.moduleLength)
    throw tooLarge(path, `a module of more than ${lawLimits.moduleLength} characters`)
  try {
    return parse(text, { sourceType: 'module', plugins: ['typescript'] }).program.body
  } catch (error) {
    if (isStackOverflow(error)) throw tooLarge(path, 'expressions are nested too deeply')
    throw new LawError([syntaxProblem(path, error)])
  }
}

function tooLarge(file: string, problem: string): LawError {
  return new LawError([{ code: 'E_LAW_LIMIT', file, line: 1, column: 1, problem, remedy: 'Split it.' }])
}

function syntaxProblem(path: string, error: unknown): LawProblem {
  const { loc, message } = error as SyntaxError & { loc?: { line: number; column: number } }
  if (!loc) throw error
  return {
    code: 'E_LAW_SYNTAX',
    file: path,
    line: loc.line,
    column: loc.column + 1,
    problem: `this is not TypeScript: ${message.replace(/ *\(\d+:\d+\)$/, '').replace(/\.$/, '')}`,
    remedy: 'Correct the text at this place.',
  }
}

/** The path of the module that `specifier` means in the module `from`. What law does not compile stays as it stands. */
export function resolvePath(from: string, specifier: string): string {
  if (specifier.startsWith('@reformlab/law/'))
    return `law/${specifier.slice('@reformlab/law/'.length)}${specifier.endsWith('.ts') ? '' : '/index.ts'}`
  if (!specifier.startsWith('.')) return specifier
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  return parts.join('/')
}

const nameOf = (node: t.Identifier | t.StringLiteral) => (node.type === 'Identifier' ? node.name : node.value)
