/**
 * The impact of a reform, reduced inside the workers: programmes and group incomes tile by tile, then the ranking
 * behind inequality in tasks. What leaves the workers is a few hundred numbers.
 */
import type { ReducerData, ReducerDefinition, TileReducer } from '../run/tile-reducer.ts'
import type { BucketMap } from './bucket-map.ts'
import type { Convention, Weighting } from './convention.ts'
import { unitColumns, weightColumn } from './given-columns.ts'
import { HalfSums, halves } from './half-samples.ts'
import { IncomeBins, inequalityMoves, stratumNumbers } from './income-bins.ts'
import { chunkCount, IncomeRanking, type RankingArrays, rangeCount, rangeNumbers } from './income-ranking.ts'
import { type InequalityNumbers, inequalityOf } from './inequality-numbers.ts'
import { LorenzCurve } from './lorenz-curve.ts'
import {
  type PovertySpec,
  PovertyTiles,
  povertyArrays,
  povertyNumbers,
  povertyVariablesOf,
} from './poverty-tiles.ts'
import {
  type IncomeColumns,
  type IncomeTallying,
  incomeTally,
  type LossEdges,
  tallyIncomes,
} from './tally-incomes.ts'
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
  readonly losses: LossEdges
  readonly inequalityWeights: Weighting
  readonly shareStraddlers: Convention['shareStraddlers']
  /** Weight of each unit for inequality, in the order the baseline ranks them. */
  readonly rankedWeights: Float64Array
  readonly buckets: BucketMap
  /** Null where the law reports none. */
  readonly poverty: PovertySpec | null
}

export interface ImpactTallies {
  /** `[programme][programmeTally]`, `[group][incomeTally]`, then as `povertyNumbers` says. */
  readonly sums: HalfSums
  readonly inequality: InequalityNumbers
  /** What each of them moves by when half of a stratum is replaced. */
  readonly inequalityMoves: Readonly<Record<keyof InequalityNumbers, Float64Array>>
  /** Of each relative poverty line. */
  readonly povertyMedians: readonly number[]
}

const phase = { count: 0, place: 1, scatter: 2, sort: 3 } as const

export const impactReducer: ReducerDefinition<ImpactSpec, ImpactTallies> = {
  name: 'impact',

  plan(spec, population) {
    const { count } = population.size(spec.entity)
    const { poverty } = spec
    const programmes = spec.programmes.map(p => p.variable)
    return {
      variables: [...new Set([...programmes, spec.income, ...(poverty ? povertyVariablesOf(poverty) : [])])],
      partials: partialsOf(spec),
      arrays: {
        incomes: count,
        buckets: Math.ceil(count / 2),
        places: Math.ceil((chunkCount * spec.buckets.bucketCount) / 2),
        sorted_incomes: count,
        sorted_weights: count,
        ranges: rangeCount * rangeNumbers.length,
        bins: population.tileCount * stratumNumbers,
        ...(poverty && povertyArrays(poverty, population)),
      },
      phases: [
        ownMedians(spec) + chunkCount,
        1,
        chunkCount,
        rangeCount + (ownMedians(spec) > 0 ? population.tileCount : 0),
      ],
    }
  },

  create: (spec, data) => new ImpactTiles(spec, data),

  combine: (spec, data) => ({
    sums: new HalfSums(data.partials, partialsOf(spec) / halves),
    inequality: inequalityOf(new LorenzCurve(rankingArrays(spec, data), spec.shareStraddlers)),
    inequalityMoves: inequalityMoves(data.array('bins')),
    povertyMedians: spec.poverty ? [...data.array('poverty_medians')] : [],
  }),
}

interface ProgrammeColumns extends AmountColumns {
  readonly entity: string
}

class ImpactTiles implements TileReducer {
  private readonly spec: ImpactSpec
  private readonly data: ReducerData
  private readonly ranking: IncomeRanking
  private readonly tallying: IncomeTallying
  private readonly bins: Float64Array
  private readonly tallyProgramme: TallyProgramme
  private readonly poverty: PovertyTiles | null
  /** Numbers of a tile, and where those of poverty begin among them. */
  private readonly width: number
  private readonly povertyAt: number
  private programmes: readonly ProgrammeColumns[] = []
  private units!: IncomeColumns

  constructor(spec: ImpactSpec, data: ReducerData) {
    this.spec = spec
    this.data = data
    this.ranking = new IncomeRanking(spec.buckets, rankingArrays(spec, data))
    this.tallying = { ...spec, ranked: data.array('incomes'), bins: new IncomeBins(spec.buckets) }
    this.bins = data.array('bins')
    this.tallyProgramme = programmeTallier(data.memory)
    this.poverty = spec.poverty && new PovertyTiles(spec.poverty, data)
    this.width = partialsOf(spec)
    this.povertyAt = povertyNumbersAt(spec) * halves
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
    this.poverty?.begin()
  }

  tile(tile: number): void {
    const { spec, data } = this
    const first = tile * this.width
    let at = first
    for (const columns of this.programmes) {
      const { start, end } = data.rows(columns.entity, tile)
      this.tallyProgramme(columns, start, end, data.partials, at)
      at += programmeTally.length * halves
    }
    const { start, end } = data.rows(spec.entity, tile)
    tallyIncomes(this.units, start, end, this.tallying, data.partials, at)
    this.tallying.bins.write(this.bins, tile * stratumNumbers)
    this.poverty?.tile(tile, first + this.povertyAt)
  }

  phase(step: number, task: number): void {
    const { ranking, poverty } = this
    const medians = ownMedians(this.spec)
    const tile = task - rangeCount
    if (step === phase.count)
      if (task < medians) poverty!.findMedian(task)
      else ranking.count(task - medians)
    else if (step === phase.place) ranking.place()
    else if (step === phase.scatter) ranking.scatter(task)
    else if (tile < 0) ranking.sort(task)
    else poverty!.tileAgain(tile, tile * this.width + this.povertyAt)
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
  (povertyNumbersAt(spec) + (spec.poverty ? povertyNumbers(spec.poverty) : 0)) * halves

/** Where the numbers of poverty begin among the sums. */
export const povertyNumbersAt = ({ programmes, groupCount }: ImpactSpec) =>
  programmes.length * programmeTally.length + groupCount * incomeTally.length

const ownMedians = ({ poverty }: ImpactSpec) => poverty?.ownLines.length ?? 0
