/** A population of a country package, traced by Python: `schema/country-prepared.schema.json`, read with its blobs. */
import { readMessageFile } from '../run/message-file.ts'
import type { Blob, Blobs, SentProgram } from '../run/sent-program.ts'
import type { CountryValue } from './law-file.ts'

export interface PreparedFile extends SentProgram {
  readonly format: 'reformlab-prepared/1'
  readonly package: { readonly name: string; readonly version: string }
  readonly year: number
  readonly entities: Readonly<
    Record<
      string,
      {
        readonly count: number
        readonly ids: readonly (string | number)[] | Blob
        readonly columns?: Readonly<Record<string, Blob>>
      }
    >
  >
  readonly outputs: Readonly<Record<string, PreparedOutput>>
  readonly parameters: readonly PreparedParameter[]
  /** In the order of `parameters`, under the law that it was traced with. */
  readonly values: Blob
  readonly guards: {
    /** Its variables `0`, `1`… are what steered formulas. */
    readonly program: Blob
    /** NaN is not checked. */
    readonly expected: Blob
    readonly parameters: readonly PreparedParameter[]
  }
  /** What steered formulas and is no number. */
  readonly statics: readonly {
    readonly path: string
    readonly instant: string
    readonly value: CountryValue
  }[]
  /** Variables that the original engine has computed, and paths that these rest on. */
  readonly untraced: Readonly<Record<string, { readonly cause: string; readonly reads: readonly string[] }>>
  readonly assumptions: readonly string[]
  /** What it was prepared under. */
  readonly reform: object | null
}

export interface PreparedOutput {
  readonly variable: string
  readonly period: string
  readonly entity: string
  /** As of a variable of the law. */
  readonly type: string
}

/** One dated segment of a parameter: at all these instants it has to have one value. */
export interface PreparedParameter {
  readonly name: string
  readonly path: string
  readonly instants: readonly string[]
  readonly type: 'number' | 'bool'
}

/** Throws E_FILE_READ. */
export async function readPrepared(
  path: string,
): Promise<{ readonly head: PreparedFile; readonly blobs: Blobs }> {
  const { head, blobs } = await readMessageFile(path, 'reformlab-prepared/1')
  return { head: head as PreparedFile, blobs }
}
