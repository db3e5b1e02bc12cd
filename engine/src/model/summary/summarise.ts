/** What a column looks like: of amounts the mean, quantiles and a histogram, of named values how many have each. */
import { sortedOrder } from '../../outcomes/sorted-order.ts'
import { weightedQuantiles } from '../../outcomes/weighted-quantiles.ts'
import { binOf } from './round-edges.ts'

export const quantilePoints = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99] as const

export interface Summary {
  readonly records: number
  /** How many of the real population they stand for; without weights the records. */
  readonly weighted: number
  /** Of amounts and conditions; null over nobody, and so are those below. */
  readonly total: number | null
  readonly mean: number | null
  readonly shareZero: number | null
  /** From here on of amounts alone. */
  readonly minimum: number | null
  readonly maximum: number | null
  readonly quantiles: readonly { readonly share: number; readonly value: number }[] | null
  /** `edges` is one longer than `weighted`; the first and the last bin hold what lies beyond too. */
  readonly histogram: { readonly edges: readonly number[]; readonly weighted: readonly number[] } | null
  /** Of conditions, categories and codes. */
  readonly counts: readonly { readonly value: string; readonly weighted: number }[] | null
}

/** Rows of a column that are summarised together. */
export interface SummaryRows {
  /** Finite. */
  readonly values: Float64Array
  /** 0 or more. */
  readonly weights: Float64Array
}

const nothing = {
  ...{ total: null, mean: null, shareZero: null, minimum: null, maximum: null },
  ...{ quantiles: null, histogram: null, counts: null },
}

/** `edges` are those of the histogram. */
export function summariseAmounts(rows: SummaryRows, edges: readonly number[]): Summary {
  const { values, weights } = rows
  const sums = sumUp(rows)
  if (!(sums.weighted > 0)) return { ...sums.counted, ...nothing }
  const order = sortedOrder(values)
  const points = weightedQuantiles(values, weights, order, quantilePoints)
  const weighted = new Array<number>(edges.length - 1).fill(0)
  for (let row = 0; row < values.length; row++) weighted[binOf(values[row]!, edges)]! += weights[row]!
  return {
    ...nothing,
    ...sums.counted,
    ...sums.means,
    minimum: values[order[0]!]!,
    maximum: values[order.at(-1)!]!,
    quantiles: quantilePoints.map((share, i) => ({ share, value: points[i]! })),
    histogram: { edges, weighted },
  }
}

/** Values that are places in `names`; conditions have a mean as well, which is the share of those that hold. */
export function summariseNames(rows: SummaryRows, names: readonly string[], isCondition: boolean): Summary {
  const { values, weights } = rows
  const sums = sumUp(rows)
  if (!(sums.weighted > 0)) return { ...sums.counted, ...nothing }
  const counts = names.map(value => ({ value, weighted: 0 }))
  for (let row = 0; row < values.length; row++) counts[values[row]!]!.weighted += weights[row]!
  return { ...nothing, ...sums.counted, ...(isCondition && sums.means), counts }
}

function sumUp({ values, weights }: SummaryRows) {
  let [weighted, total, zero] = [0, 0, 0]
  for (let row = 0; row < values.length; row++) {
    const [value, weight] = [values[row]!, weights[row]!]
    weighted += weight
    total += weight * value
    if (value === 0) zero += weight
  }
  return {
    weighted,
    counted: { records: values.length, weighted },
    means: { total, mean: total / weighted, shareZero: zero / weighted },
  }
}
