/** A parameter file as data: what `schema/parameter.schema.json` describes. */

/** `currency-USD`, `/1`, `bool`, `count`, `years`; laws of country packages have others. */
export type ParameterUnit = string

export interface Rounding {
  /** In the parameter's unit, e.g. 0.01 or 50. */
  readonly step: number
  /** `nearest` takes ties to the even step. */
  readonly direction: 'nearest' | 'down' | 'up'
  /** Whether the next year grows from the rounded value instead of the unrounded one. */
  readonly carried: boolean
}

/** How a value grows from year to year where none is stated. */
export interface IndexationRule {
  /** Path of the parameter that holds the growth from each year to the next. */
  readonly index: string
  readonly rounding: Rounding
}

export interface Indexation extends IndexationRule {
  /** Whether the law indexes; if not, a reform may switch it on. */
  readonly active: boolean
}

export type StatedValue = number | boolean | 'unlimited' | { readonly [key: string]: StatedValue }

export interface ParameterFile {
  readonly label: string
  readonly description: string
  readonly unit: ParameterUnit
  /** A family numbered from 1 to this. */
  readonly brackets?: number
  /** The enum whose values key the values. */
  readonly breakdown?: string
  /** Legal citation, or `none: …` saying why there is none. */
  readonly reference: string
  /** Where the values depart from the law the file cites. */
  readonly note?: string
  readonly indexation?: Indexation
  /** What a reform may set; a path stands for the value of another parameter. */
  readonly bounds?: { readonly min?: number | string; readonly max?: number | string }
  readonly ordered?: 'ascending'
  /** Of an index: the parameter added to it when others are indexed by it. */
  readonly offset?: string
  /** The act that set, or kept, the values in force from a year on. */
  readonly enacted?: Readonly<Record<string, string>>
  /** By the year from which they are in force. */
  readonly values: Readonly<Record<string, StatedValue>>
}

/** Stands for "no limit" and is finite, so that no arithmetic on it gives NaN. Nothing grows beyond it. */
export const UNLIMITED = 9e99

/** What a value of `unit` is, in words that finish "takes …". */
export function expectedValue(unit: ParameterUnit): string {
  if (unit === 'bool') return 'true or false'
  return unit === 'count' || unit === 'years' ? 'a whole number' : 'a finite number'
}
