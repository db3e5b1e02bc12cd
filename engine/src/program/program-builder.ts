/**
 * Builds programs: every node once (hash-consed), constants folded, types and entities inferred and checked.
 *
 * Folding never changes a bit of a result. Misuse is a defect of the caller and throws a plain `TypeError`; what law
 * authors can do wrong is caught, with its position, by the compiler.
 */
import { caseIndex, definitionOf, type Op } from './op.ts'
import type { Node, Program, Relation, ValueType } from './program.ts'

export class ProgramBuilder {
  readonly nodes: Node[] = []
  readonly #index = new Map<string, number>()
  readonly #relations: ReadonlyMap<string, Relation>
  /** Attached to the nodes built from now on. */
  source: number | undefined

  constructor(relations: readonly Relation[]) {
    this.#relations = new Map(relations.map(r => [r.name, r]))
  }

  constant(value: number, type: ValueType = 'number', domain?: string): number {
    return this.#intern({ op: 'constant', args: [], type, entity: null, value, ...(domain && { domain }) })
  }

  parameter(path: string, type: ValueType = 'number', domain?: string): number {
    return this.#intern({
      op: 'parameter',
      args: [],
      type,
      entity: null,
      name: path,
      ...(domain && { domain }),
    })
  }

  input(entity: string, name: string, type: ValueType = 'number', domain?: string): number {
    return this.#intern({ op: 'input', args: [], type, entity, name, ...(domain && { domain }) })
  }

  relate(
    op: 'sum_members' | 'max_members' | 'min_members' | 'project',
    relation: string,
    arg: number,
  ): number {
    const { from, to } = this.#relations.get(relation) ?? fail(`no relation ${relation}`)
    const [source, target] = op === 'project' ? [to, from] : [from, to]
    const { entity, type, domain } = this.nodes[arg]!
    if (entity === null && op === 'project') return arg
    if (entity !== null && entity !== source) fail(`${op} over ${relation} of a column of ${entity}`)
    return this.#intern({ op, args: [arg], type, entity: target, name: relation, ...(domain && { domain }) })
  }

  /** An elementwise operation. A scalar operand is spread over the column. */
  apply(op: Op, ...args: number[]): number {
    const definition = definitionOf(op)
    if (definition.kind !== 'elementwise') fail(`${op} is not elementwise`)
    const operands = args.map(a => this.nodes[a] ?? fail(`no node ${a}`))
    const { type, domain } = resultType(op, operands)
    const simpler = this.#simplify(op, args, operands)
    if (simpler !== undefined) return simpler
    if (operands.every(o => o.op === 'constant'))
      return this.constant(definition.apply!(...operands.map(o => o.value!)), type, domain)
    const entities = new Set(operands.map(o => o.entity).filter(e => e !== null))
    if (entities.size > 1) fail(`${op} of columns of different entities: ${[...entities].join(', ')}`)
    const entity = [...entities][0] ?? null
    return this.#intern({ op, args, type, entity, ...(domain && { domain }) })
  }

  #simplify(op: Op, args: number[], operands: Node[]): number | undefined {
    const key = operands[0]!
    if (op === 'select') {
      if (key.op === 'constant') return key.value ? args[1] : args[2]
      if (args[1] === args[2]) return args[1]
    }
    if (op === 'gather') {
      if (key.op === 'constant') return args[1 + caseIndex(key.value!, args.length - 1)]
      if (args.every((a, i) => i < 2 || a === args[1])) return args[1]
    }
    if (op === 'not' && key.op === 'not') return key.args[0]
    if (op === 'and' || op === 'or') {
      const absorbing = op === 'and' ? 0 : 1
      for (const [i, other] of [
        [0, 1],
        [1, 0],
      ] as const)
        if (operands[i]!.op === 'constant') return operands[i]!.value === absorbing ? args[i] : args[other]
      if (args[0] === args[1]) return args[0]
    }
    return undefined
  }

  #intern(node: Node): number {
    const value = Object.is(node.value, -0) ? '-0' : node.value
    const key = `${node.op}|${node.args}|${node.type}|${node.entity}|${value}|${node.name}|${node.domain}`
    const known = this.#index.get(key)
    if (known !== undefined) return known
    const sourced = this.source === undefined ? node : { ...node, source: this.source }
    this.#index.set(key, this.nodes.length)
    return this.nodes.push(Object.freeze(sourced)) - 1
  }
}

/** What an operation answers for these operands. Throws a `TypeError` where the table forbids them. */
export function resultType(op: Op, operands: readonly Node[]): { type: ValueType; domain?: string } {
  const { operands: wanted, result } = definitionOf(op)
  const fits = op === 'gather' ? operands.length >= 2 : operands.length === wanted.length
  if (!fits) fail(`${op} takes ${wanted.length} operands, not ${operands.length}`)
  let same: Node | undefined
  operands.forEach((operand, i) => {
    const want = wanted[Math.min(i, wanted.length - 1)]!
    if (want === 'same') {
      same ??= operand
      if (operand.type !== same.type || operand.domain !== same.domain)
        fail(`${op} of ${describe(same)} and ${describe(operand)}`)
    } else if (want === 'any' ? operand.type === 'bool' : operand.type !== want)
      fail(`operand ${i + 1} of ${op} is ${describe(operand)}, not ${want}`)
  })
  if (result !== 'same') return { type: result as ValueType }
  return same!.domain === undefined ? { type: same!.type } : { type: same!.type, domain: same!.domain }
}

const describe = (node: Node) => (node.domain ? `category ${node.domain}` : node.type)

function fail(problem: string): never {
  throw new TypeError(problem)
}

export function freezeProgram(program: Program): Program {
  for (const part of Object.values(program)) Object.freeze(part)
  return Object.freeze(program)
}
