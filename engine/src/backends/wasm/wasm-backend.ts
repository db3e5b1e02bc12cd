/**
 * The `wasm` back-end behind the common interface: compiles, lays out and runs on the calling thread, once. Work that
 * repeats, or deserves threads, goes through the population runner.
 */
import type { Program } from '../../program/index.ts'
import type { Backend, Columns, ParameterValues, Population } from '../backend.ts'
import { compileProgram } from './compile-program.ts'
import { PopulationSession } from './population-session.ts'
import { runOnThisThread } from './run-on-this-thread.ts'

export const wasmBackend: Backend = {
  name: 'wasm',
  async run(program, population, parameters, variables) {
    return columnsUnder(program, population, variables)(parameters)
  },
}

/** `program` compiled once: its columns of `variables` under one set of parameters after the other. */
export function columnsUnder(
  program: Program,
  population: Population,
  variables: readonly string[],
): (parameters: ParameterValues) => Columns {
  const chosen = program.variables.filter(v => variables.includes(v.name))
  const compiled = compileProgram({ ...program, variables: chosen })
  const session = new PopulationSession(compiled, population, { threads: 1, keepBytes: 0 })
  return parameters => {
    runOnThisThread(session, parameters, variables)
    return new Map(variables.map(name => [name, session.values(name)]))
  }
}
