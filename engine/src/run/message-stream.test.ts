import { expect, test } from 'vitest'
import { encodeMessage, type Message, readMessages } from './message-stream.ts'

async function read(bytes: Uint8Array, chunk: number): Promise<Message[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  const found: Message[] = []
  for await (const message of readMessages(chunks())) found.push(message)
  return found
}

const parts = [
  ...encodeMessage({ kind: 'run', text: 'Größe' }, [Uint8Array.of(1, 2, 3), Uint8Array.of()]),
  ...encodeMessage({ kind: 'close' }),
]
const bytes = Uint8Array.from(parts.flatMap(part => [...part]))

test.each([1, 3, 7, 1000])('messages are the same in pieces of %s bytes', async chunk => {
  const [first, second, ...rest] = await read(bytes, chunk)
  expect(first!.head).toEqual({ kind: 'run', text: 'Größe', blobs: [3, 0] })
  expect(first!.blobs.map(blob => [...blob])).toEqual([[1, 2, 3], []])
  expect(second).toEqual({ head: { kind: 'close', blobs: [] }, blobs: [] })
  expect(rest).toEqual([])
})

test('what is cut off is no message', async () => {
  expect(await read(bytes.subarray(0, bytes.length - 1), 5)).toHaveLength(1)
  expect(await read(bytes.subarray(0, 2), 5)).toEqual([])
})
