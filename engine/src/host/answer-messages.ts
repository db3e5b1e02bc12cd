/** Answers messages one after the other until the stream ends. What goes wrong is an answer too. */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { ReformlabError } from '../errors/index.ts'
import { encodeMessage, readMessages } from '../run/message-stream.ts'
import { requestHead } from './host-request.ts'
import { type Answer, ProgramHost } from './program-host.ts'

export async function answerMessages(input: AsyncIterable<Uint8Array>, output: Writable): Promise<void> {
  const host = new ProgramHost()
  try {
    for await (const message of readMessages(input)) {
      const answer = await attempt(() => host.answer(requestHead(message), message))
      for (const part of encodeMessage(answer.head, answer.blobs))
        if (!output.write(part)) await once(output, 'drain')
    }
  } finally {
    await host.close()
  }
}

async function attempt(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ReformlabError) return { head: { error: error.toJSON() } }
    const message = error instanceof Error ? error.message : String(error)
    const remedy = 'This is a mistake in Reformlab. Report it with what was asked.'
    return { head: { error: { code: 'E_INTERNAL', message, remedy } } }
  }
}
