/** Seeded random numbers for tests, among them those that break arithmetic. */

export type Random = () => number

/** Uniform in [0, 1), the same sequence for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const below = (random: Random, limit: number): number => Math.floor(random() * limit)

export const pick = <T>(random: Random, from: readonly T[]): T => from[below(random, from.length)]!

const awkward = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  Number.NaN,
  Infinity,
  -Infinity,
  Number.MIN_VALUE,
  -Number.MIN_VALUE,
  2 ** -1022,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 52 - 0.5,
  2 ** 52 + 1,
  2 ** 53,
  1e-9,
  0.49999999999999994,
]

/** Mostly amounts of money and small whole numbers, sometimes a value at the edge of arithmetic. */
export function randomNumber(random: Random): number {
  const kind = random()
  if (kind < 0.15) return pick(random, awkward)
  if (kind < 0.5) return below(random, 12) - 2
  if (kind < 0.6) return below(random, 40) / 4 - 5
  return (random() - 0.2) * 10 ** below(random, 8)
}
