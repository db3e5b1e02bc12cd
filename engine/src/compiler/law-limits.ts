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
} as const

/** Whether an error is JavaScript's own for a stack that has run out: what is read is nested too deeply. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack')
}
