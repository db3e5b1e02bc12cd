/**
 * The draws of `numpy.random.default_rng(seed).uniform(size=n)`, bit for bit: PCG64 seeded by SeedSequence.
 * Reproduces one published column; not a source of randomness for anything else.
 */
const mask64 = (1n << 64n) - 1n
const mask128 = (1n << 128n) - 1n

const pcgMultiplier = 0x2360ed051fc65da44385df649fccf645n

/** `count` doubles in [0, 1). `seed` is an integer from 0 to 2^32 − 1. */
export function numpyUniform(seed: number, count: number): Float64Array {
  const [stateHigh, stateLow, incrementHigh, incrementLow] = seedWords(seed)
  const increment = ((((incrementHigh << 64n) | incrementLow) << 1n) | 1n) & mask128
  const step = (state: bigint) => (state * pcgMultiplier + increment) & mask128
  let state = step((increment + ((stateHigh << 64n) | stateLow)) & mask128)
  const draws = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    state = step(state)
    draws[index] = Number(xorShiftRotate(state) >> 11n) * 2 ** -53
  }
  return draws
}

/** PCG's XSL-RR output: both halves xored, rotated right by the state's top six bits. */
function xorShiftRotate(state: bigint): bigint {
  const folded = (state >> 64n) ^ (state & mask64)
  const rotation = state >> 122n
  return ((folded >> rotation) | (folded << (64n - rotation))) & mask64
}

/** SeedSequence's four 64-bit words for an integer seed: its hash constants, a pool of four 32-bit words. */
function seedWords(seed: number): [bigint, bigint, bigint, bigint] {
  const pool = mixPool(seed >>> 0)
  const words: number[] = []
  let constant = 0x8b51f9dd
  for (let index = 0; index < 8; index++) {
    let value = pool[index % 4]! ^ constant
    constant = Math.imul(constant, 0x58f38ded)
    value = Math.imul(value, constant)
    words.push((value ^ (value >>> 16)) >>> 0)
  }
  const word = (index: number) =>
    ((BigInt(words[2 * index + 1]!) << 32n) | BigInt(words[2 * index]!)) & mask64
  return [word(0), word(1), word(2), word(3)]
}

function mixPool(seed: number): number[] {
  let constant = 0x43b0d7e5
  const hash = (input: number): number => {
    let value = input ^ constant
    constant = Math.imul(constant, 0x931e8875)
    value = Math.imul(value, constant)
    return (value ^ (value >>> 16)) >>> 0
  }
  const mix = (left: number, right: number): number => {
    const value = Math.imul(0xca01f9dd, left) - Math.imul(0x4973f715, right)
    return (value ^ (value >>> 16)) >>> 0
  }
  const pool = [seed, 0, 0, 0].map(hash)
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) if (from !== to) pool[to] = mix(pool[to]!, hash(pool[from]!))
  }
  return pool
}
