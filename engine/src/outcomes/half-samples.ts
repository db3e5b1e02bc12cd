/**
 * Sums kept in halves, so that one run of a sample also tells how far its numbers may be off.
 *
 * A tile is a stratum of neighbouring households. Its records go by turns to two half-samples, each as good a draw of that
 * neighbourhood as the other: the variance of a total is the sum over strata of their squared difference.
 */
export const halves = 2

export interface Sampled {
  readonly total: number
  /** Of each stratum: what the first half has more than the second. */
  readonly differences: Float64Array
}

export class HalfSums {
  private readonly strata: number
  private readonly totals: Float64Array
  /** `[number][stratum]`: each number's are read together. */
  private readonly differences: Float64Array

  /** `partials` is `[stratum][number][half]`, with `width` numbers. */
  constructor(partials: Float64Array, width: number) {
    const strata = partials.length / (width * halves)
    this.strata = strata
    this.totals = new Float64Array(width)
    this.differences = new Float64Array(width * strata)
    let at = 0
    for (let stratum = 0; stratum < strata; stratum++)
      for (let number = 0; number < width; number++) {
        const first = partials[at++]!
        const second = partials[at++]!
        this.totals[number] = this.totals[number]! + (first + second)
        this.differences[number * strata + stratum] = first - second
      }
  }

  of(number: number): Sampled {
    const from = number * this.strata
    return {
      total: this.totals[number]!,
      differences: this.differences.subarray(from, from + this.strata),
    }
  }

  all(): Sampled[] {
    return Array.from(this.totals, (_, number) => this.of(number))
  }
}

export const ratioOf = (above: Sampled, below: Sampled) =>
  below.total > 0 ? above.total / below.total : null

export const differenceOf = (before: Sampled, after: Sampled): Sampled => ({
  total: after.total - before.total,
  differences: after.differences.map((own, stratum) => own - before.differences[stratum]!),
})

export function sumSampled(all: readonly Sampled[]): Sampled {
  const sums = new Float64Array(all[0]?.differences.length ?? 0)
  let total = 0
  for (const one of all) {
    total += one.total
    for (let stratum = 0; stratum < sums.length; stratum++)
      sums[stratum] = sums[stratum]! + one.differences[stratum]!
  }
  return { total, differences: sums }
}
