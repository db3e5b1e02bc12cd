/** A message that is a whole file: its head, and blobs in memory of their own. */
import { type FileHandle, open } from 'node:fs/promises'
import { ReformlabError } from '../errors/index.ts'
import type { Message } from './message-stream.ts'

/** Throws E_FILE_READ, also where its head is of another `format`. */
export async function readMessageFile(path: string, format: string): Promise<Message> {
  try {
    const file = await open(path)
    try {
      const message = await readMessage(file)
      const { format: found } = message.head as { format?: unknown }
      if (found !== format) throw new Error(`it is no ${format}`)
      return message
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new ReformlabError('E_FILE_READ', { file: path, problem: (error as Error).message })
  }
}

async function readMessage(file: FileHandle): Promise<Message> {
  const { buffer } = await bytesAt(file, 0, 4)
  const length = new DataView(buffer).getUint32(0, true)
  const text = new TextDecoder().decode(await bytesAt(file, 4, length))
  const head = JSON.parse(text) as { readonly blobs: readonly number[] }
  const blobs: Uint8Array<ArrayBuffer>[] = []
  let at = 4 + length
  for (const size of head.blobs) {
    blobs.push(await bytesAt(file, at, size))
    at += size
  }
  return { head, blobs }
}

async function bytesAt(file: FileHandle, at: number, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size)
  const { bytesRead } = await file.read(bytes, 0, size, at)
  if (bytesRead < size) throw new Error('it is cut off')
  return bytes
}
