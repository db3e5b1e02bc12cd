/** Which poverty a law reports: lines, what is held against them, and the groups of people it is told for. */
import type { TableReader } from './table-reader.ts'

export interface PovertyTable {
  /** Whose people are poor together, or not. */
  readonly entity: string
  /** What the numbers leave out, in a sentence. */
  readonly note: string
  /** Beside everybody. */
  readonly groups: readonly PeopleGroup[]
  readonly lines: readonly PovertyLine[]
}

export interface PeopleGroup {
  readonly name: string
  readonly label: string
  /** Variable of the entity: how many of its people are of the group. Taken from the baseline. */
  readonly people: string
}

export interface PovertyLine {
  readonly name: string
  readonly label: string
  readonly note: string
  /** Variable of the entity that is held against the line; below zero it counts as zero. */
  readonly resources: string
  /** Variable of the entity: its threshold, or its equivalence scale where the line is a share of the median. */
  readonly need: string
  /** The line as a share of the median over people of resources ÷ need; null where the law has thresholds. */
  readonly shareOfMedian: number | null
}

/** Null where the table has none. */
export function readPoverty(reader: TableReader, value: unknown): PovertyTable | null {
  if (value === undefined) return null
  const table = reader.map(value, 'poverty')
  return {
    entity: reader.text(table, 'entity'),
    note: reader.text(table, 'note'),
    groups: reader.named(table.groups, 'a group of people', row => ({
      name: reader.text(row, 'name'),
      label: reader.text(row, 'label'),
      people: reader.text(row, 'people'),
    })),
    lines: reader.named(table.lines, 'a poverty line', row => readLine(reader, row)),
  }
}

function readLine(reader: TableReader, row: Record<string, unknown>): PovertyLine {
  const isRelative = row.share_of_median !== undefined
  if (isRelative === (row.threshold !== undefined))
    reader.fail(`a poverty line has either a threshold or a share_of_median: ${JSON.stringify(row)}`)
  return {
    name: reader.text(row, 'name'),
    label: reader.text(row, 'label'),
    note: reader.text(row, 'note'),
    resources: reader.text(row, 'resources'),
    need: reader.text(row, isRelative ? 'equivalence_scale' : 'threshold'),
    shareOfMedian: isRelative ? reader.share(row, 'share_of_median') : null,
  }
}

/** Every variable that poverty reads. */
export function povertyVariables(poverty: PovertyTable | null): string[] {
  if (!poverty) return []
  return [
    ...poverty.groups.map(({ people }) => people),
    ...poverty.lines.flatMap(({ resources, need }) => [resources, need]),
  ]
}
