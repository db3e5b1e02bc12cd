/**
 * Where a function of one amount bends or jumps. The function is known at any point with its slopes and jumps on both
 * sides; between the points that are looked at it must be straight or a parabola to be believed. Where it is not, a closer
 * look is taken, until what is left is narrower than a cent.
 */
import type { PointValue } from './situation-sweep.ts'

/** Values of several functions at one amount. */
export interface Point {
  readonly at: number
  readonly values: readonly PointValue[]
}

/** A bend or jump between two amounts that are less than a cent apart. */
export interface Kink {
  readonly from: Point
  readonly to: Point
}

const CENT = 0.01
const ROUNDS = 60
const MOST_POINTS = 20_000

/** Kinks between the first and the last of `points`, ascending. `look` answers the points at some amounts. */
export function findKinks(
  points: readonly Point[],
  look: (amounts: readonly number[]) => readonly Point[],
): Kink[] {
  let open = points.slice(1).map((to, i): Kink => ({ from: points[i]!, to }))
  const kinks: Kink[] = []
  const atPoints = points.slice(1, -1).filter(isKink)
  let looked = 0
  for (let round = 0; round < ROUNDS && open.length > 0; round++) {
    const narrow = open.filter(({ from, to }) => to.at - from.at < CENT)
    kinks.push(...narrow.filter(isBent))
    const wide = open.filter(({ from, to }) => to.at - from.at >= CENT)
    looked += wide.length
    if (looked > MOST_POINTS) break
    const cuts = wide.map(cutsOf)
    const seen = look(cuts.flat())
    atPoints.push(...seen.filter(isKink))
    let next = 0
    open = wide.flatMap(({ from, to }, i) => {
      const inner = cuts[i]!.map(() => seen[next++]!)
      const chain = [from, ...inner, to]
      const parts = chain.slice(1).map((end, k): Kink => ({ from: chain[k]!, to: end }))
      return isSmooth(from, to) && inner.every(point => isOn(from, to, point)) ? [] : parts
    })
  }
  kinks.push(
    ...around(atPoints, look).filter(kink => isBent(kink) && !kinks.some(other => overlap(kink, other))),
  )
  return kinks.sort((a, b) => a.from.at - b.from.at)
}

/** Whether the two sides of a point differ. */
function isKink({ values }: Point): boolean {
  return values.some(
    ({ slope, jump }) =>
      Math.abs(slope.right - slope.left) > 1e-6 ||
      Math.max(Math.abs(jump.left), Math.abs(jump.right)) > CENT / 2,
  )
}

/** The least that is worth looking at on both sides of some points. */
function around(points: readonly Point[], look: (amounts: readonly number[]) => readonly Point[]): Kink[] {
  const seen = look(points.flatMap(({ at }) => [at - CENT / 4, at + CENT / 4]))
  return points.map((_, i) => ({ from: seen[2 * i]!, to: seen[2 * i + 1]! }))
}

const overlap = (a: Kink, b: Kink) => a.from.at <= b.to.at && b.from.at <= a.to.at

/** Beside the middle, the place where the tangents of its two ends meet, a little to both sides of it. */
function cutsOf({ from, to }: Kink): number[] {
  const width = to.at - from.at
  const near = Math.min(CENT / 4, width / 8)
  const crossings = from.values.flatMap((start, i) => {
    const end = to.values[i]!
    const bend = start.slope.right - end.slope.left
    if (Math.abs(bend) < 1e-9) return []
    const cross = (end.value + end.jump.left - start.value - start.jump.right - end.slope.left * width) / bend
    return cross > 2 * near && cross < width - 2 * near
      ? [from.at + cross - near, from.at + cross + near]
      : []
  })
  return [...new Set([from.at + width / 2, ...crossings])].sort((a, b) => a - b)
}

/** A straight line or a parabola through both ends with their slopes. */
function isSmooth(from: Point, to: Point): boolean {
  const width = to.at - from.at
  return from.values.every((start, i) => {
    const end = to.values[i]!
    const rise = end.value + end.jump.left - start.value - start.jump.right
    const mean = (start.slope.right + end.slope.left) / 2
    return Math.abs(rise - mean * width) < tolerance(start, end)
  })
}

function isOn(from: Point, to: Point, point: Point): boolean {
  const width = to.at - from.at
  const share = (point.at - from.at) / width
  return from.values.every((start, i) => {
    const [end, seen] = [to.values[i]!, point.values[i]!]
    const slope = start.slope.right + share * (end.slope.left - start.slope.right)
    const value = start.value + start.jump.right + ((start.slope.right + slope) / 2) * share * width
    const slack = tolerance(start, end)
    return (
      Math.abs(seen.value - value) < slack &&
      Math.abs(seen.jump.left) < slack &&
      Math.abs(seen.jump.right) < slack &&
      Math.abs(seen.slope.left - slope) < 1e-6 &&
      Math.abs(seen.slope.right - slope) < 1e-6
    )
  })
}

/** Whether within less than a cent the slope changes, or the value by more than its slope explains. */
function isBent({ from, to }: Kink): boolean {
  return from.values.some((start, i) => {
    const end = to.values[i]!
    return Math.abs(end.slope.left - start.slope.right) > 1e-6 || Math.abs(jumpOf(start, end)) > CENT / 2
  })
}

/** By how much the value jumps between two points that are next to each other. */
export const jumpOf = (start: PointValue, end: PointValue) =>
  end.value + end.jump.left - start.value - start.jump.right

/** Rounding of sums of this size. */
const tolerance = (a: PointValue, b: PointValue) => 1e-6 + 1e-11 * (Math.abs(a.value) + Math.abs(b.value))
