import { ReformlabError } from '../errors/index.ts'
import type { Op } from './op.ts'
import type { Guard, Node, Program, ProgramVariable, Relation, Source, ValueType } from './program.ts'
import { freezeProgram } from './program-builder.ts'
import { verifyProgram } from './verify-program.ts'

/** Blanks, then a text as in JSON, a remark or a plain word. */
const WORD = /\s*(?:("(?:[^"\\]|\\.)*")|(;.*)|([^\s";]+))/y

/** Reads the form that `programText` writes. Throws E_PROGRAM_MALFORMED with the line, or what makes it ill formed. */
export function parseProgramText(text: string): Program {
  const entities: string[] = []
  const relations: Relation[] = []
  const domains: { name: string; values: string[] }[] = []
  const sources: Source[] = []
  const guards: Guard[] = []
  const nodes: Node[] = []
  const variables: ProgramVariable[] = []

  text.split('\n').forEach((line, i) => {
    try {
      const [kind, ...words] = wordsOf(line)
      if (kind !== undefined) readLine(kind, words)
    } catch (error) {
      throw malformed(`line ${i + 1}: ${(error as Error).message}`)
    }
  })
  const program = { entities, relations, domains, sources, guards, nodes, variables }
  const [problem] = verifyProgram(program)
  if (problem) throw malformed(problem)
  return freezeProgram(program)

  function readLine(kind: string, words: string[]) {
    if (kind.startsWith('%')) return readNode(reference(kind, '%'), words)
    const counts: Record<string, number> = { entity: 1, relation: 3, source: 4, guard: 2, variable: 6 }
    if (kind !== 'domain' && words.length !== counts[kind])
      fail(
        kind in counts ? `${kind} takes ${counts[kind]} words, not ${words.length}` : `unknown word ${kind}`,
      )
    const texts = words.map(textOf)
    const [a, b, c, d, e, f] = texts as [string, string, string, string, string, string]
    if (kind === 'entity') entities.push(a)
    else if (kind === 'relation') relations.push({ name: a, from: b, to: c })
    else if (kind === 'domain') domains.push({ name: a ?? fail('a name is missing'), values: texts.slice(1) })
    else if (kind === 'source') sources.push({ variable: a, file: b, line: numberOf(c), reference: d })
    else if (kind === 'guard') guards.push({ path: a, value: numberOf(b) })
    else
      variables.push({ name: a, node: reference(words[1]!, '%'), entity: c, label: d, unit: e, reference: f })
  }

  function readNode(position: number, words: string[]) {
    if (position !== nodes.length) fail(`node %${nodes.length} is expected here`)
    const colon = words.indexOf(':')
    if (words[0] !== '=' || colon < 2) fail('a node is written %0 = operation … : type')
    const [, op, ...operands] = words.slice(0, colon) as [string, Op, ...string[]]
    const [type, ...rest] = words.slice(colon + 1) as [ValueType, ...string[]]
    const source = rest.at(-1)?.startsWith('@') ? reference(rest.pop()!, '@') : undefined
    const [first, ...others] = rest.map(textOf)
    const domain = type === 'category' ? first : undefined
    const entity = (type === 'category' ? others.shift() : first) ?? null
    if (rest.length > Number(type === 'category') + 1) fail(`there is too much after ${type}`)
    const stated = operands[0] !== undefined && !operands[0].startsWith('%') ? operands.shift() : undefined
    const args = operands.map(operand => reference(operand, '%'))
    nodes.push(
      Object.freeze({
        ...{ op, args, type, entity },
        ...(stated !== undefined &&
          (op === 'constant'
            ? { value: constantOf(textOf(stated), type, domain) }
            : { name: textOf(stated) })),
        ...(domain !== undefined && { domain }),
        ...(source !== undefined && { source }),
      }),
    )
  }

  function constantOf(text: string, type: ValueType, domain: string | undefined): number {
    if (type === 'category') return domains.find(d => d.name === domain)?.values.indexOf(text) ?? -1
    if (type === 'bool') return ['false', 'true'].indexOf(text)
    return numberOf(text)
  }
}

/** The words of a line; texts keep their quotes, so that they are not taken for anything else. */
function wordsOf(line: string): string[] {
  const words: string[] = []
  const end = line.trimEnd().length
  for (WORD.lastIndex = 0; WORD.lastIndex < end; ) {
    const [, text, remark, plain] = WORD.exec(line) ?? fail('a text does not end')
    if (remark === undefined) words.push((text ?? plain)!)
  }
  return words
}

const textOf = (word: string) => (word.startsWith('"') ? (JSON.parse(word) as string) : word)

function reference(word: string, sign: string): number {
  const digits = word.slice(1)
  if (!word.startsWith(sign) || !/^\d+$/.test(digits)) fail(`${word} is not written ${sign}0`)
  return Number(digits)
}

function numberOf(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || (Number.isNaN(value) && text !== 'NaN')) fail(`${text} is not a number`)
  return value
}

function fail(problem: string): never {
  throw new SyntaxError(problem)
}

function malformed(problem: string): ReformlabError {
  return new ReformlabError('E_PROGRAM_MALFORMED', { problem })
}
