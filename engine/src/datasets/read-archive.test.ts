import { deflateRawSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readArchive } from './read-archive.ts'

const files = { 'package-1.0/data/a.csv': 'x\n1\n', 'package-1.0/data/long.csv': 'y\n'.repeat(700) }

function tar(contents: Record<string, string>): Buffer {
  const blocks = Object.entries(contents).flatMap(([path, text]) => {
    const header = Buffer.alloc(512)
    header.write(path, 0)
    header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124)
    header.write('0', 156)
    header.write('ustar', 257)
    const content = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512)
    content.write(text)
    return [header, content]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function zip(contents: Record<string, string>, method: 0 | 8): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, text] of Object.entries(contents)) {
    const packed = method === 8 ? deflateRawSync(text) : Buffer.from(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(Buffer.byteLength(path), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(Buffer.byteLength(path), 28)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, Buffer.from(path))
    parts.push(local, Buffer.from(path), packed)
    offset += 30 + Buffer.byteLength(path) + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const forms: [string, Buffer][] = [
  ['a gzipped tar file', gzipSync(tar(files))],
  ['a deflated zip file', zip(files, 8)],
  ['a stored zip file', zip(files, 0)],
]

test.each(forms)('files are taken out of %s by the end of their path', (_, archive) => {
  const found = readArchive(archive, ['data/a.csv', 'data/long.csv'], 'archive')
  expect(found.get('data/a.csv')?.toString()).toBe('x\n1\n')
  expect(found.get('data/long.csv')?.toString()).toBe('y\n'.repeat(700))
})

test.each(forms)('a file that %s lacks is named', (_, archive) => {
  expect(() => readArchive(archive, ['data/b.csv'], 'archive')).toThrow('it holds no data/b.csv')
})

test('only a whole name counts as the end of a path', () => {
  expect(() => readArchive(gzipSync(tar({ 'other-a.csv': '1' })), ['a.csv'], 'archive')).toThrow(
    'holds no a.csv',
  )
})

test.each([
  ['something else', Buffer.from('no archive at all')],
  ['nothing', Buffer.alloc(0)],
  ['a tar file cut short', gzipSync(tar(files).subarray(0, 1200))],
  ['a gzip file cut short', gzipSync(tar(files)).subarray(0, 40)],
  ['a zip file with a broken directory', zip(files, 8).fill(1, 150, 200)],
])('%s is refused', (_, archive) => {
  expect(() => readArchive(archive, ['data/long.csv'], 'archive.bin')).toThrow('"archive.bin" is malformed')
})
