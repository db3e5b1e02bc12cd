/**
 * What a law reports about a population: its programmes and conventions, read from its `outcomes.yaml`.
 *
 * The engine knows no programme by name; everything it sums comes from this table.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { ReformlabError } from '../errors/index.ts'
import type { Convention } from './convention.ts'

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
  return [...new Set([...table.programmes.map(p => p.variable), convention.income, convention.rankedBy])]
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
    apart: reader.apart(row.apart),
    negativeIncomes: reader.oneOf(row, 'negative_incomes', ['kept', 'zero']),
  }
}

class TableReader {
  private readonly name: string

  constructor(name: string) {
    this.name = name
  }

  fail(problem: string): never {
    throw new ReformlabError('E_OUTCOME_TABLE', { file: this.name, problem })
  }

  yaml(text: string): unknown {
    try {
      return parse(text)
    } catch (error) {
      return this.fail(String((error as Error).message).split('\n')[0]!)
    }
  }

  map(value: unknown, what: string): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
    return this.fail(`${what} is not a map`)
  }

  text(row: Record<string, unknown>, key: string): string {
    const value = row[key]
    return typeof value === 'string' ? value : this.fail(`${key} is missing in ${JSON.stringify(row)}`)
  }

  oneOf<T extends string>(row: Record<string, unknown>, key: string, allowed: readonly T[]): T {
    const found = allowed.find(value => value === row[key])
    return found ?? this.fail(`${key} is one of ${allowed.join(', ')}, not ${JSON.stringify(row[key])}`)
  }

  cuts(value: unknown): number[] {
    const ascending = Array.isArray(value) && value.every((cut, i) => cut > (i ? value[i - 1] : 0) && cut < 1)
    return ascending ? value : this.fail('cuts must be shares that ascend between 0 and 1')
  }

  apart(value: unknown): ('negative' | 'zero')[] {
    const signs = Array.isArray(value) && value.every(sign => sign === 'negative' || sign === 'zero')
    return signs ? value : this.fail('apart is a list of negative, zero')
  }
}
