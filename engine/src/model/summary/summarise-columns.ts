/** Columns of a population as their summaries, everybody's and by group. */
import type { EntityName } from '../../datasets/index.ts'
import { sortedOrder } from '../../outcomes/sorted-order.ts'
import { weightedQuantiles } from '../../outcomes/weighted-quantiles.ts'
import { variableNamed } from '../calculate-household.ts'
import type { CatalogueVariable } from '../catalogue.ts'
import type { CompiledModel } from '../model.ts'
import type { CompiledPopulation } from '../open-population.ts'
import { ColumnReader } from './column-reader.ts'
import { columnOf, type DatasetColumn, entityOf } from './dataset-columns.ts'
import { codesOf, type Grouping, namesOf, planGrouping } from './groupings.ts'
import { roundEdges } from './round-edges.ts'
import { type Summary, type SummaryRows, summariseAmounts, summariseNames } from './summarise.ts'

export interface SummaryOptions {
  /** One of `groupingsFor` the entity of each column. */
  readonly by?: string
  /** Each record counts once, whatever it stands for. */
  readonly unweighted?: boolean
  /** Only records whose value is not 0. */
  readonly nonZero?: boolean
}

export interface ColumnSummary extends DatasetColumn {
  readonly overall: Summary
  readonly groups?: readonly (Summary & { readonly group: string })[]
}

/** Quantiles between which a histogram has its bins. */
const ENDS = [0.01, 0.99] as const

/**
 * The columns `names`, inputs or variables under the law as it stands. Histograms of groups have the bins of everybody's.
 *
 * throws  E_VARIABLE_UNKNOWN, E_SUMMARY_GROUP
 */
export async function summariseColumns(
  model: CompiledModel,
  population: CompiledPopulation,
  names: readonly string[],
  { by, unweighted = false, nonZero = false }: SummaryOptions = {},
): Promise<readonly ColumnSummary[]> {
  const wanted = names.map(name => variableNamed(model, name))
  const plan = by === undefined ? undefined : planGrouping(model, population.dataset.card, by)
  const reader = await ColumnReader.open(model, population, [...wanted, ...(plan?.reads ?? [])])
  const groupings = new Map<EntityName, Grouping>()
  if (plan)
    for (const entity of new Set(wanted.map(entityOf))) groupings.set(entity, plan.cut(reader, entity))
  return wanted.map(variable => {
    const all = reader.values(variable)
    const own = population.dataset.weight[entityOf(variable)]
    const kept = nonZero ? rowsWhere(all, value => value !== 0) : undefined
    const rows = pick({ values: all, weights: unweighted ? own.map(() => 1) : own }, kept)
    const summarise = summariserOf(model, population, variable, rows)
    const grouping = groupings.get(entityOf(variable))
    return {
      ...columnOf(model, variable),
      overall: summarise(rows),
      ...(grouping && {
        groups: apart(rows, grouping, kept).map(({ group, ...members }) => ({
          group,
          ...summarise(members),
        })),
      }),
    }
  })
}

/** How each group of the rows is summarised. */
function summariserOf(
  model: CompiledModel,
  { dataset: { card } }: CompiledPopulation,
  variable: CatalogueVariable,
  rows: SummaryRows,
): (rows: SummaryRows) => Summary {
  const isCode = codesOf(card, variable)
  const names = card.bands?.[variable.name] ? undefined : namesOf(model, card, variable)
  if (names) {
    const isCondition = variable.type === 'bool'
    if (!isCode) return members => summariseNames(members, names, isCondition)
    return ({ values, weights }) => {
      const named = pick(
        { values: values.map(isCode), weights },
        rowsWhere(values, code => isCode(code) >= 0),
      )
      return summariseNames(named, names, isCondition)
    }
  }
  const { values, weights } = rows
  const hasWeight = weights.some(weight => weight > 0)
  const [from, to] = hasWeight ? weightedQuantiles(values, weights, sortedOrder(values), ENDS) : [0, 0]
  const edges = roundEdges(from!, to!, variable.type === 'integer')
  return members => summariseAmounts(members, edges)
}

/** The rows of each group; those of no group are left out. */
function apart(rows: SummaryRows, { names, slots }: Grouping, kept: Uint32Array | undefined) {
  const members = names.map((): number[] => [])
  for (let row = 0; row < rows.values.length; row++) members[slots[kept ? kept[row]! : row]!]?.push(row)
  return names.map((group, slot) => ({ group, ...pick(rows, Uint32Array.from(members[slot]!)) }))
}

function rowsWhere(values: Float64Array, isKept: (value: number) => boolean): Uint32Array {
  return Uint32Array.from(values.keys()).filter(row => isKept(values[row]!))
}

function pick({ values, weights }: SummaryRows, kept: Uint32Array | undefined): SummaryRows {
  if (!kept) return { values, weights }
  const gather = (column: Float64Array) => Float64Array.from(kept, row => column[row]!)
  return { values: gather(values), weights: gather(weights) }
}
