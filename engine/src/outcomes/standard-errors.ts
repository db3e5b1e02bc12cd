/** Standard deviations of outcomes over samples like the one at hand, from half-samples: docs/standard-errors.md. */
import type { Sampled } from './half-samples.ts'

/** Fewer strata tell nothing. */
const leastStrata = 8

/** Of a total. Null for too few strata. */
export const standardError = ({ differences }: Sampled) => rootOfSquares(differences)

/** Of `above` ÷ `below`, to first order; null where `below` is not above zero. */
export function ratioError(above: Sampled, below: Sampled): number | null {
  if (!(below.total > 0)) return null
  const ratio = above.total / below.total
  const residuals = new Float64Array(above.differences.length)
  for (let stratum = 0; stratum < residuals.length; stratum++)
    residuals[stratum] = above.differences[stratum]! - ratio * below.differences[stratum]!
  const root = rootOfSquares(residuals)
  return root === null ? null : root / below.total
}

/** Of a number that moves by these when a stratum's second half stands for its first one too. Null where one is not a number. */
export function replacementError(moves: Float64Array): number | null {
  const error = rootOfSquares(moves)
  return error === null || Number.isNaN(error) ? null : error
}

function rootOfSquares(values: Float64Array): number | null {
  if (values.length < leastStrata) return null
  let squares = 0
  for (let i = 0; i < values.length; i++) squares += values[i]! * values[i]!
  return Math.sqrt(squares)
}
