/** How large a law may be. Far beyond any real one; a text from a stranger must not exhaust the machine. */
export const lawLimits = {
  /** Characters of one module. */
  moduleLength: 1_000_000,
  /** Expressions read, those in functions and loops once for each time they are entered. */
  steps: 1_000_000,
  nodes: 300_000,
  /** Functions called within functions. */
  callDepth: 60,
  loopTurns: 200,
  /** Values that one name stands for, by conditions known only when the program runs. */
  choices: 1000,
  /** Steps that a mistake counts for. */
  mistake: 50,
  /** Formulas of reforms. */
  formulas: 200,
  /** Characters of one of them. */
  formulaLength: 10_000,
  /** Expressions within expressions. */
  formulaDepth: 200,
} as const

/** How far a law may be read. */
export type ReadingLimits = Readonly<Record<'steps' | 'nodes', number>>

/** With formulas of reforms, which anybody may write, ten times the largest law. */
export const reformLimits: ReadingLimits = { steps: 200_000, nodes: 20_000 }

/** Whether an error is JavaScript's own for a stack that has run out: what is read is nested too deeply. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack')
}
