import { definitionOf, type Op } from '../../program/op.ts'

/** Operations left to JavaScript, lane by lane: WASM has none of them. */
export const importedOps = ['modulo', 'power', 'exponential', 'logarithm'] as const satisfies readonly Op[]

/** What an instance of a module imports; the operations are the table's own functions. */
export function moduleImports(memory: WebAssembly.Memory): WebAssembly.Imports {
  return { env: { memory }, op: Object.fromEntries(importedOps.map(op => [op, definitionOf(op).apply!])) }
}
