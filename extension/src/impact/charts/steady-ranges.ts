/**
 * Ranges of axes that do not jump: while a hand moves they stay, unless what is shown would leave them; then they grow
 * by a large step. When the hand rests they fit again.
 */
import { niceAbove } from '../../parameters/slider-scale.ts'

type Range = readonly [number, number]

/** How much more than needed an axis takes when it has to grow under the hand. */
const GROWTH = 2.5

export class SteadyRanges {
  readonly #ranges = new Map<string, Range>()

  /**
   * extent   what is to be seen, its errors included
   * least    the smallest distance from zero that is worth an axis
   */
  of(name: string, extent: Range, least: number, isDragging: boolean): [number, number] {
    const range = this.#ranges.get(name)
    const wanted = aroundZero(extent, least)
    if (!range || !isDragging) return this.#set(name, wanted)
    const fits = extent[0] >= range[0] && extent[1] <= range[1]
    if (fits) return [...range]
    const grown: Range = [
      extent[0] < range[0] ? -niceAbove(-extent[0] * GROWTH) : range[0],
      extent[1] > range[1] ? niceAbove(extent[1] * GROWTH) : range[1],
    ]
    return this.#set(name, grown)
  }

  #set(name: string, range: Range): [number, number] {
    this.#ranges.set(name, range)
    return [...range]
  }
}

/** Round ends around zero; the smaller side is a third of the larger one at least, where there is anything on it. */
function aroundZero([low, high]: Range, least: number): Range {
  const size = Math.max(-low, high, least)
  const side = (value: number) => (value <= 0 ? 0 : niceAbove(Math.max(value, size / 4)))
  const [below, above] = [side(-low), side(high)]
  if (below === 0 && above === 0) return [-least, least]
  return [below === 0 ? -niceAbove(size / 20) : -below, above === 0 ? niceAbove(size / 20) : above]
}
