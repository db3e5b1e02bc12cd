/**
 * The `wasm` back-end behind the common interface: compiles, lays out and runs on the calling thread, once. Work that
 * repeats, or deserves threads, goes through the population runner.
 */
import type { Backend } from '../backend.ts'
import { compileProgram } from './compile-program.ts'
import { PopulationSession } from './population-session.ts'
import { runOnThisThread } from './run-on-this-thread.ts'

const tileRows = 2048

export const wasmBackend: Backend = {
  name: 'wasm',
  async run(program, population, parameters, variables) {
    const chosen = program.variables.filter(v => variables.includes(v.name))
    const compiled = compileProgram({ ...program, variables: chosen })
    const session = new PopulationSession(compiled, population, { threads: 1, tileRows, keepBytes: 0 })
    runOnThisThread(session, parameters, variables)
    return new Map(variables.map(name => [name, session.values(name)]))
  },
}
