/** Bands of five points by which rates are told apart. */

const width = 0.05
const steps = 20

/** A rate that misses a bound by less than this has met it: rates are sums of statutory ones. */
export const rateSlack = 1e-9

/** Below 0, 0 to 5%, …, 95 to 100%, 100% and more. */
export const rateBands = [
  { from: null, to: 0 },
  ...Array.from({ length: steps }, (_, step) => ({ from: bound(step), to: bound(step + 1) })),
  { from: 1, to: null },
]

/** Position of a rate's band in `rateBands`. */
export function bandOf(rate: number): number {
  return Math.max(0, Math.min(steps + 1, Math.floor((rate + rateSlack) / width) + 1))
}

function bound(step: number): number {
  return step / steps
}
