/** Takes single files out of a `.tar.gz` or a `.zip` (which a Python wheel is), in memory: nothing is unpacked to disk. */
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { ReformlabError } from '../errors/index.ts'

const largestArchive = 2 ** 30

/**
 * The members of `archive` whose path ends in one of `suffixes`, by suffix.
 *
 * file    the archive's name, for messages
 * throws  E_DATASET_FILE when it is no archive of these kinds, is damaged, or lacks one of them
 */
export function readArchive(
  archive: Uint8Array,
  suffixes: readonly string[],
  file: string,
): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  const wanted = (path: string) => suffixes.find(suffix => path === suffix || path.endsWith(`/${suffix}`))
  try {
    const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
    const members = bytes.readUInt16BE(0) === 0x1f8b ? tarMembers(bytes) : zipMembers(bytes)
    for (const { path, read } of members) {
      const suffix = wanted(path)
      if (suffix !== undefined && !found.has(suffix)) found.set(suffix, read())
    }
  } catch (error) {
    throw new ReformlabError('E_DATASET_FILE', {
      file,
      problem: `it cannot be unpacked (${(error as Error).message})`,
    })
  }
  const missing = suffixes.find(suffix => !found.has(suffix))
  if (missing !== undefined)
    throw new ReformlabError('E_DATASET_FILE', { file, problem: `it holds no ${missing}` })
  return found
}

interface Member {
  readonly path: string
  read(): Buffer
}

/** POSIX ustar: 512-byte headers, contents padded to 512. Longer names (pax, GNU) only name files not wanted here. */
function* tarMembers(compressed: Buffer): Generator<Member> {
  const tar = gunzipSync(compressed, { maxOutputLength: largestArchive })
  const text = (from: number, length: number) =>
    tar.toString('latin1', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12).trim(), 8)
    if (!Number.isFinite(size)) throw new Error('a tar header has no size')
    const kind = text(at + 156, 1)
    const prefix = text(at + 257, 5) === 'ustar' ? text(at + 345, 155) : ''
    const path = (prefix === '' ? '' : `${prefix}/`) + text(at, 100)
    const start = at + 512
    if (start + size > tar.length) throw new Error('the tar file ends early')
    if (kind === '' || kind === '0')
      yield { path, read: () => Buffer.from(tar.subarray(start, start + size)) }
    at = start + Math.ceil(size / 512) * 512
  }
}

/** Central directory of a zip file without zip64, as wheels are. */
function* zipMembers(zip: Buffer): Generator<Member> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end === -1) throw new Error('it is neither a gzip nor a zip file')
  const entries = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let entry = 0; entry < entries; entry++) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('the zip directory is broken')
    const method = zip.readUInt16LE(at + 10)
    const packed = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const header = zip.readUInt32LE(at + 42)
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength)
    yield { path, read: () => zipContent(zip, header, packed, method) }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

function zipContent(zip: Buffer, header: number, packed: number, method: number): Buffer {
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const content = zip.subarray(start, start + packed)
  if (method === 0) return Buffer.from(content)
  if (method === 8) return inflateRawSync(content, { maxOutputLength: largestArchive })
  throw new Error(`zip method ${method} is not known`)
}
