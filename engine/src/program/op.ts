/**
 * The operations of the program: their operands, result and meaning, in one table.
 *
 * `apply` is the meaning of an elementwise operation on numbers (conditions as 0 and 1), to the bit. Every back-end is
 * held to it. `min` and `max` are WASM's pseudo-minimum and maximum; there is no fused multiply-add.
 */
import type { ValueType } from './program.ts'

type Operand = ValueType | 'any' | 'same'

export interface OpDefinition {
  readonly kind: 'leaf' | 'elementwise' | 'relation'
  /** Types of the operands; `same` must equal the type of the first `same` operand. `gather` takes any number of cases. */
  readonly operands: readonly Operand[]
  /** Result type; `same` follows the operands, `any` is stated by the node. */
  readonly result: Operand
  readonly apply?: (...values: number[]) => number
}

const N = 'number'
const B = 'bool'

const number1 = (apply: (a: number) => number) => elementwise([N], N, apply)
const number2 = (apply: (a: number, b: number) => number) => elementwise([N, N], N, apply)
const compare = (apply: (a: number, b: number) => boolean) =>
  elementwise([N, N], B, (a, b) => Number(apply(a!, b!)))

function elementwise(operands: Operand[], result: Operand, apply: (...v: number[]) => number): OpDefinition {
  return { kind: 'elementwise', operands, result, apply }
}

function roundHalfEven(a: number): number {
  if (!(Math.abs(a) < 2 ** 52)) return a
  const magic = a < 0 || Object.is(a, -0) ? -(2 ** 52) : 2 ** 52
  const rounded = a + magic - magic
  return rounded === 0 && magic < 0 ? -0 : rounded
}

export const ops = {
  constant: { kind: 'leaf', operands: [], result: 'any' },
  parameter: { kind: 'leaf', operands: [], result: 'any' },
  input: { kind: 'leaf', operands: [], result: 'any' },

  add: number2((a, b) => a + b),
  subtract: number2((a, b) => a - b),
  multiply: number2((a, b) => a * b),
  divide: number2((a, b) => a / b),
  negate: number1(a => -a),
  absolute: number1(Math.abs),
  // biome-ignore lint/complexity/useMathMinMax: Math.min differs where an operand is NaN or both are zeros
  minimum: number2((a, b) => (b < a ? b : a)),
  // biome-ignore lint/complexity/useMathMinMax: as above
  maximum: number2((a, b) => (a < b ? b : a)),
  floor: number1(Math.floor),
  ceiling: number1(Math.ceil),
  truncate: number1(Math.trunc),
  round_half_even: number1(roundHalfEven),
  modulo: number2((a, b) => a % b),
  power: number2((a, b) => a ** b),
  exponential: number1(Math.exp),
  logarithm: number1(Math.log),
  square_root: number1(Math.sqrt),
  is_finite: elementwise([N], B, a => Number(Number.isFinite(a))),

  less: compare((a, b) => a < b),
  less_or_equal: compare((a, b) => a <= b),
  equal: elementwise(['same', 'same'], B, (a, b) => Number(a === b)),
  not_equal: elementwise(['same', 'same'], B, (a, b) => Number(a !== b)),

  and: elementwise([B, B], B, (a, b) => a! & b!),
  or: elementwise([B, B], B, (a, b) => a! | b!),
  not: elementwise([B], B, a => 1 - a!),
  /** 1 where the condition holds, else 0. */
  indicator: elementwise([B], N, a => a!),

  select: elementwise([B, 'same', 'same'], 'same', (c, a, b) => (c ? a! : b!)),
  /** The case numbered by the first operand (a category's index, or a number truncated), held inside the cases; NaN is 0. */
  gather: elementwise(['any', 'same'], 'same', (key, ...cases) => cases[caseIndex(key!, cases.length)]!),

  /** Relations: from the many to the one, members in order, starting from 0, −Infinity or Infinity. */
  sum_members: { kind: 'relation', operands: [N], result: N },
  max_members: { kind: 'relation', operands: [N], result: N },
  min_members: { kind: 'relation', operands: [N], result: N },
  /** From the one to each of the many. */
  project: { kind: 'relation', operands: ['same'], result: 'same' },
} as const satisfies Record<string, OpDefinition>

export type Op = keyof typeof ops

export function caseIndex(key: number, cases: number): number {
  const index = Math.trunc(key)
  return index > 0 ? Math.min(index, cases - 1) : 0
}

export const definitionOf = (op: Op): OpDefinition => ops[op]
