/**
 * `value` rounded to the nearest multiple of `step`, halves away from zero, as statutes and forms round.
 *
 * value    any number
 * step     positive, 1 unless stated
 * returns  a multiple of `step`
 */
export function roundHalfUp(value: number, step = 1): number {
  const rounded = Math.floor(Math.abs(value) / step + 0.5) * step
  return value < 0 ? -rounded : rounded
}
