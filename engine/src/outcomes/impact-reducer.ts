/**
 * The impact of a reform, reduced inside the workers: programmes and group incomes tile by tile, then the ranking
 * behind inequality in tasks. What leaves the workers is a few hundred numbers.
 */
import type { ReducerData, ReducerDefinition, TileReducer } from '../run/tile-reducer.ts'
import type { BucketMap } from './bucket-map.ts'
import { unitColumns, weightColumn } from './given-columns.ts'
import { chunkCount, IncomeRanking, type RankingArrays, rangeCount, rangeNumbers } from './income-ranking.ts'
import { LorenzCurve } from './lorenz-curve.ts'
import { type IncomeColumns, incomeTally, tallyIncomes } from './tally-incomes.ts'
import {
  type AmountColumns,
  programmeTallier,
  programmeTally,
  type TallyProgramme,
} from './tally-programme.ts'

export interface ImpactSpec {
  readonly programmes: readonly { readonly variable: string; readonly entity: string }[]
  /** Whose income is compared, and the variable that is their income. */
  readonly entity: string
  readonly income: string
  readonly groupCount: number
  /** Incomes below this are ranked as this: 0, or −Infinity to keep negative ones. */
  readonly floor: number
  /** Weight of each unit's people, in the order the baseline ranks them. */
  readonly rankedWeights: Float64Array
  readonly buckets: BucketMap
}

export interface InequalityNumbers {
  readonly gini: number | null
  readonly top10Share: number | null
  readonly top1Share: number | null
  readonly bottom50Share: number | null
  readonly s80s20: number | null
  readonly p90p10: number | null
}

export interface ImpactTallies {
  /** `[programme][programmeTally]`. */
  readonly programmes: Float64Array
  /** `[group][incomeTally]`. */
  readonly groups: Float64Array
  readonly inequality: InequalityNumbers
}

const phase = { count: 0, place: 1, scatter: 2, sort: 3 } as const

export const impactReducer: ReducerDefinition<ImpactSpec, ImpactTallies> = {
  name: 'impact',

  plan(spec, population) {
    const { count } = population.size(spec.entity)
    return {
      variables: [...new Set([...spec.programmes.map(p => p.variable), spec.income])],
      partials: partialsOf(spec),
      arrays: {
        incomes: count,
        buckets: Math.ceil(count / 2),
        places: Math.ceil((chunkCount * spec.buckets.bucketCount) / 2),
        sorted_incomes: count,
        sorted_weights: count,
        ranges: rangeCount * rangeNumbers.length,
      },
      phases: [chunkCount, 1, chunkCount, rangeCount],
    }
  },

  create: (spec, data) => new ImpactTiles(spec, data),

  combine(spec, data) {
    const sums = new Float64Array(partialsOf(spec))
    for (let tile = 0; tile < data.tileCount; tile++)
      for (let k = 0; k < sums.length; k++) sums[k] = sums[k]! + data.partials[tile * sums.length + k]!
    const incomesAt = spec.programmes.length * programmeTally.length
    return {
      programmes: sums.slice(0, incomesAt),
      groups: sums.slice(incomesAt),
      inequality: inequalityOf(new LorenzCurve(rankingArrays(spec, data))),
    }
  },
}

interface ProgrammeColumns extends AmountColumns {
  readonly entity: string
}

class ImpactTiles implements TileReducer {
  private readonly spec: ImpactSpec
  private readonly data: ReducerData
  private readonly ranking: IncomeRanking
  private readonly incomes: Float64Array
  private readonly tallyProgramme: TallyProgramme
  private programmes: readonly ProgrammeColumns[] = []
  private units!: IncomeColumns

  constructor(spec: ImpactSpec, data: ReducerData) {
    this.spec = spec
    this.data = data
    this.ranking = new IncomeRanking(spec.buckets, rankingArrays(spec, data))
    this.incomes = data.array('incomes')
    this.tallyProgramme = programmeTallier(data.memory)
  }

  begin(): void {
    const { spec, data } = this
    this.programmes = spec.programmes.map(({ variable, entity }) => ({
      entity,
      before: data.baseline(variable),
      after: data.column(variable),
      weights: data.column(weightColumn(entity)),
    }))
    this.units = {
      before: data.baseline(spec.income),
      after: data.column(spec.income),
      weights: data.column(weightColumn(spec.entity)),
      people: data.column(unitColumns.people),
      slots: data.column(unitColumns.slots),
      scale: data.column(unitColumns.scale),
      ranks: data.column(unitColumns.ranks),
    }
  }

  tile(tile: number): void {
    const { spec, data } = this
    let at = tile * partialsOf(spec)
    for (const columns of this.programmes) {
      const { start, end } = data.rows(columns.entity, tile)
      this.tallyProgramme(columns, start, end, data.partials, at)
      at += programmeTally.length
    }
    const { start, end } = data.rows(spec.entity, tile)
    tallyIncomes(this.units, start, end, data.partials, at, spec.groupCount, this.incomes, spec.floor)
  }

  phase(step: number, task: number): void {
    if (step === phase.count) this.ranking.count(task)
    else if (step === phase.place) this.ranking.place()
    else if (step === phase.scatter) this.ranking.scatter(task)
    else this.ranking.sort(task)
  }
}

function rankingArrays(spec: ImpactSpec, data: ReducerData): RankingArrays {
  return {
    incomes: data.array('incomes'),
    weights: spec.rankedWeights,
    buckets: integers(data.array('buckets')),
    places: integers(data.array('places')),
    sortedIncomes: data.array('sorted_incomes'),
    sortedWeights: data.array('sorted_weights'),
    ranges: data.array('ranges'),
  }
}

const integers = (array: Float64Array) => new Int32Array(array.buffer, array.byteOffset, array.length * 2)

const partialsOf = (spec: ImpactSpec) =>
  spec.programmes.length * programmeTally.length + spec.groupCount * incomeTally.length

function inequalityOf(curve: LorenzCurve): InequalityNumbers {
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
