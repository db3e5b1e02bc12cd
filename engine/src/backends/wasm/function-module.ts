/** A WASM module of one function over the shared memory, for loops that are not kernels of a program. */
import { ByteWriter } from './byte-writer.ts'
import { importMemory, magic, section } from './emit-module.ts'
import { valueType } from './instructions.ts'

/** Exports `body` as `run`, a function of `parameterCount` integers without a result. It imports `env.memory`. */
export function functionModule(parameterCount: number, body: ByteWriter): WebAssembly.Module {
  const w = new ByteWriter()
  w.bytes(magic)
  w.section(section.type, s => {
    s.bytes([1, 0x60, parameterCount, ...Array(parameterCount).fill(valueType.i32), 0])
  })
  w.section(section.import, s => {
    s.unsigned(1)
    importMemory(s)
  })
  w.section(section.function, s => s.bytes([1, 0]))
  w.section(section.export, s => {
    s.unsigned(1)
    s.name('run')
    s.bytes([0, 0])
  })
  w.section(section.code, s => {
    s.unsigned(1)
    s.sized(body)
  })
  return new WebAssembly.Module(w.toBytes().slice())
}
