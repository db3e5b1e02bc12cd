/**
 * The program as bytes, in the form of `schema/program.proto`. What is read is verified: a program that is answered is
 * total.
 */
import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import {
  type Nodes,
  Op as OpCode,
  ProgramSchema,
  ValueType as TypeCode,
  type Program as WireProgram,
} from '@reformlab/schema/generated/program_pb.js'
import { ReformlabError } from '../errors/index.ts'
import { type Op, ops } from './op.ts'
import type { Node, Program, ValueType } from './program.ts'
import { freezeProgram } from './program-builder.ts'
import { verifyProgram } from './verify-program.ts'

export function encodeProgram(program: Program): Uint8Array {
  const entity = positions(program.entities)
  const message = create(ProgramSchema, {
    entities: [...program.entities],
    relations: program.relations.map(r => ({
      name: r.name,
      fromEntity: entity.get(r.from)!,
      toEntity: entity.get(r.to)!,
    })),
    domains: program.domains.map(d => ({ name: d.name, values: [...d.values] })),
    nodes: encodeNodes(program),
    variables: program.variables.map(v => ({ ...v, entity: entity.get(v.entity)! })),
    sources: program.sources.map(s => ({ ...s })),
    guards: program.guards.map(g => ({ ...g })),
  })
  return toBinary(ProgramSchema, message)
}

/** Reads a program. Throws E_PROGRAM_MALFORMED where the bytes are not a program or the program is not well formed. */
export function decodeProgram(bytes: Uint8Array): Program {
  const message = parse(bytes)
  const { entities, domains, sources } = message
  const program: Program = {
    entities,
    relations: message.relations.map(r => ({
      name: r.name,
      from: at(entities, r.fromEntity, 'entity'),
      to: at(entities, r.toEntity, 'entity'),
    })),
    domains: domains.map(({ name, values }) => ({ name, values })),
    nodes: decodeNodes(message),
    variables: message.variables.map(({ name, node, entity, label, unit, reference }) => ({
      ...{ name, node, label, unit, reference },
      entity: at(entities, entity, 'entity'),
    })),
    sources: sources.map(({ variable, file, line, reference }) => ({ variable, file, line, reference })),
    guards: message.guards.map(({ path, value }) => ({ path, value })),
  }
  const [problem] = verifyProgram(program)
  if (problem) throw malformed(problem)
  return freezeProgram(program)
}

function encodeNodes({ nodes, entities, domains }: Program) {
  const texts = [...new Set(nodes.flatMap(n => n.name ?? []))]
  const text = positions(texts)
  const entity = positions(entities)
  const domain = positions(domains.map(d => d.name))
  return {
    ops: nodes.map(n => codeOf.get(n.op)!),
    types: nodes.map(n => typeCodes[n.type]),
    entities: nodes.map(n => (n.entity === null ? 0 : entity.get(n.entity)! + 1)),
    names: nodes.map(n => (n.name === undefined ? 0 : text.get(n.name)! + 1)),
    domains: nodes.map(n => (n.domain === undefined ? 0 : domain.get(n.domain)! + 1)),
    sources: nodes.map(n => (n.source === undefined ? 0 : n.source + 1)),
    arities: nodes.map(n => n.args.length),
    operands: nodes.flatMap((n, i) => n.args.map(a => i - a)),
    constants: nodes.flatMap(n => (n.op === 'constant' ? n.value! : [])),
    texts,
  }
}

function decodeNodes({ nodes: columns, entities, domains }: WireProgram): Node[] {
  if (!columns) throw malformed('it has no nodes')
  const count = columns.ops.length
  for (const name of ['types', 'entities', 'names', 'domains', 'sources', 'arities'] as const)
    if (columns[name].length !== count)
      throw malformed(`there are ${count} nodes, but ${columns[name].length} ${name}`)
  const operands = reader(columns.operands, 'operands')
  const constants = reader(columns.constants, 'constants')
  const nodes = columns.ops.map((_, i) =>
    decodeNode(columns, i, entities, domains, operands.take, constants.take),
  )
  operands.end()
  constants.end()
  return nodes
}

function decodeNode(
  columns: Nodes,
  i: number,
  entities: readonly string[],
  domains: WireProgram['domains'],
  operands: (count: number) => number[],
  constants: (count: number) => number[],
): Node {
  const op = opOf.get(columns.ops[i]!)
  const type = typeOf.get(columns.types[i]!)
  if (!op) throw malformed(`node ${i}: unknown operation ${columns.ops[i]}`)
  if (!type) throw malformed(`node ${i}: unknown type ${columns.types[i]}`)
  const [entity, name, domain, source] = [
    columns.entities,
    columns.names,
    columns.domains,
    columns.sources,
  ].map(column => column[i]! - 1) as [number, number, number, number]
  return Object.freeze({
    op,
    args: operands(columns.arities[i]!).map(distance => i - distance),
    type,
    entity: entity < 0 ? null : at(entities, entity, 'entity'),
    ...(op === 'constant' && { value: constants(1)[0]! }),
    ...(name >= 0 && { name: at(columns.texts, name, 'text') }),
    ...(domain >= 0 && { domain: at(domains, domain, 'enum').name }),
    ...(source >= 0 && { source }),
  })
}

function reader(values: readonly number[], what: string) {
  let next = 0
  const take = (count: number) => {
    next += count
    if (next > values.length) throw malformed(`there are too few ${what}`)
    return values.slice(next - count, next)
  }
  const end = () => {
    if (next !== values.length) throw malformed(`there are ${values.length - next} ${what} too many`)
  }
  return { take, end }
}

function parse(bytes: Uint8Array): WireProgram {
  try {
    return fromBinary(ProgramSchema, bytes)
  } catch (error) {
    throw malformed(`it is not a protocol buffer (${(error as Error).message})`)
  }
}

function at<T>(list: readonly T[], position: number, what: string): T {
  if (position >= list.length) throw malformed(`there is no ${what} ${position}`)
  return list[position]!
}

function malformed(problem: string): ReformlabError {
  return new ReformlabError('E_PROGRAM_MALFORMED', { problem })
}

const positions = (names: readonly string[]) => new Map(names.map((name, i) => [name, i]))

const typeCodes: Readonly<Record<ValueType, TypeCode>> = {
  number: TypeCode.NUMBER,
  bool: TypeCode.BOOL,
  category: TypeCode.CATEGORY,
}
const typeOf = new Map(Object.entries(typeCodes).map(([type, code]) => [code, type as ValueType]))
const codeOf = new Map(
  (Object.keys(ops) as Op[]).map(op => [op, OpCode[op.toUpperCase() as keyof typeof OpCode]]),
)
const opOf = new Map([...codeOf].map(([op, code]) => [code, op]))
