/** A program that also answers chosen variables at another point: where some of its inputs have other values. */
import {
  definitionOf,
  freezeProgram,
  type Node,
  type Program,
  ProgramBuilder,
  removeDeadCode,
} from '../program/index.ts'

/** The node of a variable that comes before. */
export type NodeOf = (variable: string) => number

export interface Point {
  readonly name: string
  /** By input, builds the node that takes its place; `own` is the input itself. */
  readonly inputs: Readonly<Record<string, (builder: ProgramBuilder, own: number, node: Node) => number>>
  /** By variable of the program, builds the node that takes its place; `there` is the variable at the point. */
  readonly variables?: Readonly<
    Record<string, (builder: ProgramBuilder, own: NodeOf, there: NodeOf) => number>
  >
}

/** Name of the variable that holds `variable` at the point called `point`. */
export const atPointName = (variable: string, point: string) => `${variable}:at_${point}`

/** `program` with each of `variables` at the point too. Throws a RangeError for an unknown variable. */
export function atPoint(program: Program, variables: readonly string[], point: Point): Program {
  const builder = new ProgramBuilder(program.relations)
  const own: number[] = []
  const there: number[] = []
  const nodeOf = (variable: string) => program.variables.find(({ name }) => name === variable)!.node
  const replaced = new Map(
    Object.entries(point.variables ?? {}).map(([name, replacement]) => [nodeOf(name), replacement]),
  )
  program.nodes.forEach((node, id) => {
    builder.source = node.source
    const here = built(node, own)
    own.push(here)
    const input = node.op === 'input' ? point.inputs[node.name!] : undefined
    if (input) there.push(input(builder, here, node))
    else there.push(node.args.every(arg => own[arg] === there[arg]) ? here : built(node, there))
    const replacement = replaced.get(id)
    const among = (nodes: readonly number[]) => (variable: string) => nodes[nodeOf(variable)]!
    if (replacement) there[id] = replacement(builder, among(own), among(there))
  })
  builder.source = undefined
  const kept = program.variables.map(variable => ({ ...variable, node: own[variable.node]! }))
  const moved = variables.map(name => {
    const variable = program.variables.find(of => of.name === name)
    if (!variable) throw new RangeError(`no variable ${name}`)
    const node = there[variable.node]!
    return {
      ...variable,
      node,
      name: atPointName(name, point.name),
      label: `${variable.label}, ${point.name}`,
    }
  })
  return removeDeadCode(freezeProgram({ ...program, nodes: builder.nodes, variables: [...kept, ...moved] }))

  function built({ op, args, type, entity, value, name, domain }: Node, nodes: readonly number[]): number {
    if (op === 'constant') return builder.constant(value!, type, domain)
    if (op === 'parameter') return builder.parameter(name!, type, domain)
    if (op === 'input') return builder.input(entity!, name!, type, domain)
    const operands = args.map(arg => nodes[arg]!)
    return definitionOf(op).kind === 'relation'
      ? builder.relate(op as 'project', name!, operands[0]!)
      : builder.apply(op, ...operands)
  }
}
