import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AnswerQueue } from './answer-queue.ts'
import { EngineError } from './engine-error.ts'

interface Asked {
  readonly path: string
  readonly body: unknown
  readonly signal: AbortSignal
  answer(value: unknown): void
  fail(error: unknown): void
}

let asked: Asked[]
let queue: AnswerQueue<'household' | 'earnings'>

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  const ask = (path: string, { body, signal }: { body?: unknown; signal?: AbortSignal } = {}) =>
    new Promise<never>((answer, fail) => {
      asked.push({ path, body, signal: signal!, answer: answer as (value: unknown) => void, fail })
      signal!.addEventListener('abort', () => fail(new DOMException('given up', 'AbortError')))
    })
  queue = new AnswerQueue({ ask }, ['household', 'earnings'])
})

afterEach(() => {
  queue.dispose()
  vi.useRealTimers()
})

const question = (at: number) => ({ path: 'v1/households', body: { at } })
const pass = () => vi.advanceTimersByTimeAsync(20)
const failure = (code: string) => new EngineError({ code, message: 'm', remedy: 'r', details: {} })

test('of many questions in a frame the newest is asked, once', async () => {
  for (let at = 0; at < 10; at++) queue.want('household', question(at), true)
  await pass()
  queue.want('household', question(9), true)
  await pass()
  expect(asked.map(({ body }) => body)).toEqual([{ at: 9 }])
  asked[0]!.answer('nine')
  await pass()
  expect(queue.state('household')).toMatchObject({ state: 'answered', answer: 'nine' })
})

test('while a hand moves an answer is let come and shown, and the newest question follows', async () => {
  queue.want('household', question(1), true)
  await pass()
  queue.want('household', question(2), true)
  queue.want('household', question(3), true)
  await pass()
  expect(asked).toHaveLength(1)
  asked[0]!.answer('one')
  await pass()
  expect(queue.state('household')).toMatchObject({ state: 'waiting', answer: 'one' })
  expect(asked[1]!.body).toEqual({ at: 3 })
})

test('when it rests an older question is given up', async () => {
  queue.want('household', question(1), true)
  await pass()
  queue.want('household', question(2))
  await pass()
  expect(asked[0]!.signal.aborted).toBe(true)
  expect(asked[1]!.body).toEqual({ at: 2 })
})

test('one question is under way at a time, and no kind is starved by another', async () => {
  queue.want('household', question(1), true)
  queue.want('earnings', { path: 'v1/earnings', body: {} }, true)
  await pass()
  queue.want('household', question(2), true)
  expect(asked).toHaveLength(1)
  asked[0]!.answer('one')
  await pass()
  expect(asked.map(({ path }) => path)).toEqual(['v1/households', 'v1/earnings'])
})

test('what was given up is asked again when that is wanted', async () => {
  queue.want('household', question(1))
  await pass()
  queue.giveUp('household')
  await pass()
  expect(queue.state('household').state).toBe('given-up')
  expect(asked).toHaveLength(1)
  queue.again('household')
  await pass()
  expect(asked).toHaveLength(2)
})

test('an error is told, and asked again by itself where it passes', async () => {
  queue.want('household', question(1))
  await pass()
  asked[0]!.fail(failure('E_ENGINE_LOST'))
  await pass()
  expect(queue.state('household')).toMatchObject({ state: 'waiting', problem: { code: 'E_ENGINE_LOST' } })
  await vi.advanceTimersByTimeAsync(2000)
  asked[1]!.fail(failure('E_SITUATION'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(queue.state('household')).toMatchObject({ state: 'failed', problem: { code: 'E_SITUATION' } })
  expect(asked).toHaveLength(2)
})

test('a problem that has passed is told no more', async () => {
  queue.want('household', question(1))
  await pass()
  asked[0]!.fail(failure('E_ENGINE_LOST'))
  await vi.advanceTimersByTimeAsync(2000)
  asked[1]!.answer('one')
  await pass()
  expect(queue.state('household')).toMatchObject({ state: 'answered', problem: undefined })
})

test('without a question there is no answer', async () => {
  queue.want('household', question(1))
  await pass()
  asked[0]!.answer('one')
  await pass()
  queue.want('household', undefined)
  expect(queue.state('household')).toMatchObject({ state: 'none', answer: undefined })
})
