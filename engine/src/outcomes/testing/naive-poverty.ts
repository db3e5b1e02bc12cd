/** Poverty a second time, household by household and from the definitions alone. For tests only. */
export interface NaiveHousehold {
  readonly resources: number
  /** The threshold, or the equivalence scale of a line that is a share of the median. */
  readonly need: number
  /** People that the household stands for: all, or those of a group. */
  readonly people: number
  readonly ofGroup: number
}

/** The smallest equivalised amount at or below which half of all people are. */
export function naiveMedian(households: readonly NaiveHousehold[]): number {
  const amount = (household: NaiveHousehold) => household.resources / household.need
  const all = households.reduce((sum, { people }) => sum + people, 0)
  const upTo = (limit: number) =>
    households.filter(one => amount(one) <= limit).reduce((sum, { people }) => sum + people, 0)
  const ascending = households.map(amount).sort((a, b) => a - b)
  return ascending.find(limit => upTo(limit) >= all * (0.5 - 1e-12))!
}

export function naivePoverty(households: readonly NaiveHousehold[], line: number) {
  let [people, poor, deep, gap, squaredGap] = [0, 0, 0, 0, 0]
  for (const { resources, need, ofGroup } of households) {
    const threshold = line * need
    const has = Math.max(0, resources)
    const lacking = has < threshold ? 1 - has / threshold : 0
    people += ofGroup
    if (has < threshold) poor += ofGroup
    if (lacking > 0.5) deep += ofGroup
    gap += ofGroup * lacking
    squaredGap += ofGroup * lacking ** 2
  }
  const share = (sum: number) => (people > 0 ? sum / people : null)
  return {
    ...{ people, poor },
    rate: share(poor),
    deepRate: share(deep),
    gap: share(gap),
    squaredGap: share(squaredGap),
  }
}
