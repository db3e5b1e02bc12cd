/** Where the bins of a histogram end: at round numbers, so that people can name them. */

/** Bins are some half as many to as many. */
const MOST = 40

/** Edges of equal bins over `from` to `to`; `to` lies before the last. Bins of whole numbers are whole numbers wide. */
export function roundEdges(from: number, to: number, isWhole: boolean): readonly number[] {
  const width = to > from ? roundWidth((to - from) / MOST, isWhole) : 1
  const first = Math.floor(from / width)
  const last = Math.max(first, Math.floor(to / width))
  return Array.from({ length: last - first + 2 }, (_, i) => Number(((first + i) * width).toPrecision(12)))
}

/** The bin of `value`; the outer ones hold what lies beyond. */
export function binOf(value: number, edges: readonly number[]): number {
  const last = edges.length - 2
  const width = edges[1]! - edges[0]!
  const bin = Math.min(last, Math.max(0, Math.floor((value - edges[0]!) / width)))
  // A quotient may be off by its last bit.
  if (bin < last && value >= edges[bin + 1]!) return bin + 1
  return bin > 0 && value < edges[bin]! ? bin - 1 : bin
}

/** 1, 2 or 5 times a power of ten. */
function roundWidth(least: number, isWhole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const width = ([1, 2, 5].find(digit => digit * power >= least) ?? 10) * power
  return isWhole ? Math.max(1, Math.round(width)) : width
}
