import { describe, expect, test } from 'vitest'
import { ReformlabError } from '../errors/index.ts'
import { openModel } from '../model/index.ts'
import type { Impact } from '../outcomes/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import { type Frame, LiveSession } from './live-session.ts'

const { law } = await openModel()

/** A session whose computations end when the test says so. */
function slowSession(options: { readonly patience?: number } = {}) {
  const runs: { law: ParameterTree; signal: AbortSignal; end(): void; fail(error: Error): void }[] = []
  const frames: Frame[] = []
  const live = new LiveSession({
    patience: 1e9,
    ...options,
    answer: (newest, signal) =>
      new Promise((resolve, reject) => {
        const run = { law: newest(), signal, end: () => resolve({} as Impact), fail: reject }
        signal.addEventListener('abort', () => reject(signal.reason))
        runs.push(run)
      }),
  })
  live.read(frame => frames.push(frame))
  return { live, runs, frames, sequences: () => frames.map(({ sequence }) => sequence) }
}
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('a live session', () => {
  test('stops the older run when a newer patch comes, and answers the newer', async () => {
    const { live, runs, sequences } = slowSession()
    live.patch(1, law)
    live.patch(2, law)
    await settled()
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([true, false])
    runs[1]!.end()
    await settled()
    expect(sequences()).toEqual([2])
  })

  test('computes only the newest of the patches that came meanwhile', async () => {
    const { live, runs, sequences } = slowSession()
    for (const sequence of [1, 2, 3, 4, 5]) live.patch(sequence, law)
    await settled()
    expect(runs).toHaveLength(2)
    runs[1]!.end()
    await settled()
    expect(sequences()).toEqual([5])
  })

  test('lets a run end when nothing was answered for longer than its patience', async () => {
    const { live, runs, sequences } = slowSession({ patience: -1 })
    live.patch(1, law)
    live.patch(2, law)
    live.patch(3, law)
    await settled()
    expect(runs.map(({ signal }) => signal.aborted)).toEqual([false])
    runs[0]!.end()
    await settled()
    runs[1]!.end()
    await settled()
    expect(sequences()).toEqual([1, 3])
  })

  test('refuses a patch that is not newer, and goes on', async () => {
    const { live, runs, sequences } = slowSession()
    live.patch(7, law)
    for (const sequence of [7, 3])
      expect(() => live.patch(sequence, law)).toThrow(expect.objectContaining({ code: 'E_SESSION_SEQUENCE' }))
    runs[0]!.end()
    await settled()
    expect(sequences()).toEqual([7])
  })

  test('answers a patch that cannot be computed with its error, and the next one as ever', async () => {
    const { live, runs, frames } = slowSession()
    live.patch(1, law)
    runs[0]!.fail(new ReformlabError('E_OUTCOME_VALUE', { variable: 'income_tax' }))
    await settled()
    live.patch(2, law)
    runs[1]!.fail(new TypeError('a mistake of ours'))
    await settled()
    live.patch(3, law)
    runs[2]!.end()
    await settled()
    expect(frames).toMatchObject([
      { sequence: 1, error: { code: 'E_OUTCOME_VALUE', details: { variable: 'income_tax' } } },
      { sequence: 2, error: { code: 'E_INTERNAL', message: expect.not.stringContaining('ours') } },
      { sequence: 3, impact: {} },
    ])
  })

  test('answers nothing more once it is closed', async () => {
    const { live, runs, frames } = slowSession()
    live.patch(1, law)
    live.patch(2, law)
    live.close()
    await settled()
    expect(runs[0]!.signal.aborted).toBe(true)
    expect(runs.slice(1).every(({ signal }) => signal.aborted)).toBe(true)
    expect(frames).toEqual([])
    expect(live.ended.aborted).toBe(true)
  })

  test('answers 2,000 patches at random moments in order, the last one always', async () => {
    const frames: number[] = []
    let stopped = 0
    const live = new LiveSession({
      patience: 5,
      answer: async (newest, signal) => {
        newest()
        for (let step = 0; step < 3; step++) {
          await settled()
          if (signal.aborted) stopped++
          signal.throwIfAborted()
        }
        return {} as Impact
      },
    })
    live.read(({ sequence }) => frames.push(sequence))
    for (let sequence = 0; sequence < 2000; sequence++) {
      live.patch(sequence, law)
      if (sequence % 7 < 3) await settled()
    }
    while (live.frame?.sequence !== 1999) await settled()
    expect(frames).toEqual(frames.toSorted((a, b) => a - b))
    expect(new Set(frames).size).toBe(frames.length)
    expect(stopped).toBeGreaterThan(0)
    expect(frames.length).toBeGreaterThan(10)
  })
})
