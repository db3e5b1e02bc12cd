/**
 * Forward differentiation: a program becomes a program that also answers how chosen variables change when chosen inputs
 * move, to the right or to the left. Not a difference over a step: the slope of the very piece that lies on that side.
 *
 * Everything is made of the operations there are, so every back-end runs it. What is exact and what is not:
 * docs/marginal-rates.md.
 */
import {
  definitionOf,
  freezeProgram,
  type Node,
  type Program,
  ProgramBuilder,
  type ProgramVariable,
  removeDeadCode,
} from '../program/index.ts'
import { type Germ, isStill, still } from './germ.ts'
import { arithmetic } from './rules/arithmetic.ts'
import { choices } from './rules/choices.ts'
import { order } from './rules/order.ts'
import { powers } from './rules/powers.ts'
import { relations } from './rules/relations.ts'
import type { Rules } from './rules/rule.ts'
import { steps } from './rules/steps.ts'
import { type Slope, Slopes } from './slopes.ts'

export type Side = 'left' | 'right'

/** An input that moves. An input that no formula reads moves nothing. */
export interface Seed {
  readonly input: string
  /** How far each record moves for one unit: a number, or the name of an input column to add. 1 when not given. */
  readonly tangent?: number | string
}

const rules: Rules = { ...arithmetic, ...order, ...steps, ...powers, ...choices, ...relations }

/** Name of the variable that holds the derivative of `variable` on one side. */
export const slopeName = (variable: string, side: Side) => `${variable}:${side}_slope`

/** Name of the variable that holds by how much `variable` jumps at the very point, going to that side. */
export const jumpName = (variable: string, side: Side) => `${variable}:${side}_jump`

/**
 * `program` with, for each of `variables`, its one-sided derivative with respect to the seeds together (`slopeName`) and
 * the value just beside the point minus the value at it (`jumpName`). A slope is per unit of the input in either
 * direction: where nothing bends, left and right are equal.
 *
 * throws  RangeError for an unknown variable, TypeError for a seed that is no number
 */
export function differentiate(
  program: Program,
  variables: readonly string[],
  seeds: readonly Seed[],
  side: Side,
): Program {
  const chosen = variables.map(name => variableOf(program, name))
  const builder = new ProgramBuilder(program.relations)
  const slopes = new Slopes(builder)
  const germs = germsOf(program, slopes, seeds, side)
  const derived = chosen.flatMap(variable => {
    const { value, limit, slope } = germs[variable.node]!
    const outward = side === 'left' ? slopes.negate(slope) : slope
    const jump = limit === value ? undefined : builder.apply('subtract', limit, value)
    return [
      about(variable, slopeName(variable.name, side), slopes.node(outward), `${side} derivative`),
      about(variable, jumpName(variable.name, side), slopes.node(jump), `jump to the ${side}`),
    ]
  })
  const kept = program.variables.map(v => ({ ...v, node: germs[v.node]!.value }))
  return removeDeadCode(freezeProgram({ ...program, nodes: builder.nodes, variables: [...kept, ...derived] }))
}

function variableOf(program: Program, name: string): ProgramVariable {
  const found = program.variables.find(v => v.name === name)
  if (!found) throw new RangeError(`no variable ${name}`)
  return found
}

/** `program` with those of its variables only that are in `names`, and what they need. */
export function onlyVariables(program: Program, names: readonly string[]): Program {
  const variables = program.variables.filter(v => names.includes(v.name))
  return removeDeadCode({ ...program, variables })
}

function about(variable: ProgramVariable, name: string, node: number, what: string): ProgramVariable {
  return { ...variable, name, node, label: `${variable.label}, ${what}` }
}

function germsOf(program: Program, slopes: Slopes, seeds: readonly Seed[], side: Side): Germ[] {
  const { builder } = slopes
  const germs: Germ[] = []
  for (const node of program.nodes) {
    builder.source = node.source
    germs.push(germOf(node))
  }
  builder.source = undefined
  return germs

  function germOf(node: Node): Germ {
    const { op, args, type, entity, value, name, domain } = node
    if (op === 'constant') return still(builder.constant(value!, type, domain))
    if (op === 'parameter') return still(builder.parameter(name!, type, domain))
    if (op === 'input') {
      const input = still(builder.input(entity!, name!, type, domain))
      return { ...input, slope: seedOf(node) }
    }
    const operands = args.map(a => germs[a]!)
    const own = rebuilt(
      node,
      operands.map(o => o.value),
    )
    if (operands.every(isStill)) return still(own)
    const motion = rules[op]!(slopes, operands, node)
    return {
      value: own,
      limit: motion.limit,
      slope: motion.slope,
      curved: motion.curved === true || operands.some(o => o.curved),
      steep: motion.slope !== undefined && (motion.steep === true || operands.some(o => o.steep)),
    }
  }

  function rebuilt({ op, name }: Node, args: number[]): number {
    return definitionOf(op).kind === 'relation'
      ? builder.relate(op as 'project', name!, args[0]!)
      : builder.apply(op, ...args)
  }

  function seedOf({ name, entity, type }: Node): Slope {
    return seeds
      .filter(seed => seed.input === name)
      .map(({ tangent = 1 }): Slope => {
        if (type !== 'number') throw new TypeError(`${name} is a ${type} and cannot move`)
        if (typeof tangent === 'string') return builder.input(entity!, tangent)
        return tangent === 0 ? undefined : builder.constant(tangent)
      })
      .map(slope => (side === 'left' ? slopes.negate(slope) : slope))
      .reduce((sum, slope) => slopes.add(sum, slope), undefined)
  }
}
