/** `values` in whole steps that add up to `total` steps: each goes down or up, those with the largest remainders up. */
export function roundToSum(values: readonly number[], total: number, stepsInOne: number): number[] {
  const exact = values.map(value => value * stepsInOne)
  const steps = exact.map(Math.floor)
  const missing = total - steps.reduce((sum, step) => sum + step, 0)
  const upwards = [...exact.keys()]
    .filter(i => exact[i]! > steps[i]!)
    .sort((a, b) => exact[b]! - steps[b]! - (exact[a]! - steps[a]!) || a - b)
    .slice(0, Math.max(0, missing))
  for (const i of upwards) steps[i]!++
  return steps.map(step => step / stepsInOne)
}

/** The nearest whole number of steps, halves away from zero. */
export function inSteps(value: number, stepsInOne: number): number {
  const steps = Math.sign(value) * Math.round(Math.abs(value) * stepsInOne)
  return steps === 0 ? 0 : steps
}
