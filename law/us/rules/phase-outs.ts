/**
 * How an amount is reduced: by a haircut, or by steps of income.
 *
 * The statute takes an amount away "for each $1,000 (or fraction thereof)". A smoothed run takes it away evenly, which
 * suits data that are rounded or imputed: `gov.simulation.stepped_phase_outs` says which.
 */

/** The excess in dollars, a step begun counted as a whole one. */
export function inStepsBegun(excess: number, step: number, stepped: boolean): number {
  return stepped ? Math.ceil(excess / step) * step : excess
}

/** The excess in dollars, whole steps only. */
export function inWholeSteps(excess: number, step: number, stepped: boolean): number {
  return stepped ? Math.floor(excess / step) * step : excess
}

/** What is left of an amount of which a share is disallowed, as reforms say "a haircut of 30%". */
export function afterHaircut(amount: number, haircut: number): number {
  return (1 - haircut) * amount
}
