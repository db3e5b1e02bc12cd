/**
 * A back-end computes columns of a program over a population.
 *
 * It knows nothing of law, years, reforms or outcomes: parameters arrive as numbers by path, inputs as columns. Two
 * back-ends given the same program and numbers answer the same bytes.
 */
import type { Program } from '../program/index.ts'

/** Columns of one population, in rows of each entity; conditions are 0 and 1, categories their index. */
export interface Population {
  readonly entities: Readonly<
    Record<string, { readonly count: number; readonly columns: ReadonlyMap<string, Float64Array> }>
  >
  /** For each relation the row of the one, per row of the many: ascending, so members of a group are contiguous. */
  readonly relations: Readonly<Record<string, Int32Array>>
}

/** Value of each parameter leaf of the program by its path; conditions are 0 and 1, categories their index. */
export type ParameterValues = ReadonlyMap<string, number>

/** One result column: as many rows as its entity; a variable that does not vary is spread. */
export type Columns = ReadonlyMap<string, Float64Array>

export interface Backend {
  readonly name: string
  /** Columns of `variables` under `parameters`. Inputs that the population lacks are 0. Unknown variables are a `RangeError`. */
  run(
    program: Program,
    population: Population,
    parameters: ParameterValues,
    variables: readonly string[],
  ): Promise<Columns>
}
