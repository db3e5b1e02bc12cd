/** Columns that a script of the peer wrote: raw little-endian doubles. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export function readPeerColumn(folder: string, name: string): Float64Array {
  const bytes = readFileSync(join(folder, `${name}.f64`))
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
