import { expect, test } from 'vitest'
import { ByteWriter } from './byte-writer.ts'

const written = (write: (w: ByteWriter) => void) => {
  const w = new ByteWriter(1)
  write(w)
  return [...w.toBytes()]
}

test.each([
  [0, [0]],
  [127, [0x7f]],
  [128, [0x80, 0x01]],
  [624485, [0xe5, 0x8e, 0x26]],
  [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
])('writes %d unsigned', (value, bytes) => {
  expect(written(w => w.unsigned(value))).toEqual(bytes)
})

test.each([
  [0, [0]],
  [63, [0x3f]],
  [64, [0xc0, 0x00]],
  [-1, [0x7f]],
  [-64, [0x40]],
  [-65, [0xbf, 0x7f]],
  [-123456, [0xc0, 0xbb, 0x78]],
  [2147483647, [0xff, 0xff, 0xff, 0xff, 0x07]],
  [-2147483648, [0x80, 0x80, 0x80, 0x80, 0x78]],
])('writes %d signed', (value, bytes) => {
  expect(written(w => w.signed(value))).toEqual(bytes)
})

test('writes numbers in little-endian order, and names after their length', () => {
  expect(written(w => w.float64(1))).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
  expect(written(w => w.name('env'))).toEqual([3, 0x65, 0x6e, 0x76])
})

test('writes a section as its id, its size and its content', () => {
  expect(written(w => w.section(7, s => s.bytes([9, 8])))).toEqual([7, 2, 9, 8])
})
