/** A lockfile as data: what `schema/lock.schema.json` describes. */

export const LOCK_FORMAT = 'reformlab-lock/1'
/** Numbers are IEEE 754 doubles, sums in a fixed order, nothing fused: the same on every machine and any number of threads. */
export const NUMBERS = 'binary64'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

export interface Lock {
  readonly format: typeof LOCK_FORMAT
  readonly command: 'impact' | 'columns'
  readonly options: LockOptions
  /** Reforms that the baseline holds, in their order; then those compared with it. */
  readonly baseline: readonly LockedFile[]
  readonly reforms: readonly LockedFile[]
  /** On behaviour; null where people do not respond. */
  readonly assumptions: LockedFile | null
  readonly law: { readonly country: string; readonly hash: string }
  readonly dataset: { readonly name: string; readonly year: number; readonly hash: string }
  readonly engine: { readonly version: string; readonly numbers: typeof NUMBERS }
  /** What the command answers with `--json`; of columns the hash of each. */
  readonly result: Json
  /** SHA-256 of `result` in canonical JSON (RFC 8785), in hexadecimal. */
  readonly resultHash: string
}

export interface LockOptions {
  /** Of an impact. */
  readonly convention?: string
  /** Of columns: those asked for, and whose names these are. */
  readonly variables?: readonly string[]
  readonly names?: string
}

/** A file whose content is in the lock. */
export interface LockedFile {
  /** What it was called. */
  readonly file: string
  readonly hash: string
  /** Canonical. */
  readonly text: string
}
