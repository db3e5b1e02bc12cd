import { expect, test } from 'vitest'
import { findValue, type Search } from './find-value.ts'

function search(of: (value: number) => number, given: Partial<Search> = {}) {
  const asked: number[] = []
  const evaluate = async (value: number) => {
    asked.push(value)
    return of(value)
  }
  const options = { low: 0, high: 100, start: 20, target: 50, tolerance: 0.01, precision: 1e-6 }
  return { asked, found: findValue({ ...options, evaluate, ...given }) }
}

test('a value is found in a few steps, on a straight line and on one with kinks', async () => {
  const straight = search(value => 3 * value - 10)
  expect(await straight.found).toMatchObject({ kind: 'found', value: expect.closeTo(20, 3) })
  const falling = search(value => 100 - value ** 2 / 50)
  expect(await falling.found).toMatchObject({ kind: 'found', outcome: expect.closeTo(50, 1) })
  const kinked = search(value => (value < 63 ? value / 10 : 6.3 + 4 * (value - 63)))
  expect(await kinked.found).toMatchObject({ value: expect.closeTo(73.925, 2) })
  for (const { asked } of [falling, kinked]) expect(asked.length).toBeLessThan(22)
})

test('of several values the one nearest to where it stands is found', async () => {
  const wave = (value: number) => 50 + 20 * Math.sin(value / 8)
  const { found } = search(wave, { start: 55 })
  expect(await found).toMatchObject({ kind: 'found', value: expect.closeTo(16 * Math.PI, 1) })
})

test('where no value gives it, what can be had is told', async () => {
  expect(await search(value => value / 4, {}).found).toEqual({ kind: 'none', least: 0, most: 25 })
})

test('a jump over the target is told as one, with the closer side', async () => {
  const { found } = search(value => (value < 33 ? 0 : 60))
  expect(await found).toMatchObject({ kind: 'jump', value: expect.closeTo(33, 4), outcome: 60 })
})

test('what goes wrong while it is looked for ends the search', async () => {
  const failing = search(() => {
    throw new Error('given up')
  })
  await expect(failing.found).rejects.toThrow('given up')
  expect(failing.asked).toHaveLength(1)
})
