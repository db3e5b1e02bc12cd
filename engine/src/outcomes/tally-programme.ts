/**
 * What a reform does to one programme over a run of records, added up.
 *
 * An amount moves when it changes by half a cent or more; less is rounding.
 */
import { FunctionWriter, functionModule, instructions } from '../backends/wasm/index.ts'

const { control, f64x2, i32, v128 } = instructions

/** Numbers of a tally, each of them in two halves: change of the total, change in payers or recipients, weights raised and lowered, records moved. */
export const programmeTally = { change: 0, holders: 1, raised: 2, lowered: 3, moved: 4, length: 5 } as const

/** An amount above this is held: its unit pays the tax or receives the benefit. In the law's currency. */
const halfCent = 0.005

/** A programme's amounts at the baseline and under the reform, and weights, one a record. */
export interface AmountColumns {
  readonly before: Float64Array
  readonly after: Float64Array
  readonly weights: Float64Array
}

/** Writes the tally of rows `start` up to, not including, `end` to `out` from `at`, each number in its two half-samples. */
export type TallyProgramme = (
  columns: AmountColumns,
  start: number,
  end: number,
  out: Float64Array,
  at: number,
) => void

/** Tallies over columns that lie in `memory`, two records at a time. */
export function programmeTallier(memory: WebAssembly.Memory): TallyProgramme {
  tallyModule ??= functionModule(5, tallyLoop())
  const { run } = new WebAssembly.Instance(tallyModule, { env: { memory } }).exports
  const tally = run as (before: number, after: number, weights: number, end: number, out: number) => void
  return ({ before, after, weights }, start, end, out, at) => {
    const first = start * 8
    // Where a reform left a column alone, both names are of the same memory.
    const rows = before.byteOffset === after.byteOffset ? 0 : end - start
    const from = before.byteOffset + first
    tally(
      from,
      after.byteOffset + first,
      weights.byteOffset + first,
      from + rows * 8,
      out.byteOffset + at * 8,
    )
  }
}

let tallyModule: WebAssembly.Module | undefined

/** Without branches but the loop's: whether a record moved would be mispredicted, at many times the cost of adding 0. */
function tallyLoop() {
  const f = new FunctionWriter(5)
  const [before, after, weights, end, out] = [0, 1, 2, 3, 4] as const
  const [a, b, weight, moved, change] = [0, 0, 0, 0, 0].map(() => f.local('v128')) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const sums = Array.from({ length: programmeTally.length }, () => f.local('v128'))

  f.open(control.block)
  f.open(control.loop)
  f.get(before)
  f.get(end)
  f.code(i32.lt_u)
  f.code(i32.eqz)
  f.branch(control.br_if, 1)
  loadPairs()
  f.get(a)
  f.get(b)
  f.simd(f64x2.ne)
  f.set(moved)
  f.get(b)
  f.get(a)
  f.simd(f64x2.sub)
  f.get(moved)
  f.simd(v128.and)
  f.set(change)
  sum('change', () => {
    f.get(weight)
    f.get(change)
    f.simd(f64x2.mul)
  })
  sum('raised', () => weightWhere(change, f64x2.ge, halfCent))
  sum('lowered', () => weightWhere(change, f64x2.le, -halfCent))
  sum('holders', () => {
    weightWhere(b, f64x2.gt, halfCent)
    weightWhere(a, f64x2.gt, halfCent)
    f.simd(f64x2.sub)
  })
  sum('moved', () => {
    f.floats(1)
    f.get(moved)
    f.simd(v128.and)
  })
  for (const pointer of [before, after, weights]) {
    f.get(pointer)
    f.integer(16)
    f.code(i32.add)
    f.set(pointer)
  }
  f.branch(control.br, 0)
  f.end()
  f.end()
  sums.forEach((lanes, i) => {
    f.get(out)
    f.get(lanes)
    f.simdMemory(v128.store, 3, i * 16)
  })
  return f.finish()

  /** Two records; of the last one alone, with zeros beside it. */
  function loadPairs(): void {
    const columns = [
      [before, a],
      [after, b],
      [weights, weight],
    ] as const
    const load = (opcode: number) => {
      for (const [pointer, pair] of columns) {
        f.get(pointer)
        f.simdMemory(opcode, 3)
        f.set(pair)
      }
    }
    f.get(before)
    f.integer(8)
    f.code(i32.add)
    f.get(end)
    f.code(i32.lt_u)
    f.open(control.if)
    load(v128.load)
    f.code(control.else)
    load(v128.load64_zero)
    f.end()
  }

  function sum(name: Exclude<keyof typeof programmeTally, 'length'>, amount: () => void): void {
    const lanes = sums[programmeTally[name]]!
    f.get(lanes)
    amount()
    f.simd(f64x2.add)
    f.set(lanes)
  }

  function weightWhere(value: number, comparison: number, bound: number): void {
    f.get(value)
    f.floats(bound)
    f.simd(comparison)
    f.get(weight)
    f.simd(v128.and)
  }
}
