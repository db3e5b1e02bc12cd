/** Reads a session's stream of server-sent events as a client would. */
import type { Frame } from './live-session.ts'

export interface ReceivedFrame extends Frame {
  /** `performance.now()` when it had come whole. */
  readonly at: number
}

export class FrameReader {
  readonly frames: ReceivedFrame[] = []
  readonly #control = new AbortController()
  readonly #waiting = new Set<() => void>()
  /** Resolves when the stream has ended, by whomever. */
  readonly ended: Promise<void>

  private constructor(body: ReadableStream<Uint8Array>, control: AbortController) {
    this.#control = control
    this.ended = this.#read(body)
  }

  static async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<FrameReader> {
    const control = new AbortController()
    const response = await fetch(url, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: control.signal,
    })
    if (response.status !== 200) throw new Error(`the stream answered ${response.status}`)
    return new FrameReader(response.body!, control)
  }

  /** The frame that answers patch `sequence`. */
  async frame(sequence: number): Promise<ReceivedFrame> {
    for (;;) {
      const found = this.frames.find(frame => frame.sequence === sequence)
      if (found) return found
      await new Promise<void>(resolve => this.#waiting.add(resolve))
    }
  }

  leave(): void {
    this.#control.abort()
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true })
        const events = text.split('\n\n')
        text = events.pop()!
        for (const event of events) this.#take(event)
      }
    } catch (error) {
      if (!this.#control.signal.aborted) throw error
    }
  }

  #take(event: string): void {
    const data = /^data: (.*)$/m.exec(event)?.[1]
    if (data === undefined) return
    this.frames.push({ ...(JSON.parse(data) as Frame), at: performance.now() })
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}
