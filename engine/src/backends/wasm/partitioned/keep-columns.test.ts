import { expect, test } from 'vitest'
import { branchOnState } from '../../testing/branch-on-state.ts'
import { randomProgram } from '../../testing/random-program.ts'
import { compilePartitioned } from './compile-partitioned.ts'
import { factsOf } from './facts.ts'
import { columnsToKeep } from './keep-columns.ts'

test('columns are kept within the limit, more of them within a larger one, and all where there is no limit', () => {
  let between = 0
  for (let seed = 1; seed <= 40; seed++) {
    const program = branchOnState(randomProgram(seed, 200), seed) ?? randomProgram(seed, 200)
    const leaf = program.nodes.findIndex(n => n.op === 'input')
    const facts = [0, 1].map(value => factsOf(new Map([[leaf, { value }]])))
    const compiled = compilePartitioned(program, facts)
    const rowsOf = (partition: number) => 100 * (partition + 1)
    const bytesWithin = (limit: number) =>
      columnsToKeep(compiled, rowsOf, limit).reduce(
        (bytes, kept, partition) =>
          bytes + kept.reduce((sum, isKept) => sum + isKept, 0) * rowsOf(partition) * 8,
        0,
      )
    const all = compiled.plans.reduce((bytes, { kernels }, partition) => {
      const { first } = compiled.columns
      const columns = kernels.reduce((sum, k) => sum + first[k + 1]! - first[k]!, 0)
      return bytes + columns * rowsOf(partition) * 8
    }, 0)
    expect(bytesWithin(Infinity), `seed ${seed}`).toBe(all)
    expect(bytesWithin(0)).toBe(0)
    const [some, more] = [bytesWithin(all / 4), bytesWithin(all / 2)]
    expect(some).toBeLessThanOrEqual(all / 4)
    expect(more).toBeLessThanOrEqual(all / 2)
    expect(more).toBeGreaterThanOrEqual(some)
    if (some > 0) between++
  }
  expect(between).toBeGreaterThan(20)
})
