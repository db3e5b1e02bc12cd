/**
 * When each value of a program is known: `constant` and `scalar` ones need no population, `data` ones need the inputs
 * alone and are computed once per dataset, `law` ones need both and are computed for every reform. No variable needs
 * `unused` ones.
 */
import type { Node, Program } from '../../program/index.ts'
import { neededNodes } from '../needed-nodes.ts'

export type Stage = 'constant' | 'scalar' | 'data' | 'law' | 'unused'

export function classifyNodes(
  program: Program,
  needed = neededNodes(
    program,
    program.variables.map(v => v.node),
  ),
): readonly Stage[] {
  const stages: Stage[] = []
  program.nodes.forEach((node, id) => {
    stages.push(needed[id] ? stageOf(node, stages) : 'unused')
  })
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
