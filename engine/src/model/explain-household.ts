/**
 * The lines of a calculation: each variable with its value and legal reference, below it what it was computed from. Lines
 * that are zero before and after are counted and not shown; what was shown above is not opened again.
 */
import { type ArrangedSituation, relationName, roleInput } from '../direct/index.ts'
import type { CatalogueVariable } from './catalogue.ts'
import type { HouseholdValue, HouseholdValues } from './household-values.ts'
import type { CompiledModel } from './model.ts'
import { VariableGraph } from './variable-graph.ts'

export interface ExplanationLine {
  /** 0 for what was asked. */
  readonly depth: number
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly reference: string
  readonly entity: string
  readonly record: string
  /** A parameter stands below the variables that read it, and only where the reform changes it. */
  readonly kind: 'variable' | 'input' | 'parameter'
  readonly baseline: HouseholdValue
  readonly reform?: HouseholdValue
  /** Its own lines stand further up. */
  readonly shownAbove: boolean
  /** Lines below it that are zero and not shown. */
  readonly zeroLines: number
}

/**
 * The lines of `asked`. With `opensZeros` also those below something asked that is zero.
 *
 * models  that of the reform and, where its formulas are others, that of the baseline
 */
export function explainHousehold(
  models: readonly CompiledModel[],
  situation: ArrangedSituation,
  asked: readonly CatalogueVariable[],
  baseline: HouseholdValues,
  reform: HouseholdValues | undefined,
  opensZeros: boolean,
): ExplanationLine[] {
  const [{ catalogue, law }] = models as [CompiledModel]
  const graphs = models.map(({ program }) => new VariableGraph(program))
  const lines: ExplanationLine[] = []
  const shown = new Set<string>()
  const values = new Map<string, Before>()
  for (const variable of asked)
    situation.entities.get(variable.entity)!.names.forEach((_, row) => {
      open(variable, row, 0)
    })
  return lines

  function open(variable: CatalogueVariable, row: number, depth: number): void {
    const { name, label, unit, reference, entity, kind } = variable
    const key = `${name} ${row}`
    const shownAbove = shown.has(key)
    shown.add(key)
    const closed = shownAbove || (!opensZeros && isZero(variable, row))
    const below = closed ? [] : sourcesOf(variable, row)
    const telling = below.filter(source => !isZero(source.variable, source.row))
    const record = situation.entities.get(entity)!.names[row]!
    const { before, after } = valuesOf(variable)
    lines.push({
      ...{ depth, name, label, unit, reference, entity, record, kind, baseline: before[row]! },
      ...(after && { reform: after[row]! }),
      ...{ shownAbove: shownAbove && hasSources(name), zeroLines: below.length - telling.length },
    })
    if (!closed) for (const path of readBy(name, 'parameters')) openParameter(path, depth + 1)
    for (const source of telling)
      if (!isRepeatedFact(source.variable, source.row)) open(source.variable, source.row, depth + 1)
  }

  function openParameter(path: string, depth: number): void {
    const [before, after] = [baseline.parameter(path), reform?.parameter(path)]
    if (after === undefined || after === before) return
    const { file } = law.leaves[law.position(path)]!
    const { label, unit, reference } = file
    const about = {
      depth,
      name: path,
      label,
      unit,
      reference,
      entity: '',
      record: '',
      kind: 'parameter',
    } as const
    lines.push({ ...about, baseline: before, reform: after, shownAbove: false, zeroLines: 0 })
  }

  /** Ages, conditions and categories are told once. */
  function isRepeatedFact({ name, type, unit }: CatalogueVariable, row: number): boolean {
    return shown.has(`${name} ${row}`) && (type !== 'number' || unit === 'year')
  }

  function hasSources(name: string): boolean {
    return readBy(name, 'variables').length > 0
  }

  /** What one of the models computes `name` from. */
  function readBy(name: string, kind: 'variables' | 'parameters'): string[] {
    return [...new Set(graphs.flatMap(graph => graph.sources(name)[kind]))]
  }

  function sourcesOf({ name, entity }: CatalogueVariable, row: number) {
    return readBy(name, 'variables').flatMap(source => {
      const variable = catalogue.variables.get(source)!
      if ([...catalogue.entities.keys()].some(group => source === roleInput(group))) return []
      return relatedRows(entity, row, variable.entity).map(related => ({ variable, row: related }))
    })
  }

  /** Rows of `to` that belong to, or hold, one record of `from`. */
  function relatedRows(from: string, row: number, to: string): number[] {
    if (from === to) return [row]
    const up = situation.relations.get(relationName(from, to))
    if (up) return [up[row]!]
    const down = situation.relations.get(relationName(to, from))!
    return [...down.keys()].filter(member => down[member] === row)
  }

  function isZero(variable: CatalogueVariable, row: number): boolean {
    const { before, after } = valuesOf(variable)
    return !isTelling(before[row]!) && !(after && isTelling(after[row]!))
  }

  function valuesOf(variable: CatalogueVariable): Before {
    let known = values.get(variable.name)
    if (!known) {
      known = { before: baseline.values(variable), ...(reform && { after: reform.values(variable) }) }
      values.set(variable.name, known)
    }
    return known
  }
}

interface Before {
  readonly before: readonly HouseholdValue[]
  readonly after?: readonly HouseholdValue[]
}

/** Categories always tell something; numbers and conditions do when they are not 0 or false. */
const isTelling = (value: HouseholdValue) => typeof value === 'string' || Number(value) !== 0
