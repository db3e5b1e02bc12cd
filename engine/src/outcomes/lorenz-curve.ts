/**
 * The Lorenz curve of a ranked population: what share of all income the poorest share of people has, and what follows
 * from it. Between two records the curve is straight, so equal incomes may stand in any order.
 */
import type { Convention } from './convention.ts'
import { type RankingArrays, rangeCount, rangeNumbers } from './income-ranking.ts'
import { weightSlack } from './weighted-quantiles.ts'

type Sorted = Pick<RankingArrays, 'sortedIncomes' | 'sortedWeights' | 'ranges'>

export class LorenzCurve {
  private readonly sorted: Sorted
  private readonly straddlers: Convention['shareStraddlers']
  private readonly weight: number
  private readonly income: number
  private readonly area: number

  /** `sorted` must stay as it is while the curve is asked. */
  constructor(sorted: Sorted, straddlers: Convention['shareStraddlers']) {
    this.sorted = sorted
    this.straddlers = straddlers
    let weight = 0
    let income = 0
    let area = 0
    for (let range = 0; range < rangeCount; range++) {
      const own = this.range(range)
      area += own.area + 2 * income * own.weight
      weight += own.weight
      income += own.income
    }
    this.weight = weight
    this.income = income
    this.area = area
  }

  /** Gini coefficient; null where all income together is not above zero. */
  gini(): number | null {
    return this.income > 0 ? Math.max(0, 1 - this.area / (this.weight * this.income)) : null
  }

  /** Share of all income that the poorest `share` of people has; null where all income together is not above zero. */
  shareOfPoorest(share: number): number | null {
    if (!(this.income > 0)) return null
    return (this.straddlers === 'split' ? this.incomeUpTo(share) : this.incomeWithin(share)) / this.income
  }

  /** The smallest income at or below which `share` of people lie. */
  quantile(share: number): number {
    return this.sorted.sortedIncomes[this.find((share - weightSlack) * this.weight).place]!
  }

  private incomeUpTo(share: number): number {
    const { income, place, weight } = this.find(share * this.weight)
    return income + (this.sorted.sortedIncomes[place] ?? 0) * (share * this.weight - weight)
  }

  /** Income of records that lie in the poorest `share` whole. */
  private incomeWithin(share: number): number {
    const { sortedIncomes, sortedWeights } = this.sorted
    const limit = (share + weightSlack) * this.weight
    const { income, place, weight } = this.find(limit)
    const fits = weight + (sortedWeights[place] ?? 0) <= limit
    return fits ? income + (sortedWeights[place] ?? 0) * (sortedIncomes[place] ?? 0) : income
  }

  /** The record at which the cumulated weight reaches `target`, and weight and income before it. */
  private find(target: number): { place: number; weight: number; income: number } {
    const { sortedIncomes, sortedWeights } = this.sorted
    let weight = 0
    let income = 0
    let range = 0
    for (; range < rangeCount - 1; range++) {
      const own = this.range(range)
      if (weight + own.weight >= target) break
      weight += own.weight
      income += own.income
    }
    let { start: place } = this.range(range)
    while (place < sortedIncomes.length - 1 && weight + sortedWeights[place]! < target) {
      weight += sortedWeights[place]!
      income += sortedWeights[place]! * sortedIncomes[place]!
      place++
    }
    return { place, weight, income }
  }

  private range(range: number) {
    const at = range * rangeNumbers.length
    const { ranges } = this.sorted
    return {
      start: ranges[at + rangeNumbers.start]!,
      weight: ranges[at + rangeNumbers.weight]!,
      income: ranges[at + rangeNumbers.income]!,
      area: ranges[at + rangeNumbers.area]!,
    }
  }
}
