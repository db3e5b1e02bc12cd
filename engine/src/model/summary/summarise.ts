/** What a weighted column looks like: its mean, quantiles, zeros and a histogram. */
import { sortedOrder } from '../../outcomes/sorted-order.ts'
import { weightedQuantiles } from '../../outcomes/weighted-quantiles.ts'

export const quantilePoints = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const

export interface Summary {
  readonly records: number
  /** How many of the real population they stand for. */
  readonly weighted: number
  /** Null over nobody, and so are those below. */
  readonly mean: number | null
  readonly shareZero: number | null
  readonly quantiles: readonly { readonly share: number; readonly value: number }[] | null
  /**
   * Bins of equal width from the first to the last quantile. `edges` is one longer than `weighted`; the first and the last
   * bin hold what lies beyond too.
   */
  readonly histogram: { readonly edges: readonly number[]; readonly weighted: readonly number[] } | null
}

const BINS = 20

/** `values` are finite, `weights` 0 or more. */
export function summarise(values: Float64Array, weights: Float64Array): Summary {
  let [weighted, sum, zero] = [0, 0, 0]
  for (let row = 0; row < values.length; row++) {
    const [value, weight] = [values[row]!, weights[row]!]
    weighted += weight
    sum += weight * value
    if (value === 0) zero += weight
  }
  const counts = { records: values.length, weighted }
  if (!(weighted > 0)) return { ...counts, mean: null, shareZero: null, quantiles: null, histogram: null }
  const points = weightedQuantiles(values, weights, sortedOrder(values), quantilePoints)
  return {
    ...{ ...counts, mean: sum / weighted, shareZero: zero / weighted },
    quantiles: quantilePoints.map((share, i) => ({ share, value: points[i]! })),
    histogram: histogram(values, weights, points[0]!, points.at(-1)!),
  }
}

function histogram(values: Float64Array, weights: Float64Array, from: number, to: number) {
  const bins = to > from ? BINS : 1
  const width = (to - from) / bins
  const edges = Array.from({ length: bins }, (_, i) => from + i * width)
  const weighted = new Array<number>(bins).fill(0)
  for (let row = 0; row < values.length; row++) {
    const bin = width > 0 ? Math.floor((values[row]! - from) / width) : 0
    weighted[Math.min(Math.max(bin, 0), bins - 1)]! += weights[row]!
  }
  return { edges: [...edges, to], weighted }
}
