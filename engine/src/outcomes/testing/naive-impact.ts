/**
 * Every outcome a second time, from the definitions and nothing else: whole arrays sorted, sums in plain loops, pairs
 * compared with pairs. Shares no code with what it checks. For tests only.
 */
export interface NaiveUnit {
  readonly before: number
  readonly after: number
  /** Baseline of the variable that ranks. */
  readonly ranked: number
  readonly weight: number
  readonly people: number
}

export interface NaiveConvention {
  readonly equivalised: boolean
  readonly over: 'people' | 'units'
  readonly means: 'people' | 'units'
  readonly cuts: readonly number[]
  readonly straddlersGoUp: boolean
  readonly apart: readonly string[]
  readonly largerAtLossEdges: boolean
  readonly inequalityOver: 'people' | 'units'
  readonly negativesAsZero: boolean
  readonly straddlersWholeAbove: boolean
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

export function naiveProgramme(before: number[], after: number[], weights: number[]) {
  const rows = before.map((b, i) => ({ b, a: after[i]!, w: weights[i]! }))
  const weightWhere = (test: (row: { b: number; a: number }) => boolean) =>
    sum(rows.filter(test).map(row => row.w))
  return {
    baseline: sum(rows.map(row => row.w * row.b)),
    reform: sum(rows.map(row => row.w * row.a)),
    change: sum(rows.map(row => row.w * (row.a - row.b))),
    holdersBefore: weightWhere(row => row.b > 0.005),
    holdersAfter: weightWhere(row => row.a > 0.005),
    raised: weightWhere(row => row.a - row.b >= 0.005),
    lowered: weightWhere(row => row.b - row.a >= 0.005),
  }
}

/** Number of the group of each unit: −1 or 0 where set apart, else 1 and up. */
export function naiveGroups(units: readonly NaiveUnit[], convention: NaiveConvention): number[] {
  const income = units.map(unit => unit.ranked * scaleOf(unit, convention))
  const weight = units.map(unit => unit.weight * (convention.over === 'people' ? unit.people : 1))
  const total = sum(weight)
  const weightUpTo = (limit: number) => sum(weight.filter((_, i) => income[i]! <= limit))
  if (convention.straddlersGoUp)
    return income.map(value => {
      if (value < 0 && convention.apart.includes('negative')) return -1
      if (value === 0 && convention.apart.includes('zero')) return 0
      const rank = weightUpTo(value) / total
      return 1 + convention.cuts.filter(cut => rank > cut + 1e-12).length
    })
  const ascending = [...income].sort((a, b) => a - b)
  const bounds = convention.cuts.map(
    cut => ascending.find(limit => weightUpTo(limit) >= (cut - 1e-12) * total) ?? Number.NaN,
  )
  return income.map(value => {
    if (value < 0 && convention.apart.includes('negative')) return -1
    if (value === 0 && convention.apart.includes('zero')) return 0
    return 1 + bounds.filter(bound => value > bound).length
  })
}

export function naiveGroup(
  units: readonly NaiveUnit[],
  { means, largerAtLossEdges }: Pick<NaiveConvention, 'means' | 'largerAtLossEdges'>,
) {
  const weight = (unit: NaiveUnit) => unit.weight * (means === 'people' ? unit.people : 1)
  const loses = (share: number, limit: number) => (largerAtLossEdges ? share <= limit : share < limit)
  const total = sum(units.map(weight))
  const baseline = sum(units.map(unit => weight(unit) * unit.before))
  const change = sum(units.map(unit => weight(unit) * (unit.after - unit.before)))
  const relative = (unit: NaiveUnit) => (unit.after - unit.before) / Math.max(unit.before, 1)
  const people = (test: (relative: number) => boolean) =>
    sum(units.filter(unit => test(relative(unit))).map(unit => unit.weight * unit.people))
  return {
    records: units.length,
    units: sum(units.map(unit => unit.weight)),
    people: sum(units.map(unit => unit.weight * unit.people)),
    meanBaseline: total > 0 ? baseline / total : null,
    averageChange: total > 0 ? change / total : null,
    relativeChange: baseline > 0 ? change / baseline : null,
    totalBaseline: sum(units.map(unit => unit.weight * unit.before)),
    totalChange: sum(units.map(unit => unit.weight * (unit.after - unit.before))),
    bins: [
      people(r => r > 0.05),
      people(r => r > 0.001 && r <= 0.05),
      people(r => r <= 0.001 && !loses(r, -0.001)),
      people(r => loses(r, -0.001) && !loses(r, -0.05)),
      people(r => loses(r, -0.05)),
    ],
  }
}

export function naiveInequality(
  units: readonly NaiveUnit[],
  of: 'before' | 'after',
  convention: Pick<
    NaiveConvention,
    'equivalised' | 'inequalityOver' | 'negativesAsZero' | 'straddlersWholeAbove'
  >,
) {
  const people = units
    .map(unit => ({
      income: Math.max(
        convention.negativesAsZero ? 0 : Number.NEGATIVE_INFINITY,
        unit[of] * scaleOf(unit, convention),
      ),
      weight: unit.weight * (convention.inequalityOver === 'people' ? unit.people : 1),
    }))
    .sort((a, b) => a.income - b.income)
  const weight = sum(people.map(person => person.weight))
  const total = sum(people.map(person => person.weight * person.income))
  const weightOfFirst = (count: number) => sum(people.slice(0, count).map(person => person.weight))
  const share = (part: number) => {
    if (convention.straddlersWholeAbove) {
      const whole = people.filter((_, i) => weightOfFirst(i + 1) <= (part + 1e-12) * weight)
      return sum(whole.map(person => person.weight * person.income)) / total
    }
    let left = part * weight
    let income = 0
    for (const person of people) {
      const taken = Math.min(left, person.weight)
      income += taken * person.income
      left -= taken
    }
    return income / total
  }
  const quantile = (part: number) => {
    let reached = 0
    for (const person of people) {
      reached += person.weight
      if (reached >= (part - 1e-12) * weight) return person.income
    }
    return Number.NaN
  }
  const poorest = share(0.2)
  const p10 = quantile(0.1)
  const known = total > 0
  return {
    gini: known ? meanDifference(people) / (2 * weight * total) : null,
    top10Share: known ? 1 - share(0.9) : null,
    top1Share: known ? 1 - share(0.99) : null,
    bottom50Share: known ? share(0.5) : null,
    s80s20: known && poorest > 0 ? (1 - share(0.8)) / poorest : null,
    p90p10: p10 > 0 ? quantile(0.9) / p10 : null,
  }
}

/** Σ over all pairs of weight × weight × distance. */
function meanDifference(people: readonly { income: number; weight: number }[]): number {
  let total = 0
  for (const one of people)
    for (const other of people) total += one.weight * other.weight * Math.abs(one.income - other.income)
  return total
}

const scaleOf = (unit: NaiveUnit, convention: Pick<NaiveConvention, 'equivalised'>) =>
  convention.equivalised ? 1 / Math.sqrt(Math.max(1, unit.people)) : 1
