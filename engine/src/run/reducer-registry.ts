/** The reductions that workers know, by name. Both the main thread and the workers load this module. */
import type { ReducerDefinition } from './tile-reducer.ts'
import { weightedTotals } from './weighted-totals.ts'

type AnyReducer = ReducerDefinition<unknown, unknown>

const registry = new Map<string, AnyReducer>()

export function registerReducer<Spec, Result>(reducer: ReducerDefinition<Spec, Result>): void {
  registry.set(reducer.name, reducer as AnyReducer)
}

/** Throws a `RangeError` where nothing of that name is registered. */
export function reducerNamed(name: string): AnyReducer {
  const found = registry.get(name)
  if (!found) throw new RangeError(`no reducer ${name}: register it in reducer-registry.ts`)
  return found
}

registerReducer(weightedTotals)
