/**
 * A kernel: some nodes computed together, row by row of a tile. It reads and writes memory only through its binding
 * table: first one entry for each of `inputs`, then one for each of `outputs`.
 */
export interface Kernel {
  readonly stage: 'data' | 'law'
  /** Entity of the rows that are looped over; of a relation's kernel the many. */
  readonly entity: string
  /** Of a kernel of relation operations, which share a loop; null for an elementwise kernel. */
  readonly relation: RelationStep | null
  /** In ascending, thus computable, order. Cheap data nodes may appear in several kernels. */
  readonly nodes: readonly number[]
  /** Columns it reads: inputs of the program and outputs of earlier kernels. */
  readonly inputs: readonly number[]
  /** Its nodes that later kernels read or that are variables. */
  readonly outputs: readonly number[]
}

export interface RelationStep {
  readonly name: string
  /** From members to the group, or from the group to its members. */
  readonly direction: 'up' | 'down'
}
