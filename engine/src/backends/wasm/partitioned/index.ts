export { type ArrangedRows, arrangeRows } from './arrange-rows.ts'
export { choosePartition } from './choose-partition.ts'
export { type OpenPartitionedOptions, openPartitioned } from './open-partitioned.ts'
export type { PartitionedRun, PartitionedSession } from './partitioned-session.ts'
