/**
 * Random programs over the whole grammar: every operation, columns of several entities and scalars, conditions,
 * categories, relations, gathers with cases of either kind. Nodes are written directly, so that nothing is folded.
 */
import {
  definitionOf,
  type Node,
  type Op,
  ops,
  type Program,
  type ProgramVariable,
  type Relation,
  resultType,
  type ValueType,
} from '../../program/index.ts'
import { below, pick, type Random, randomFrom, randomNumber } from './random-numbers.ts'

const domains = [
  { name: 'status', values: ['single', 'joint', 'separate', 'head', 'surviving'] },
  { name: 'side', values: ['left', 'right'] },
]

const relation = (from: string, to: string): Relation => ({ name: `${from}.${to}`, from, to })

const nested = [
  relation('person', 'tax_unit'),
  relation('tax_unit', 'household'),
  relation('person', 'household'),
]
const crossed = [relation('person', 'tax_unit'), relation('person', 'family')]

type Leaf = Pick<Node, 'type' | 'domain'>

/** `size`: operations besides leaves. The same seed gives the same program. */
export function randomProgram(seed: number, size: number): Program {
  const random = randomFrom(seed)
  const [entities, relations] =
    random() < 0.8
      ? [['person', 'tax_unit', 'household'], nested]
      : [['person', 'tax_unit', 'family', 'firm'], crossed]
  const nodes: Node[] = []
  const add = (node: Node) => nodes.push(node) - 1

  const leafTypes: Leaf[] = [
    { type: 'number' },
    { type: 'number' },
    { type: 'bool' },
    ...domains.map(d => ({ type: 'category' as const, domain: d.name })),
  ]
  for (const leaf of leafTypes) {
    const name = (kind: string) => `${kind}_${nodes.length}`
    for (const entity of entities)
      for (let k = 0; k < 2; k++) add({ op: 'input', args: [], entity, name: name(entity), ...leaf })
    for (let k = 0; k < 2; k++) add({ op: 'parameter', args: [], entity: null, name: name('law'), ...leaf })
    add({ op: 'constant', args: [], entity: null, value: leafValue(random, leaf), ...leaf })
  }
  const operations = Object.keys(ops).filter(op => definitionOf(op as Op).kind !== 'leaf') as Op[]
  const start = nodes.length
  while (nodes.length < start + size) {
    const node = randomOperation(random, pick(random, operations), nodes, entities, relations)
    if (node) add(node)
  }
  return {
    entities,
    relations,
    domains,
    nodes,
    variables: randomVariables(random, nodes, entities),
    sources: [],
    guards: [],
  }
}

/** A value for each parameter of a program. */
export function randomParameters(program: Program, seed: number): Map<string, number> {
  const random = randomFrom(seed)
  const parameters = program.nodes.filter(n => n.op === 'parameter')
  return new Map(parameters.map(node => [node.name!, leafValue(random, node)]))
}

function leafValue(random: Random, { type, domain }: Leaf): number {
  if (type === 'number') return randomNumber(random)
  return below(random, domain ? domains.find(d => d.name === domain)!.values.length : 2)
}

function randomOperation(
  random: Random,
  op: Op,
  nodes: readonly Node[],
  entities: readonly string[],
  relations: readonly Relation[],
): Node | undefined {
  const ids = nodes.map((_, id) => id)
  /** Mostly results of operations, and mostly columns, so that programs are deep. */
  const choose = (fits: (node: Node) => boolean): number | undefined => {
    let candidates = ids.filter(id => fits(nodes[id]!))
    for (const prefer of [(n: Node) => n.entity !== null, (n: Node) => n.args.length > 0]) {
      const preferred = random() < 0.7 ? candidates.filter(id => prefer(nodes[id]!)) : []
      if (preferred.length) candidates = preferred
    }
    const recent = random() < 0.4 ? candidates.slice(-6) : candidates
    return recent.length ? pick(random, recent) : undefined
  }
  const { kind, operands } = definitionOf(op)
  if (kind === 'relation') {
    const { name, from, to } = pick(random, relations)
    const [source, target] = op === 'project' ? [to, from] : [from, to]
    const wanted = operands[0]
    const arg = choose(
      n => (n.entity === source || (n.entity === null && random() < 0.2)) && fitsType(n, wanted),
    )
    if (arg === undefined) return undefined
    return { op, args: [arg], entity: target, name, ...resultType(op, [nodes[arg]!]) }
  }
  const entity = random() < 0.15 ? null : pick(random, entities)
  const belongs = (n: Node) => n.entity === null || n.entity === entity
  const scalarCases = random() < 0.6
  const count = op === 'gather' ? 2 + below(random, 7) : operands.length
  const args: number[] = []
  let same: Node | undefined
  for (let k = 0; k < count; k++) {
    const wanted = operands[Math.min(k, operands.length - 1)]!
    const arg = choose(n => {
      if (!belongs(n) || (op === 'gather' && k > 0 && scalarCases && n.entity !== null)) return false
      if (wanted === 'same') return !same || (n.type === same.type && n.domain === same.domain)
      return wanted === 'any' ? n.type !== 'bool' : n.type === wanted
    })
    if (arg === undefined) return undefined
    if (wanted === 'same') same ??= nodes[arg]!
    args.push(arg)
  }
  const used = args.map(a => nodes[a]!)
  return { op, args, entity: used.find(n => n.entity !== null)?.entity ?? null, ...resultType(op, used) }
}

const fitsType = (node: Node, wanted: ValueType | 'any' | 'same' | undefined) =>
  wanted === 'same' || node.type === wanted

function randomVariables(
  random: Random,
  nodes: readonly Node[],
  entities: readonly string[],
): ProgramVariable[] {
  const operations = nodes.filter(n => n.args.length > 0).length
  return Array.from({ length: 3 + below(random, 6 + operations / 4) }, (_, k) => {
    const node =
      random() < 0.8 ? nodes.length - 1 - below(random, operations || 1) : below(random, nodes.length)
    const entity = nodes[node]!.entity ?? pick(random, entities)
    return { name: `variable_${k}`, node, entity, label: '', unit: '', reference: '' }
  })
}
