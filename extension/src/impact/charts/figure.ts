/** A chart as data: what Plotly draws, and the same as a table. */

export interface Figure {
  readonly name: string
  readonly title: string
  /** What the numbers are, with their unit. */
  readonly subtitle: string
  readonly data: readonly object[]
  readonly layout: Readonly<Record<string, unknown>>
  /** What colours mean, where the axes do not say it. */
  readonly legend?: readonly LegendEntry[]
  /** Pixels. */
  readonly height: number
  /** Written when it is wanted. */
  readonly table: () => Table
}

export interface LegendEntry {
  readonly label: string
  readonly colour: string
  readonly isHatched: boolean
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Called for each chart before it is drawn: the ends of its axis. */
export type RangeOf = (name: string, extent: readonly [number, number], least: number) => [number, number]
