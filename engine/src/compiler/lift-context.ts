/**
 * What all parts of the lifter share: the program being built, what the law defines, the place that is being read.
 *
 * Lifting is symbolic evaluation: a formula's syntax is run once, over values that stand for nodes of the program.
 */
import type * as t from '@babel/types'
import type { ParameterGroup } from '../parameters/parameter-shape.ts'
import {
  type Guard,
  type Op,
  ProgramBuilder,
  type Relation,
  type Source,
  type ValueType,
} from '../program/index.ts'
import { Frame } from './frame.ts'
import { lawLimits } from './law-limits.ts'
import type { LawErrorCode } from './law-problem.ts'
import type { ModuleGraph } from './module-graph.ts'
import { ProblemList } from './problem-list.ts'
import type { LawDefinitions, VariableDefinition } from './read-definitions.ts'
import type { Scope } from './scope.ts'
import type { NodeValue, Value } from './value.ts'

/** A node's type as law authors see it: `category` with its enum. */
export interface NodeType {
  readonly type: ValueType
  readonly domain?: string
}

export class LiftContext {
  readonly graph: ModuleGraph
  readonly definitions: LawDefinitions
  readonly parameters: ParameterGroup
  readonly builder: ProgramBuilder
  readonly problems = new ProblemList()
  readonly sources: Source[] = []
  readonly guards = new Map<string, Guard>()
  /** Variables lifted so far; undefined while one is being lifted, `bad` where it has mistakes. */
  readonly variables = new Map<string, NodeValue | 'bad' | undefined>()
  /** Values of module-level constants. */
  readonly constants = new Map<t.Node, Value | undefined>()
  readonly moduleScopes = new Map<string, Scope>()
  /** Functions being called, innermost last. */
  readonly calls: t.Node[] = []
  variable: VariableDefinition | undefined
  readonly #relations: ReadonlySet<string>
  #steps = 0
  readonly #sourceLines = new Map<string, Map<number, number>>()

  constructor(
    graph: ModuleGraph,
    definitions: LawDefinitions,
    parameters: ParameterGroup,
    relations: Relation[],
  ) {
    this.graph = graph
    this.definitions = definitions
    this.parameters = parameters
    this.builder = new ProgramBuilder(relations)
    this.#relations = new Set(relations.map(r => r.name))
  }

  /** A fresh frame for the row of a formula. */
  frameOf(entity: string): Frame {
    return new Frame(entity, this.#relations)
  }

  fail(code: LawErrorCode, scope: Scope, at: t.Node, problem: string, remedy: string): never {
    return this.problems.fail(code, scope.module, at, problem, remedy)
  }

  /** Counts an expression that is read. */
  enter(scope: Scope, at: t.Node): void {
    this.#setSource(scope, at)
    if (++this.#steps > lawLimits.steps || this.builder.nodes.length > lawLimits.nodes)
      this.fail(
        'E_LAW_LIMIT',
        scope,
        at,
        'the law is too large',
        'Use fewer and shorter loops and helper functions.',
      )
  }

  /** Names the expression that the nodes built next come from. */
  #setSource({ module }: Scope, at: t.Node): void {
    const { line } = at.loc!.start
    const { name = '', reference = '' } = this.variable ?? {}
    const key = `${name} ${module.path}`
    let lines = this.#sourceLines.get(key)
    if (!lines) {
      lines = new Map()
      this.#sourceLines.set(key, lines)
    }
    let index = lines.get(line)
    if (index === undefined) {
      index = this.sources.push({ variable: name, file: module.path, line, reference }) - 1
      lines.set(line, index)
    }
    this.builder.source = index
  }

  constant(value: number, type: ValueType = 'number', domain?: string): NodeValue {
    return { kind: 'node', node: this.builder.constant(value, type, domain), frame: null }
  }

  /** A category by its value. */
  category(domain: string, value: string): NodeValue {
    return this.constant(this.definitions.enums.get(domain)!.values.indexOf(value), 'category', domain)
  }

  typeOf({ node }: NodeValue): NodeType {
    return this.builder.nodes[node]!
  }

  /** The value of a node that does not depend on anything; undefined for others. */
  constantOf({ node }: NodeValue): number | undefined {
    const { op, value } = this.builder.nodes[node]!
    return op === 'constant' ? value : undefined
  }

  /** An elementwise operation in the lowest of the operands' frames. */
  apply(op: Op, scope: Scope, at: t.Node, ...operands: NodeValue[]): NodeValue {
    const frame = this.#lowest(operands, scope, at)
    const nodes = operands.map(o => this.#lower(o, frame))
    this.#setSource(scope, at)
    return this.#inFrame(this.builder.apply(op, ...nodes), frame)
  }

  /** `value` seen from `frame`, which must be its own or one below. */
  lower(value: NodeValue, frame: Frame, scope: Scope, at: t.Node): NodeValue {
    const lowest = this.#lowest([value, { ...value, frame }], scope, at)
    if (lowest !== frame) this.#failMixed(scope, at)
    return this.#inFrame(this.#lower(value, frame), frame)
  }

  /** A relation's value over the members in `frame`, as a value of `group`. */
  overMembers(
    op: 'sum_members' | 'max_members' | 'min_members',
    value: NodeValue,
    members: Frame,
    group: Frame,
  ): NodeValue {
    return this.#inFrame(this.builder.relate(op, members.relationTo(group), value.node), group)
  }

  #inFrame(node: number, frame: Frame | null): NodeValue {
    return { kind: 'node', node, frame: this.builder.nodes[node]!.entity === null ? null : frame }
  }

  #lower({ node, frame }: NodeValue, to: Frame | null): number {
    if (frame === null || frame === to || to === null) return node
    return this.builder.relate('project', to.relationTo(frame), node)
  }

  #lowest(values: readonly NodeValue[], scope: Scope, at: t.Node): Frame | null {
    let lowest: Frame | null = null
    for (const { frame } of values) {
      if (frame === null || frame === lowest) continue
      if (lowest === null || frame.isBelow(lowest)) lowest = frame
      else if (!lowest.isBelow(frame)) this.#failMixed(scope, at)
    }
    return lowest
  }

  #failMixed(scope: Scope, at: t.Node): never {
    const problem = 'values of two different records meet here, and neither belongs to the other'
    return this.fail('E_LAW_TYPE', scope, at, problem, 'Sum or count the one over its group first.')
  }
}
