/** Derivatives of random programs that are straight between their kinks: equal to differences, to the bit, at every tie. */
import { expect, test } from 'vitest'
import type { Columns, Population } from '../backends/backend.ts'
import { referenceBackend } from '../backends/reference/reference-backend.ts'
import { firstDifference } from '../backends/testing/differences.ts'
import { type Op, type Program, verifyProgram } from '../program/index.ts'
import { differentiate, jumpName, type Side, slopeName } from './differentiate.ts'
import {
  moved,
  movingInputs,
  piecewisePopulation,
  piecewiseProgram,
  tangentOf,
} from './testing/piecewise-program.ts'

const step = 2 ** -20
const seeds = movingInputs.map(input => ({ input, tangent: tangentOf(input) }))

/** What three points beside the point say of limit and slope; undefined where they do not lie on one line. */
async function measured(program: Program, population: Population, names: readonly string[], side: Side) {
  const sign = side === 'right' ? 1 : -1
  const at = (h: number) => referenceBackend.run(program, moved(population, sign * h), new Map(), names)
  const [far, middle, near] = (await Promise.all([step, step / 2, step / 4].map(at))) as [
    Columns,
    Columns,
    Columns,
  ]
  return (name: string, row: number) => {
    const [a, b, c] = [far, middle, near].map(columns => columns.get(name)![row]!) as [number, number, number]
    if (a - b !== 2 * (b - c)) return undefined
    return { limit: 2 * b - a, slope: (sign * (a - b)) / (step / 2) }
  }
}

test.each<Side>(['right', 'left'])('to the %s they are exact at ties, and so are the jumps', async side => {
  const seen = new Set<Op>()
  const counts = { equal: 0, crooked: 0, jumps: 0, slopes: 0 }
  for (let seed = 1; seed <= 150; seed++) {
    const program = piecewiseProgram(seed, 12 + (seed % 50))
    const population = piecewisePopulation(seed, 12)
    const names = program.variables.map(v => v.name)
    const derived = differentiate(program, names, seeds, side)
    expect(verifyProgram(derived)).toEqual([])
    for (const { op } of program.nodes) seen.add(op)
    const wanted = derived.variables.map(v => v.name)
    const result = await referenceBackend.run(derived, population, new Map(), wanted)
    const original = await referenceBackend.run(program, population, new Map(), names)
    expect(
      firstDifference(original, new Map([...result].filter(([name]) => names.includes(name)))),
    ).toBeUndefined()
    const measure = await measured(program, population, names, side)
    for (const name of names)
      original.get(name)!.forEach((value, row) => {
        if (!Number.isFinite(value)) return
        const truth = measure(name, row)
        if (truth === undefined || !Number.isFinite(truth.limit)) {
          counts.crooked++
          return
        }
        const slope = result.get(slopeName(name, side))![row]!
        const jump = result.get(jumpName(name, side))![row]!
        expect([slope + 0, value + jump], `seed ${seed}, ${name}[${row}]`).toEqual([
          truth.slope + 0,
          truth.limit + 0,
        ])
        counts.equal++
        if (jump !== 0) counts.jumps++
        if (slope !== 0) counts.slopes++
      })
  }
  expect(counts.crooked / counts.equal).toBeLessThan(0.01)
  expect(counts.jumps).toBeGreaterThan(1000)
  expect(counts.slopes).toBeGreaterThan(10_000)
  expect(seen.size).toBeGreaterThanOrEqual(27)
})
