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
import { lawLimits, type ReadingLimits } from './law-limits.ts'
import type { LawErrorCode } from './law-problem.ts'
import type { ModuleGraph } from './module-graph.ts'
import type { LawModule } from './parse-module.ts'
import { Abandon, ProblemList } from './problem-list.ts'
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
  readonly #limits: ReadingLimits
  #steps = 0
  #isExhausted = false
  /** Line → index into `sources`, by variable and module; those of the place being read are at hand. */
  readonly #sourcesByPlace = new Map<string, Map<number, number>>()
  #sourceLines = new Map<number, number>()
  #sourceModule: LawModule | undefined
  #sourceVariable: VariableDefinition | undefined

  constructor(
    graph: ModuleGraph,
    definitions: LawDefinitions,
    parameters: ParameterGroup,
    relations: Relation[],
    limits: ReadingLimits = lawLimits,
  ) {
    this.#limits = limits
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
    this.#steps += lawLimits.mistake
    const { module } = scope
    const reformed = this.variable?.module.formula && this.variable
    if (!reformed || module.formula) return this.problems.fail(code, module, at, problem, remedy)
    const where = `${module.path}, line ${at.loc!.start.line}`
    const beyond = `${problem} (in ${where}, which this formula calls)`
    return this.problems.fail(code, reformed.module, reformed.node, beyond, remedy)
  }

  /** Counts an expression that is read. */
  enter(scope: Scope, at: t.Node): void {
    this.#setSource(scope, at)
    if (++this.#steps > this.#limits.steps || this.builder.nodes.length > this.#limits.nodes)
      this.#failTooLarge(scope, at)
  }

  /** Reported once: of the formula of a reform, if there is one, for the law without it is not too large. */
  #failTooLarge(scope: Scope, at: t.Node): never {
    if (this.#isExhausted) throw new Abandon()
    this.#isExhausted = true
    const [problem, remedy] = ['the law is too large', 'Use fewer and shorter loops and helper functions.']
    const reformed = [...this.definitions.variables.values()].find(({ module }) => module.formula)
    if (!reformed || this.variable?.module.formula)
      return this.fail('E_LAW_LIMIT', scope, at, problem, remedy)
    return this.problems.fail('E_LAW_LIMIT', reformed.module, reformed.node, problem, remedy)
  }

  /** Names the expression that the nodes built next come from. */
  #setSource({ module }: Scope, at: t.Node): void {
    if (module !== this.#sourceModule || this.variable !== this.#sourceVariable) this.#openSource(module)
    const { line } = at.loc!.start
    let index = this.#sourceLines.get(line)
    if (index === undefined) {
      const { name = '', reference = '' } = this.variable ?? {}
      index = this.sources.push({ variable: name, file: module.path, line, reference }) - 1
      this.#sourceLines.set(line, index)
    }
    this.builder.source = index
  }

  #openSource(module: LawModule): void {
    this.#sourceModule = module
    this.#sourceVariable = this.variable
    const key = `${this.variable?.name} ${module.path}`
    this.#sourceLines = this.#sourcesByPlace.get(key) ?? new Map()
    this.#sourcesByPlace.set(key, this.#sourceLines)
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
