import type { LorenzCurve } from './lorenz-curve.ts'

/** Null where a measure has no value. */
export interface InequalityNumbers {
  readonly gini: number | null
  readonly top10Share: number | null
  readonly top1Share: number | null
  readonly bottom50Share: number | null
  readonly s80s20: number | null
  readonly p90p10: number | null
}

export function inequalityOf(curve: LorenzCurve): InequalityNumbers {
  const above = (share: number) => {
    const below = curve.shareOfPoorest(share)
    return below === null ? null : 1 - below
  }
  return {
    gini: curve.gini(),
    top10Share: above(0.9),
    top1Share: above(0.99),
    bottom50Share: curve.shareOfPoorest(0.5),
    s80s20: ratio(above(0.8), curve.shareOfPoorest(0.2)),
    p90p10: ratio(curve.quantile(0.9), curve.quantile(0.1)),
  }
}

const ratio = (above: number | null, below: number | null) =>
  above !== null && below !== null && below > 0 ? above / below : null
