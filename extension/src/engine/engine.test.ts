import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { defaultConvention, defaultDataset } from '../defaults.ts'
import type { Changes, Frame } from './api-types.ts'
import type { EngineClient, EngineRequest } from './engine-client.ts'
import { EngineError } from './engine-error.ts'
import { readEvents } from './event-reader.ts'
import { LiveSession, type SessionSubject } from './live-session.ts'

const subject = { dataset: defaultDataset, year: 2026, convention: defaultConvention }

/** An engine with one session at a time, whose patches and stream the test holds. */
class FakeEngine {
  readonly patches: { readonly sequence: number; readonly changes: Changes }[] = []
  /** Of sessions that were asked for. */
  readonly subjects: SessionSubject[] = []
  /** Of which so many are given up before they are open. */
  slow = 0
  opened = 0
  closed = 0
  isDown = false
  patchAnswer: Promise<unknown> = Promise.resolve()
  #stream!: ReadableStreamDefaultController<Uint8Array>

  readonly client = {
    ask: async (path: string, { method, body }: EngineRequest = {}) => {
      if (this.isDown) throw new EngineError({ code: 'E_ENGINE_LOST', message: '', remedy: '', details: {} })
      if (method === 'DELETE') return void this.closed++
      if (path === 'v1/sessions') return this.#open(body as SessionSubject)
      this.patches.push(body as (typeof this.patches)[number])
      return this.patchAnswer
    },
    stream: async () =>
      new ReadableStream<Uint8Array>({
        start: controller => {
          this.#stream = controller
        },
      }),
  } as unknown as EngineClient

  #open(asked: SessionSubject): { readonly id: string } {
    this.subjects.push(asked)
    if (this.slow-- > 0)
      throw new EngineError({ code: 'E_REQUEST_TIME', message: '', remedy: '', details: {} })
    return { id: String(++this.opened) }
  }

  send(frame: Pick<Frame, 'sequence'>): void {
    this.#stream.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(frame)}\n\n`))
  }

  die(): void {
    this.#stream.error(new Error('gone'))
  }
}

describe('a live session', () => {
  let engine: FakeEngine
  let session: LiveSession
  let frames: number[]
  /** What the model of the engine has in place of what is asked for. */
  let fitted: SessionSubject

  beforeEach(async () => {
    vi.useFakeTimers()
    vi.stubGlobal('window', Object.assign(new EventTarget(), { setTimeout, clearTimeout }))
    engine = new FakeEngine()
    fitted = subject
    session = new LiveSession(engine.client, subject, async () => fitted)
    frames = []
    session.framed.connect((_, { sequence }) => frames.push(sequence))
  })

  afterEach(() => {
    session.dispose()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const settle = () => vi.advanceTimersByTimeAsync(50)

  test('sends what is wanted once it is open, and the newest of what a hand does meanwhile', async () => {
    session.show({ a: 1 })
    session.open()
    await settle()
    expect(engine.patches.map(({ changes }) => changes)).toEqual([{ a: 1 }])
    let answered = () => {}
    engine.patchAnswer = new Promise<void>(resolve => {
      answered = resolve
    })
    for (const a of [2, 3, 4]) session.show({ a })
    await settle()
    for (const a of [5, 6, 7]) session.show({ a })
    await settle()
    expect(engine.patches).toHaveLength(2)
    answered()
    await settle()
    expect(engine.patches.map(({ changes }) => changes.a)).toEqual([1, 2, 7])
    const sequences = engine.patches.map(({ sequence }) => sequence)
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
  })

  test('shows no frame after a newer one, and knows when all is answered', async () => {
    session.open()
    session.show({ a: 1 })
    await settle()
    const last = engine.patches.at(-1)!.sequence
    expect(session.isSettled).toBe(false)
    for (const sequence of [last, last - 1, last]) engine.send({ sequence })
    await settle()
    expect(frames).toEqual([last])
    expect(session.isSettled).toBe(true)
  })

  test('comes back after the engine was lost, with what is wanted then', async () => {
    session.open()
    session.show({ a: 1 })
    await settle()
    engine.isDown = true
    engine.die()
    await settle()
    expect(session.state).toMatchObject({ kind: 'lost', error: { code: 'E_ENGINE_LOST' } })
    session.show({ a: 2 })
    engine.isDown = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(session.state.kind).toBe('live')
    expect(engine.opened).toBe(2)
    expect(engine.patches.at(-1)!.changes).toEqual({ a: 2 })
  })

  test('is opened on what the model has, and says so', async () => {
    const told: SessionSubject[] = []
    session.fitted.connect((_, one) => told.push(one))
    session.open()
    await settle()
    expect(told).toEqual([])
    fitted = { dataset: 'persons', year: 2024, convention: 'default' }
    session.open()
    await settle()
    expect(told).toEqual([fitted])
    expect(engine.subjects.map(({ dataset }) => dataset)).toEqual([defaultDataset, 'persons'])
  })

  test('goes on opening while a population takes longer than an answer', async () => {
    engine.slow = 2
    session.open()
    await settle()
    expect(session.state.kind).toBe('live')
    expect(engine.subjects).toHaveLength(3)
  })

  test('is closed in the engine when the page is left', async () => {
    session.open()
    await settle()
    window.dispatchEvent(new Event('pagehide'))
    await settle()
    expect(engine.closed).toBe(1)
  })
})

test('events are read however they are cut', async () => {
  const text = ': open\n\nid: 1\nevent: frame\ndata: {"a":"ä"}\n\n: alive\n\ndata: 2\n\n'
  for (const size of [1, 2, 7, 1000]) {
    const bytes = new TextEncoder().encode(text)
    const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.slice(index * size, (index + 1) * size),
    )
    const found: string[] = []
    for await (const data of readEvents(bodyOf(parts))) found.push(data)
    expect(found).toEqual(['{"a":"ä"}', '2'])
  }
})

function bodyOf(parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: controller => {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
}

test('errors keep their words, and what is none of ours gets some', () => {
  const body = { code: 'E_REFORM', message: 'No.', remedy: 'Yes.', details: { line: 3 } }
  expect(EngineError.ofAnswer(422, JSON.stringify({ error: body }))).toMatchObject(body)
  expect(EngineError.ofAnswer(404, '<html>')).toMatchObject({ code: 'E_SERVER_EXTENSION' })
  expect(EngineError.ofAnswer(500, '')).toMatchObject({ code: 'E_SERVER', details: { status: 500 } })
})

test('defaults are those of the interface', () => {
  const { paths } = parse(readFileSync(new URL('../../../schema/openapi.yaml', import.meta.url), 'utf8'))
  const { properties } = paths['/v1/sessions'].post.requestBody.content['application/json'].schema
  expect(properties.dataset.default).toBe(defaultDataset)
  expect(properties.convention.default).toBe(defaultConvention)
})
