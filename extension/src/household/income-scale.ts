import { niceAbove } from '../parameters/slider-scale.ts'

/** How far charts and sliders of an income go at least, in dollars a year. */
const LEAST = 200_000

/** Round ends with room beyond what is stated. */
export function incomeScale(stated: number): { readonly from: number; readonly to: number } {
  return {
    from: stated < 0 ? -niceAbove(-stated * 1.5) : 0,
    to: stated <= LEAST * 0.75 ? LEAST : niceAbove(stated * 1.5),
  }
}
