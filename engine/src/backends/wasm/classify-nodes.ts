/**
 * When each value of a program is known: `constant` and `scalar` ones need no population, `data` ones need the inputs
 * alone and are computed once per dataset, `law` ones need both and are computed for every reform.
 */
import type { Node, Program } from '../../program/index.ts'

export type Stage = 'constant' | 'scalar' | 'data' | 'law'

export function classifyNodes(program: Program): readonly Stage[] {
  const stages: Stage[] = []
  for (const node of program.nodes) stages.push(stageOf(node, stages))
  return stages
}

function stageOf({ op, args, entity }: Node, stages: readonly Stage[]): Stage {
  if (op === 'input') return 'data'
  if (op === 'parameter') return 'scalar'
  const dependsOnLaw = args.some(a => stages[a] === 'law' || stages[a] === 'scalar')
  if (entity === null) return dependsOnLaw ? 'scalar' : 'constant'
  return dependsOnLaw ? 'law' : 'data'
}

export const isScalar = (stage: Stage | undefined): boolean => stage === 'constant' || stage === 'scalar'
