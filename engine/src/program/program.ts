/**
 * The program: what the law becomes. A frozen, topologically ordered list of nodes, total and free of side effects.
 *
 * It is not tied to a year, a population or a back-end: parameters and inputs are leaves, filled at run time.
 * `schema/program.proto` is its exchange form, `text.ts` its form for people.
 */
import type { Op } from './op.ts'

export type ValueType = 'number' | 'bool' | 'category'

export interface Node {
  readonly op: Op
  /** Indices of earlier nodes. */
  readonly args: readonly number[]
  readonly type: ValueType
  /** Entity whose column this is; null for a scalar, which depends on constants and parameters only. */
  readonly entity: string | null
  /** Of a `constant`: its value; conditions are 0 or 1, categories their index. */
  readonly value?: number
  /** Of a `parameter` its path, of an `input` its variable, of a relation op its relation. */
  readonly name?: string
  /** Of a category: its enum. */
  readonly domain?: string
  /** Index into `Program.sources`: the rule this node comes from. */
  readonly source?: number
}

export interface Relation {
  /** `from.to`, e.g. `person.tax_unit`: every `from` belongs to one `to`. */
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Where a node comes from, for explanations and errors. */
export interface Source {
  readonly variable: string
  readonly file: string
  readonly line: number
  readonly reference: string
}

/** A named result of the program. */
export interface ProgramVariable {
  readonly name: string
  readonly node: number
  readonly entity: string
  readonly label: string
  readonly unit: string
  readonly reference: string
}

/** A parameter that steered the shape of the program (a bracket count); a reform that changes it recompiles. */
export interface Guard {
  readonly path: string
  readonly value: number
}

export interface Program {
  readonly entities: readonly string[]
  readonly relations: readonly Relation[]
  readonly domains: readonly { readonly name: string; readonly values: readonly string[] }[]
  readonly nodes: readonly Node[]
  readonly variables: readonly ProgramVariable[]
  readonly sources: readonly Source[]
  readonly guards: readonly Guard[]
}
