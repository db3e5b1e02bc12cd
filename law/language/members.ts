/** The members of a group, as a formula sees them. */
export interface Members<M> {
  /** Sum of a number over the members; 0 when there are none. */
  sum(value: (member: M) => number): number
  /** How many members satisfy the condition. */
  count(condition: (member: M) => boolean): number
  /** Whether at least one member satisfies the condition. */
  any(condition: (member: M) => boolean): boolean
  /** Whether every member satisfies the condition. */
  all(condition: (member: M) => boolean): boolean
  /** Largest value over the members; −Infinity when there are none. */
  max(value: (member: M) => number): number
  /** Smallest value over the members; Infinity when there are none. */
  min(value: (member: M) => number): number
}
