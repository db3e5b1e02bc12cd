import { expect, test } from 'vitest'
import { binOf, roundEdges } from './round-edges.ts'

test.each([
  [0, 94_000, false, 5000, 0, 95_000],
  [-1234, 8000, false, 500, -1500, 8500],
  [0, 1, false, 0.05, 0, 1.05],
  [0, 85, true, 5, 0, 90],
  [0, 7, true, 1, 0, 8],
])('from %d to %d ends at round numbers', (from, to, isWhole, width, first, last) => {
  const edges = roundEdges(from, to, isWhole)
  expect(edges[1]! - edges[0]!).toBeCloseTo(width, 9)
  expect([edges[0], edges.at(-1)]).toEqual([first, last])
})

test('one value has a bin of its own', () => {
  expect(roundEdges(0, 0, false)).toEqual([0, 1])
  expect(roundEdges(2.5, 2.5, false)).toEqual([2, 3])
})

test('a value lies in the bin whose edges are around it, and outside in the outer ones', () => {
  for (const edges of [roundEdges(0, 1, false), roundEdges(-0.7, 0.9, false), roundEdges(-31, 77, true)]) {
    for (let bin = 0; bin < edges.length - 1; bin++) {
      expect(binOf(edges[bin]!, edges)).toBe(bin)
      expect(binOf((edges[bin]! + edges[bin + 1]!) / 2, edges)).toBe(bin)
    }
    expect(binOf(-1e12, edges)).toBe(0)
    expect(binOf(1e12, edges)).toBe(edges.length - 2)
  }
})
