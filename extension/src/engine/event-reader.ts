/** Server-sent events read from a body while it comes; comments and other fields are passed over. */

/** The `data` of each event. Ends where the body ends. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader()
  const parts: string[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      parts.push(value)
      if (!value.includes('\n')) continue
      const events = parts.join('').split('\n\n')
      parts.length = 0
      parts.push(events.pop()!)
      for (const event of events) {
        const data = dataOf(event)
        if (data !== '') yield data
      }
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}

function dataOf(event: string): string {
  const lines = event.split('\n').filter(line => line.startsWith('data:'))
  return lines.map(line => line.slice(5).trimStart()).join('\n')
}
