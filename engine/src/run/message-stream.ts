/**
 * Messages over a stream of bytes: the length of a JSON text as an unsigned 32-bit number, least byte first, the text,
 * and blobs. The text's `blobs` says how many bytes each has; elsewhere in it a blob is named by its place among them.
 */

export interface Message {
  readonly head: unknown
  readonly blobs: readonly Uint8Array<ArrayBuffer>[]
}

/** Ends where the stream does; what was cut off there is no message. */
export async function* readMessages(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  const bytes = new ByteQueue(stream)
  for (;;) {
    const length = await bytes.take(4)
    if (!length) return
    const text = await bytes.take(new DataView(length.buffer).getUint32(0, true))
    if (!text) return
    const head: unknown = JSON.parse(new TextDecoder().decode(text))
    const blobs: Uint8Array<ArrayBuffer>[] = []
    for (const size of sizesOf(head)) {
      const blob = await bytes.take(size)
      if (!blob) return
      blobs.push(blob)
    }
    yield { head, blobs }
  }
}

export function encodeMessage(head: object, blobs: readonly Uint8Array[] = []): Uint8Array[] {
  const text = new TextEncoder().encode(JSON.stringify({ ...head, blobs: blobs.map(b => b.byteLength) }))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, text.length, true)
  return [length, text, ...blobs]
}

function sizesOf(head: unknown): number[] {
  const sizes = (head as { blobs?: unknown } | null)?.blobs
  return Array.isArray(sizes) ? sizes.map(Number) : []
}

class ByteQueue {
  readonly #chunks: AsyncIterator<Uint8Array>
  #chunk = new Uint8Array(0)

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  /** The next bytes, in memory of their own; undefined where the stream ends before. */
  async take(count: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const taken = new Uint8Array(count)
    for (let filled = 0; filled < count; ) {
      if (!this.#chunk.length) {
        const next = await this.#chunks.next()
        if (next.done) return undefined
        this.#chunk = new Uint8Array(next.value)
      }
      const part = this.#chunk.subarray(0, count - filled)
      taken.set(part, filled)
      filled += part.length
      this.#chunk = this.#chunk.subarray(part.length)
    }
    return taken
  }
}
