/**
 * A cumulated weight that misses its target by less than this share of all weight has reached it, so that where
 * groups end does not hang on the last bit of a sum.
 */
export const weightSlack = 1e-12

/**
 * For each of `points` (shares in (0, 1), ascending) the smallest value at or below which that share of the weight lies.
 *
 * order    rows of `values` ascending, as `sortedOrder` gives them
 * weights  0 or more, at least one above 0
 * returns  one value a point
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  order: Uint32Array,
  points: readonly number[],
): number[] {
  const total = order.reduce((sum, row) => sum + weights[row]!, 0)
  let reached = 0
  let place = 0
  return points.map(point => {
    const target = (point - weightSlack) * total
    while (place < order.length && reached + weights[order[place]!]! < target) {
      reached += weights[order[place]!]!
      place++
    }
    return values[order[Math.min(place, order.length - 1)]!]!
  })
}

/**
 * For each of `points` the largest value at or below which no more than that share of the weight lies; −Infinity where
 * the smallest value already holds more.
 */
export function weightedFloors(
  values: Float64Array,
  weights: Float64Array,
  order: Uint32Array,
  points: readonly number[],
): number[] {
  const total = order.reduce((sum, row) => sum + weights[row]!, 0)
  let reached = 0
  let place = 0
  let floor = Number.NEGATIVE_INFINITY
  return points.map(point => {
    while (place < order.length) {
      const value = values[order[place]!]!
      let next = place
      let weight = reached
      for (; next < order.length && values[order[next]!] === value; next++) weight += weights[order[next]!]!
      if (weight > (point + weightSlack) * total) break
      reached = weight
      place = next
      floor = value
    }
    return floor
  })
}
