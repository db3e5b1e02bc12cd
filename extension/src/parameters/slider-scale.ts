/** From where to where a slider goes, and by what steps: round numbers around the law's own values. */
import type { Parameter } from '../engine/api-types.ts'
import { UNLIMITED } from '../reform/reform-text.ts'
import { isMoney, tidy } from './unit.ts'

export interface SliderScale {
  readonly min: number
  readonly max: number
  readonly step: number
}

type Bounds = NonNullable<Parameter['bounds']>

/** Of what is none in the law. */
const mostOf = (unit: string) => (unit === '/1' ? 0.2 : isMoney(unit) ? 5000 : 10)
/** Units that come in whole ones alone. */
const WHOLE = /^(count|years?|months?|weeks?|days?|person|people|child|children)$/

/**
 * unit     of the parameter
 * values   that have to be within reach: the law's in all years, the baseline's, the reform's
 * bounds   what a reform may set; a path of another parameter is left to the engine
 */
export function sliderScale(unit: string, values: readonly number[], bounds: Bounds = {}): SliderScale {
  const finite = values.filter(value => Math.abs(value) < UNLIMITED)
  const least = typeof bounds.min === 'number' ? bounds.min : Math.min(0, ...finite)
  const most = typeof bounds.max === 'number' ? bounds.max : Number.POSITIVE_INFINITY
  const largest = Math.max(0, ...finite)
  const wide = largest === 0 ? mostOf(unit) : niceAbove(largest * 1.8)
  const max = Math.max(Math.min(wide, most), largest)
  const min = Math.max(least, Math.min(0, ...finite))
  return { min, max, step: stepFor(unit, max - min) }
}

/** 1, 2, 2.5 or 5 times a power of ten. */
export function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find(one => one * power >= value * (1 - 1e-9))!
  return tidy(factor * power)
}

/** About a hundred steps or more; whole ones where the unit is of whole things. */
function stepFor(unit: string, span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 100))
  const step = tidy([5, 2, 1].map(factor => factor * power).find(one => span / one >= 100) ?? power)
  return WHOLE.test(unit) ? 1 : step
}
