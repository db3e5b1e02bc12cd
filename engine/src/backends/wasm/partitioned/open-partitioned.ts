/** From a program and a population to a session: rows arranged, facts learnt, all compiled for what holds where. */
import type { Program } from '../../../program/index.ts'
import type { Population } from '../../backend.ts'
import { type CompileLimits, defaultLimits } from '../compile-program.ts'
import { arrangeRows } from './arrange-rows.ts'
import { compilePartitioned } from './compile-partitioned.ts'
import { factsOf } from './facts.ts'
import { learnFacts } from './learn-facts.ts'
import { PartitionedSession, type PartitionedSessionOptions } from './partitioned-session.ts'

export interface OpenPartitionedOptions extends PartitionedSessionOptions {
  /** Input whose values part the rows; without one all are one partition. */
  readonly partition?: string | undefined
  /** Rows of the most numerous entity that are computed together. */
  readonly tileRows?: number | undefined
  readonly limits?: CompileLimits
}

/** Throws a `RangeError` where the population does not fit the program. */
export function openPartitioned(
  program: Program,
  population: Population,
  { partition, tileRows, limits = defaultLimits, ...options }: OpenPartitionedOptions,
): PartitionedSession {
  const leaf = program.nodes.findIndex(({ op, name }) => op === 'input' && name === partition)
  const place = leaf < 0 ? undefined : { entity: program.nodes[leaf]!.entity!, name: partition! }
  const rows = arrangeRows(program.entities, program.relations, population, place, tileRows)
  const given = rows.values.map(value => factsOf(new Map(value === undefined ? [] : [[leaf, { value }]])))
  const first = compilePartitioned(program, given, limits)
  const facts = learnFacts(first, rows, population)
  return new PartitionedSession(compilePartitioned(first.program, facts, limits), rows, population, options)
}
