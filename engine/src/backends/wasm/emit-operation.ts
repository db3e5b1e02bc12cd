/** The instructions of each elementwise operation on two rows, bit for bit what `apply` of the table of operations says. */
import type { Op } from '../../program/index.ts'
import type { EmitContext } from './emit-elementwise.ts'
import type { FunctionWriter } from './function-writer.ts'
import { f64x2, i32x4, v128 } from './instructions.ts'

/** Values inside a kernel. Each method pushes one vector. */
export interface Lanes {
  readonly f: FunctionWriter
  /** A node's value; of a condition 0 or 1. */
  number(node: number): void
  /** A condition as all ones or all zeros. */
  mask(node: number): void
  /** One of the numbers loaded before the loop. */
  constant(value: number): void
  infinity(): void
}

/** Operations on numbers that are one instruction, and comparisons, whose result is a mask. */
const single: Partial<Record<Op, number>> = {
  add: f64x2.add,
  subtract: f64x2.sub,
  multiply: f64x2.mul,
  divide: f64x2.div,
  negate: f64x2.neg,
  absolute: f64x2.abs,
  minimum: f64x2.pmin,
  maximum: f64x2.pmax,
  floor: f64x2.floor,
  ceiling: f64x2.ceil,
  truncate: f64x2.trunc,
  round_half_even: f64x2.nearest,
  square_root: f64x2.sqrt,
}

const comparison: Partial<Record<Op, number>> = {
  less: f64x2.lt,
  less_or_equal: f64x2.le,
  equal: f64x2.eq,
  not_equal: f64x2.ne,
}

const logic: Partial<Record<Op, number>> = { and: v128.and, or: v128.or }

/** Pushes the result of node `id` and says what it is. */
export function emitOperation(context: EmitContext, id: number, lanes: Lanes): 'number' | 'mask' {
  const { op, args, type } = context.program.nodes[id]!
  const { f, number, mask } = lanes
  const [a, b, c] = args as [number, number, number]
  const one = single[op] ?? comparison[op]
  if (one !== undefined) {
    for (const operand of args) number(operand)
    f.simd(one)
    return op in single ? 'number' : 'mask'
  }
  if (logic[op] !== undefined) {
    for (const operand of args) mask(operand)
    f.simd(logic[op])
    return 'mask'
  }
  switch (op) {
    case 'not':
      mask(a)
      f.simd(v128.not)
      return 'mask'
    case 'is_finite':
      number(a)
      f.simd(f64x2.abs)
      lanes.infinity()
      f.simd(f64x2.lt)
      return 'mask'
    case 'indicator':
      number(a)
      return 'number'
    case 'select': {
      const push = type === 'bool' ? mask : number
      push(b)
      push(c)
      mask(a)
      f.simd(v128.bitselect)
      return type === 'bool' ? 'mask' : 'number'
    }
    case 'gather':
      if (context.casesAddress(id) !== undefined) emitTableGather(context, id, lanes)
      else emitCaseChain(args, lanes)
      return 'number'
    default:
      emitImported(context, op, args, f, number)
      return 'number'
  }
}

/** Truncates the keys, holds them inside the cases (NaN to 0) and loads one case for each lane. */
function emitTableGather(context: EmitContext, id: number, { f, number }: Lanes): void {
  const { args } = context.program.nodes[id]!
  const address = context.casesAddress(id)!
  const index = f.local('v128')
  number(args[0]!)
  f.simd(i32x4.trunc_sat_f64x2_s_zero)
  f.integer(0)
  f.simd(i32x4.splat)
  f.simd(i32x4.max_s)
  f.integer(args.length - 2)
  f.simd(i32x4.splat)
  f.simd(i32x4.min_s)
  f.integer(3)
  f.simd(i32x4.shl)
  f.tee(index)
  f.lane(i32x4.extract_lane, 1)
  f.get(index)
  f.lane(i32x4.extract_lane, 0)
  f.simdMemory(v128.load64_zero, 3, address)
  f.simdMemory(v128.load64_lane, 3, address)
  f.code(1)
}

/** Starts at the first case and takes each later one where the key reaches its number. */
function emitCaseChain([key, first, ...later]: readonly number[], { f, number, constant }: Lanes): void {
  const result = f.local('v128')
  number(first!)
  f.set(result)
  later.forEach((chosen, i) => {
    number(chosen)
    f.get(result)
    number(key!)
    constant(i + 1)
    f.simd(f64x2.ge)
    f.simd(v128.bitselect)
    f.set(result)
  })
  f.get(result)
}

function emitImported(
  context: EmitContext,
  op: Op,
  args: readonly number[],
  f: FunctionWriter,
  number: (node: number) => void,
): void {
  const call = (lane: number) => {
    for (const a of args) {
      number(a)
      f.lane(f64x2.extract_lane, lane)
    }
    f.call(context.importIndex(op))
  }
  call(0)
  f.simd(f64x2.splat)
  call(1)
  f.lane(f64x2.replace_lane, 1)
}
