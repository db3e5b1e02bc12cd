/** Numbers before and after with their standard errors, from sums in half-samples. */
import { type Change, differenceOf, ratioOf, type Sampled, standardError } from '../../../outcomes/index.ts'
import type { Share } from './work-incentives.ts'

export interface Ratio {
  readonly above: Sampled
  readonly below: Sampled
}

export function ratioChange(before: Ratio, after: Ratio): Change {
  return changeOf(linearised(before), linearised(after))
}

export function totalChange(before: Sampled, after: Sampled): Change {
  return changeOf(before, after)
}

export function shareOf(ratio: Ratio): Share {
  const share = linearised(ratio)
  return { share: share?.total ?? null, standardError: errorOf(share) }
}

/** The same records make both, so that the error of their difference is that of one number. */
function changeOf(before: Sampled | null, after: Sampled | null): Change {
  const change = before && after && differenceOf(before, after)
  return {
    ...compared(before?.total ?? null, after?.total ?? null),
    standardError: { baseline: errorOf(before), reform: errorOf(after), change: errorOf(change) },
  }
}

export function compared(baseline: number | null, reform: number | null): Omit<Change, 'standardError'> {
  return { baseline, reform, change: baseline === null || reform === null ? null : reform - baseline }
}

/** The ratio, and what each stratum adds to it to first order; null where there is nothing below the line. */
function linearised({ above, below }: Ratio): Sampled | null {
  const total = ratioOf(above, below)
  if (total === null) return null
  return {
    total,
    differences: above.differences.map((own, i) => (own - total * below.differences[i]!) / below.total),
  }
}

const errorOf = (sampled: Sampled | null) => sampled && standardError(sampled)
