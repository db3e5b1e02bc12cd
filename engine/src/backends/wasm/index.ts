export { ColumnMemory } from './column-memory.ts'
export { type CompiledProgram, compileProgram } from './compile-program.ts'
export { functionModule } from './function-module.ts'
export { FunctionWriter } from './function-writer.ts'
export * as instructions from './instructions.ts'
export {
  type EntityLayout,
  layOutPopulation,
  type PopulationLayout,
  toStorage,
  usualTileRows,
} from './population-layout.ts'
export { type PlannedRun, PopulationSession, type StoredColumn } from './population-session.ts'
export type { ScheduleSpan } from './session-memory.ts'
export { type MachineParts, TileMachine } from './tile-machine.ts'
export { columnsUnder, wasmBackend } from './wasm-backend.ts'
