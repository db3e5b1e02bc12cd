/**
 * How a kernel finds its operands. A binding entry is a 32-bit word: an address in a storage column with bit 0 set, to
 * which the tile's row offset is added, or an offset into the thread's scratch memory. Every address is a multiple of 8.
 *
 * A tile is described by one record per entity: byte offset of its rows in a column, bytes of its rows with padding,
 * bytes of its real rows, and a word of padding.
 */

import type { FunctionWriter } from './function-writer.ts'
import { control, i32 } from './instructions.ts'

export const tileRecord = { offset: 0, padded: 4, real: 8, size: 16 } as const

/** Rows of an entity in a tile are padded to whole cache lines, so that no thread writes near another's rows. */
export const rowsPerLine = 8

export const columnEntry = (address: number): number => address | 1
export const slotEntry = (offset: number): number => offset

/** The parameters of every kernel. */
export const parameter = { bindings: 0, tile: 1, scratch: 2 } as const
export const parameterCount = 3

/** Loads one word of the tile record of entity number `entity` into a new local. */
export function loadTileWord(f: FunctionWriter, entity: number, word: number): number {
  const local = f.local('i32')
  f.get(parameter.tile)
  f.memory(i32.load, 2, entity * tileRecord.size + word)
  f.set(local)
  return local
}

/** Leaves the kernel where `bytes` is 0. */
export function returnIfEmpty(f: FunctionWriter, bytes: number): void {
  f.get(bytes)
  f.code(i32.eqz)
  f.open(control.if)
  f.code(control.return)
  f.end()
}

/** Resolves binding entry `index` into a new local: where the tile's first row lies. `offset` is a local. */
export function loadAddress(f: FunctionWriter, index: number, offset: number): number {
  const entry = f.local('i32')
  f.get(parameter.bindings)
  f.memory(i32.load, 2, index * 4)
  f.tee(entry)
  f.integer(-2)
  f.code(i32.and)
  f.get(offset)
  f.code(i32.add)
  f.get(entry)
  f.get(parameter.scratch)
  f.code(i32.add)
  f.get(entry)
  f.integer(1)
  f.code(i32.and)
  f.code(control.select)
  f.set(entry)
  return entry
}
