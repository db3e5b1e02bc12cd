/**
 * The program as text, one line for each thing, for people and tests.
 *
 * ```text
 * entity person
 * domain status single joint
 * source tax law/us/rules/tax.ts 12 "26 USC §1"
 * %0 = input wages : number person
 * %1 = parameter gov.rate : number
 * %2 = multiply %0 %1 : number person @0
 * variable tax %2 person "Tax" currency-USD "26 USC §1"
 * ```
 * A word that is not plain is written as in JSON. `@0` is a node's source, `; …` a remark.
 */
import type { Node, Program } from './program.ts'

export function programText(program: Program): string {
  const { entities, relations, domains, sources, guards, nodes, variables } = program
  return [
    ...entities.map(e => line('entity', e)),
    ...relations.map(r => line('relation', r.name, r.from, r.to)),
    ...domains.map(d => line('domain', d.name, ...d.values)),
    ...sources.map(s => line('source', s.variable, s.file, String(s.line), s.reference)),
    ...guards.map(g => line('guard', g.path, numberText(g.value))),
    ...nodes.map((n, i) => nodeLine(program, n, i)),
    ...variables.map(
      v => `variable ${word(v.name)} %${v.node} ${line(v.entity, v.label, v.unit, v.reference)}`,
    ),
    '',
  ].join('\n')
}

function nodeLine(program: Program, node: Node, i: number): string {
  const { op, args, name, type, domain, entity, source } = node
  const parts = [
    `%${i} = ${op}`,
    ...(op === 'constant' ? [constantText(program, node)] : []),
    ...(name === undefined ? [] : [word(name)]),
    ...args.map(a => `%${a}`),
    `: ${type}`,
    ...(domain === undefined ? [] : [word(domain)]),
    ...(entity === null ? [] : [word(entity)]),
    ...(source === undefined ? [] : [`@${source}`]),
  ]
  return parts.join(' ')
}

function constantText({ domains }: Program, { type, domain, value }: Node): string {
  if (type === 'bool') return value ? 'true' : 'false'
  if (type === 'category') return word(domains.find(d => d.name === domain)!.values[value!]!)
  return numberText(value!)
}

const numberText = (value: number) => (Object.is(value, -0) ? '-0' : String(value))

const line = (...words: string[]) => words.map(word).join(' ')

/** A word as it stands, or as in JSON where it would be read otherwise. */
const word = (text: string) => (/^[A-Za-z0-9_./-]+$/.test(text) ? text : JSON.stringify(text))
