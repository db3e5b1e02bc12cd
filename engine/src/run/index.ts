export { type Crew, type CrewOptions, createCrew } from './crew.ts'
export {
  createPartitionedRunner,
  type PartitionedOptions,
  type PartitionedRunner,
  type PartitionedStatistics,
} from './partitioned-runner.ts'
export {
  createRunner,
  type PopulationRunner,
  type RunnerOptions,
  type RunRequest,
  type RunResult,
  type RunStatistics,
} from './population-runner.ts'
export { registerReducer } from './reducer-registry.ts'
export type { Reduction } from './reduction.ts'
export { RunSuperseded } from './run-superseded.ts'
export type {
  ReducerData,
  ReducerDefinition,
  ReducerPlan,
  StoredPopulation,
  TileReducer,
  TileRows,
} from './tile-reducer.ts'
export { type WeightedTotalsOf, type WeightedTotalsSpec, weightedTotals } from './weighted-totals.ts'
