/**
 * Which changed parameters can reach a variable for given people, whatever the other changes do.
 *
 * A choice by something that no change moves (a filing status, an age) is taken as it falls for these people; what was
 * not chosen reaches nothing.
 */
import type { NodeValue } from '../../backends/reference/reference-backend.ts'
import { caseIndex, type Node, type Program } from '../../program/index.ts'

export interface Reach {
  /** Those of the changed parameters that reach the target. */
  readonly touched: ReadonlySet<string>
  /** Nodes through which they do. */
  readonly nodes: Uint8Array
}

/** `values` are those of the baseline, of every node that `target` needs. */
export function reachOf(
  program: Program,
  target: number,
  values: readonly (NodeValue | undefined)[],
  changed: ReadonlySet<string>,
): Reach {
  let touched = changed
  for (;;) {
    const nodes = nodesBetween(program, target, values, movedBy(program, touched))
    const reaching = new Set(
      program.nodes.flatMap(({ op, name }, i) =>
        op === 'parameter' && nodes[i] && touched.has(name!) ? [name!] : [],
      ),
    )
    if (reaching.size === touched.size) return { touched, nodes }
    touched = reaching
  }
}

/** Marks what depends on any of `parameters`. */
export function movedBy({ nodes }: Program, parameters: ReadonlySet<string>): Uint8Array {
  const moved = new Uint8Array(nodes.length)
  nodes.forEach(({ op, name, args }, i) => {
    const isMoved = op === 'parameter' ? parameters.has(name!) : args.some(arg => moved[arg])
    if (isMoved) moved[i] = 1
  })
  return moved
}

function nodesBetween(
  { nodes }: Program,
  target: number,
  values: readonly (NodeValue | undefined)[],
  moved: Uint8Array,
): Uint8Array {
  const between = new Uint8Array(nodes.length)
  between[target] = moved[target]!
  for (let i = target; i >= 0; i--)
    if (between[i]) for (const arg of passing(nodes[i]!, moved, values)) if (moved[arg]) between[arg] = 1
  return between
}

/** The operands of `node` that can tell in its value. */
function passing(
  { op, args }: Node,
  moved: Uint8Array,
  values: readonly (NodeValue | undefined)[],
): readonly number[] {
  const [first, ...others] = args as [number, ...number[]]
  const isAlways = (node: number, value: number) =>
    !moved[node] && inRows(values[node]!).every(own => own === value)
  if (op === 'select' && !moved[first])
    return inRows(values[first]!).map(condition => others[condition ? 0 : 1]!)
  if (op === 'gather' && !moved[first])
    return inRows(values[first]!).map(key => others[caseIndex(key, others.length)]!)
  if ((op === 'multiply' || op === 'and') && args.some(arg => isAlways(arg, 0))) return []
  if (op === 'or' && args.some(arg => isAlways(arg, 1))) return []
  return args
}

const inRows = (value: NodeValue): readonly number[] => (typeof value === 'number' ? [value] : [...value])
