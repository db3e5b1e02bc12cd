/** Finds where a function of one number is a target: brackets first, then ever closer between two that lie on both sides. */

export interface Search {
  readonly low: number
  readonly high: number
  /** Where to look first; of several values the one nearest to it is found. */
  readonly start: number
  readonly target: number
  /** How close to the target is close enough. */
  readonly tolerance: number
  /** The smallest distance between two values that is worth telling apart. */
  readonly precision: number
  evaluate(value: number): Promise<number>
}

export type Found =
  | { readonly kind: 'found'; readonly value: number; readonly outcome: number }
  /** The outcome jumps over the target between two values. */
  | { readonly kind: 'jump'; readonly value: number; readonly outcome: number }
  /** What the outcome reaches at least and at most. */
  | { readonly kind: 'none'; readonly least: number; readonly most: number }

interface Point {
  readonly value: number
  readonly outcome: number
}

/** Pieces into which the bounds are cut to find both sides of the target. */
const PIECES = 8
const MOST_STEPS = 40

/** Throws what `evaluate` throws. */
export async function findValue(search: Search): Promise<Found> {
  const { low, high, start, target, tolerance, precision } = search
  const at = async (value: number): Promise<Point> => ({ value, outcome: await search.evaluate(value) })
  const isMet = ({ outcome }: Point) => Math.abs(outcome - target) <= tolerance
  const inner = Array.from({ length: PIECES + 1 }, (_, i) => low + ((high - low) * i) / PIECES)
  const grid = [...new Set([start, ...inner])].sort((a, b) => a - b)
  const points: Point[] = []
  for (const value of grid) points.push(await at(value))
  const met = points.filter(isMet).sort((one, other) => distance(one) - distance(other))[0]
  const pairs = points.slice(1).map((right, i) => [points[i]!, right] as const)
  const crossing = pairs
    .filter(([left, right]) => left.outcome > target !== right.outcome > target)
    .sort((one, other) => distance(...one) - distance(...other))[0]
  if (met && (!crossing || distance(met) <= distance(...crossing))) return { kind: 'found', ...met }
  if (!crossing) {
    const outcomes = points.map(({ outcome }) => outcome)
    return { kind: 'none', least: Math.min(...outcomes), most: Math.max(...outcomes) }
  }
  return close(crossing)

  function distance(...of: readonly Point[]): number {
    return Math.min(...of.map(({ value }) => Math.abs(value - start)))
  }

  /** Straight lines and halves by turns: the first are quick where the law is smooth, the second sure where it is not. */
  async function close([first, second]: readonly [Point, Point]): Promise<Found> {
    let [left, right] = [first, second]
    for (let step = 0; step < MOST_STEPS && right.value - left.value > precision; step++) {
      const slope = (right.outcome - left.outcome) / (right.value - left.value)
      const straight = left.value + (target - left.outcome) / slope
      const point = await at(step % 3 === 2 ? (left.value + right.value) / 2 : straight)
      if (isMet(point)) return { kind: 'found', ...point }
      if (point.outcome > target === right.outcome > target) right = point
      else left = point
    }
    const closer = Math.abs(left.outcome - target) < Math.abs(right.outcome - target) ? left : right
    return { kind: 'jump', ...closer }
  }
}
