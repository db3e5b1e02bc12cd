/**
 * A variable that a reform adds to a law, or one whose formula it replaces. Data: the formula is text, read by the
 * compiler as it reads the law's own.
 */
export interface VariableChange {
  readonly name: string
  /** An arrow function of the record and the law, in the law language. */
  readonly formula: string
  /** Whose a new variable is. Without it, a variable that there is gets another formula. */
  readonly entity?: string
  /** `number` when not given, `integer`, `bool` or the name of an enum. */
  readonly type?: string
  readonly unit?: string
  readonly label?: string
  readonly reference?: string
  /** Where its name is written; lines and columns count from 1. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** Where the formula's characters stand in that file. The first is at offset 0. */
  readonly places: readonly TextPlace[]
}

/** The characters of a text from `offset` to the next place follow one another in one line. */
export interface TextPlace {
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** Where the character at `offset` stands. */
export function placeAt(places: readonly TextPlace[], offset: number): { line: number; column: number } {
  const { line, column, ...place } = places.findLast(p => p.offset <= offset) ?? places[0]!
  return { line, column: column + offset - place.offset }
}
