/**
 * What a law reports about a population: its programmes and conventions, read from its `outcomes.yaml`.
 *
 * The engine knows no programme by name; everything it sums comes from this table.
 */
import { readFileSync } from 'node:fs'
import { ReformlabError } from '../errors/index.ts'
import type { Convention } from './convention.ts'
import { type PovertyTable, povertyVariables, readPoverty } from './poverty-table.ts'
import { TableReader } from './table-reader.ts'

export type ProgrammeKind = 'tax' | 'benefit'

export interface Programme {
  /** Variable of the law whose weighted total this is; also the programme's name. */
  readonly variable: string
  readonly label: string
  readonly kind: ProgrammeKind
  readonly entity: string
  readonly government: string
  /** The programme it is part of; null when it enters the budget itself. */
  readonly partOf: string | null
}

export interface OutcomeTable {
  readonly currency: string
  /** The entity whose records are people. */
  readonly people: string
  readonly programmes: readonly Programme[]
  readonly conventions: ReadonlyMap<string, Convention>
  readonly poverty: PovertyTable | null
  /** Variable of how many real units a record stands for, of a country package; null: each for one, or the dataset says. */
  readonly weights: string | null
  /** Variables of a country package that are of a month: a year's amount is their sum. */
  readonly monthly: readonly string[]
  /** Variables of a country package that are taken with the other sign. */
  readonly negative: readonly string[]
}

/** The table in the file at `file`. Throws `E_OUTCOME_TABLE`. */
export function readOutcomeTable(file: URL): OutcomeTable {
  return parseOutcomeTable(readFileSync(file, 'utf8'), file.pathname.split('/').slice(-2).join('/'))
}

/** The table that `text` holds; `name` is for errors. Throws `E_OUTCOME_TABLE`. */
export function parseOutcomeTable(text: string, name: string): OutcomeTable {
  const reader = new TableReader(name)
  const root = reader.map(reader.yaml(text), 'the file')
  const entity = reader.text(root, 'entity')
  const programmes = readProgrammes(reader, root.programmes, entity)
  const conventions = new Map(
    Object.entries(reader.map(root.conventions, 'conventions')).map(([key, value]) => [
      key,
      readConvention(reader, key, reader.map(value, key)),
    ]),
  )
  if (!conventions.has('default')) reader.fail('there is no convention called default')
  return {
    currency: reader.text(root, 'currency'),
    people: reader.text(root, 'people'),
    programmes,
    conventions,
    poverty: readPoverty(reader, root.poverty),
    weights: root.weights === undefined ? null : reader.text(root, 'weights'),
    monthly: reader.texts(root.monthly ?? [], 'monthly'),
    negative: reader.texts(root.negative ?? [], 'negative'),
  }
}

/** Throws `E_CONVENTION_UNKNOWN`. */
export function conventionNamed(table: OutcomeTable, name: string): Convention {
  const found = table.conventions.get(name)
  if (found) return found
  throw new ReformlabError('E_CONVENTION_UNKNOWN', { name, known: [...table.conventions.keys()].join(', ') })
}

/** Every variable that a run under `convention` computes. */
export function variablesOf(table: OutcomeTable, convention: Convention): string[] {
  const { income, rankedBy } = convention
  const programmes = table.programmes.map(p => p.variable)
  return [...new Set([...programmes, income, rankedBy, ...povertyVariables(table.poverty)])]
}

function readProgrammes(reader: TableReader, value: unknown, entity: string): Programme[] {
  if (!Array.isArray(value)) return reader.fail('programmes is not a list')
  const known = new Map<string, Programme>()
  for (const item of value) {
    const row = reader.map(item, 'a programme')
    const variable = reader.text(row, 'variable')
    if (known.has(variable)) reader.fail(`${variable} stands twice`)
    const partOf = row.part_of === undefined ? null : reader.text(row, 'part_of')
    const whole = partOf === null ? undefined : known.get(partOf)
    if (partOf !== null && !whole)
      reader.fail(`${variable} is part of ${partOf}, which does not stand above it`)
    known.set(variable, {
      variable,
      label: reader.text(row, 'label'),
      kind: reader.oneOf(row, 'kind', ['tax', 'benefit']),
      entity: row.entity === undefined ? entity : reader.text(row, 'entity'),
      government: whole ? whole.government : reader.text(row, 'government'),
      partOf,
    })
  }
  return [...known.values()]
}

function readConvention(reader: TableReader, name: string, row: Record<string, unknown>): Convention {
  return {
    name,
    label: reader.text(row, 'label'),
    entity: reader.text(row, 'entity'),
    income: reader.text(row, 'income'),
    rankedBy: reader.text(row, 'ranked_by'),
    equivalenceScale: reader.oneOf(row, 'equivalence_scale', ['none', 'square_root']),
    groupWeights: reader.oneOf(row, 'group_weights', ['people', 'units']),
    means: reader.oneOf(row, 'means', ['people', 'units']),
    cuts: reader.cuts(row.cuts),
    groupStraddlers: reader.oneOf(row, 'group_straddlers', ['lower', 'upper']),
    apart: reader.apart(row.apart),
    overall: reader.oneOf(row, 'overall', ['everybody', 'ranked']),
    lossEdges: reader.oneOf(row, 'loss_edges', ['smaller', 'larger']),
    inequalityWeights: reader.oneOf(row, 'inequality_weights', ['people', 'units']),
    negativeIncomes: reader.oneOf(row, 'negative_incomes', ['kept', 'zero']),
    shareStraddlers: reader.oneOf(row, 'share_straddlers', ['split', 'upper']),
  }
}
