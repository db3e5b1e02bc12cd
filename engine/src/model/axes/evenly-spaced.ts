/** `count` amounts from `from` to `to`, both among them; one is `from`. */
export function evenlySpaced(from: number, to: number, count: number): Float64Array {
  const last = count - 1
  return Float64Array.from({ length: count }, (_, i) =>
    i === last && i > 0 ? to : from + ((to - from) * i) / Math.max(1, last),
  )
}
