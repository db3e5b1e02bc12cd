/**
 * Assembles the kernels into one WASM module. It imports the shared memory and the operations WASM lacks, and exports
 * `run(schedule, end, tile, scratch)`: the kernels listed from `schedule` to `end`, one after the other, over one tile.
 * A schedule is a list of pairs of words: number of the kernel, address of its bindings.
 */
import { parameter, parameterCount } from './binding.ts'
import { ByteWriter } from './byte-writer.ts'
import { type EmitContext, emitElementwise } from './emit-elementwise.ts'
import { emitRelation } from './emit-relation.ts'
import { FunctionWriter } from './function-writer.ts'
import { importedOps } from './imported-ops.ts'
import { control, i32, valueType } from './instructions.ts'
import type { Kernel } from './kernel.ts'

export const section = { type: 1, import: 2, function: 3, table: 4, export: 7, element: 9, code: 10 } as const
const kind = { function: 0, table: 1, memory: 2 } as const
const type = { kernel: 0, run: 1, unary: 2, binary: 3 } as const
const sharedWithMaximum = 3
const funcref = 0x70
/** How every module begins: its format and version. */
export const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]

export const scheduleEntryBytes = 8
/** WASM's own limit: 4 GiB in pages of 64 KiB. */
export const maximumPages = 65536

export function emitModule(
  kernels: readonly Kernel[],
  context: Omit<EmitContext, 'importIndex'>,
): Uint8Array<ArrayBuffer> {
  const emit: EmitContext = { ...context, importIndex: op => importedOps.indexOf(op as 'power') }
  const first = importedOps.length
  const run = first + kernels.length
  const w = new ByteWriter(1 << 16)
  w.bytes(magic)
  w.section(section.type, s => {
    const signatures = [
      [Array(parameterCount).fill(valueType.i32), []],
      [Array(4).fill(valueType.i32), []],
      [[valueType.f64], [valueType.f64]],
      [[valueType.f64, valueType.f64], [valueType.f64]],
    ] as const
    s.unsigned(signatures.length)
    for (const [parameters, results] of signatures) {
      s.byte(0x60)
      s.unsigned(parameters.length)
      s.bytes(parameters)
      s.unsigned(results.length)
      s.bytes(results)
    }
  })
  w.section(section.import, s => {
    s.unsigned(importedOps.length + 1)
    for (const op of importedOps) {
      s.name('op')
      s.name(op)
      s.byte(kind.function)
      s.unsigned(op === 'modulo' || op === 'power' ? type.binary : type.unary)
    }
    importMemory(s)
  })
  w.section(section.function, s => {
    s.unsigned(kernels.length + 1)
    for (const _ of kernels) s.unsigned(type.kernel)
    s.unsigned(type.run)
  })
  w.section(section.table, s => {
    s.unsigned(1)
    s.byte(funcref)
    s.byte(0)
    s.unsigned(kernels.length)
  })
  w.section(section.export, s => {
    s.unsigned(1)
    s.name('run')
    s.byte(kind.function)
    s.unsigned(run)
  })
  w.section(section.element, s => {
    s.unsigned(1)
    s.byte(0)
    s.bytes([i32.const, 0, control.end])
    s.unsigned(kernels.length)
    for (let k = 0; k < kernels.length; k++) s.unsigned(first + k)
  })
  w.section(section.code, s => {
    s.unsigned(kernels.length + 1)
    for (const kernel of kernels)
      s.sized(kernel.relation ? emitRelation(kernel, emit) : emitElementwise(kernel, emit))
    s.sized(emitRun())
  })
  return w.toBytes().slice()
}

/** The import of the shared memory, as an entry of the section. */
export function importMemory(s: ByteWriter): void {
  s.name('env')
  s.name('memory')
  s.byte(kind.memory)
  s.byte(sharedWithMaximum)
  s.unsigned(1)
  s.unsigned(maximumPages)
}

function emitRun(): ByteWriter {
  const [schedule, end, tile, scratch] = [0, 1, 2, 3]
  const f = new FunctionWriter(4)
  f.get(schedule)
  f.get(end)
  f.code(i32.lt_u)
  f.open(control.if)
  f.open(control.loop)
  const kernelParameters: Record<keyof typeof parameter, () => void> = {
    bindings: () => {
      f.get(schedule)
      f.memory(i32.load, 2, 4)
    },
    tile: () => f.get(tile),
    scratch: () => f.get(scratch),
  }
  for (const name of Object.keys(parameter) as (keyof typeof parameter)[]) kernelParameters[name]()
  f.get(schedule)
  f.memory(i32.load, 2)
  f.callIndirect(type.kernel)
  f.get(schedule)
  f.integer(scheduleEntryBytes)
  f.code(i32.add)
  f.tee(schedule)
  f.get(end)
  f.code(i32.lt_u)
  f.branch(control.br_if, 0)
  f.end()
  f.end()
  return f.finish()
}
