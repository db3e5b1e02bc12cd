/** Writes one WASM function: typed locals handed out on demand, instructions as method calls. */
import { ByteWriter } from './byte-writer.ts'
import { control, f64, i32, v128, valueType } from './instructions.ts'

export type LocalType = keyof typeof valueType

export class FunctionWriter {
  readonly #body = new ByteWriter()
  readonly #locals: LocalType[] = []
  readonly #parameterCount: number

  constructor(parameterCount: number) {
    this.#parameterCount = parameterCount
  }

  local(type: LocalType): number {
    this.#locals.push(type)
    return this.#parameterCount + this.#locals.length - 1
  }

  code(opcode: number): void {
    this.#body.byte(opcode)
  }

  simd(opcode: number): void {
    this.#body.byte(0xfd)
    this.#body.unsigned(opcode)
  }

  lane(opcode: number, lane: number): void {
    this.simd(opcode)
    this.#body.byte(lane)
  }

  get(local: number): void {
    this.#indexed(control.local_get, local)
  }

  set(local: number): void {
    this.#indexed(control.local_set, local)
  }

  tee(local: number): void {
    this.#indexed(control.local_tee, local)
  }

  call(index: number): void {
    this.#indexed(control.call, index)
  }

  callIndirect(type: number): void {
    this.#indexed(control.call_indirect, type)
    this.#body.byte(0)
  }

  branch(opcode: typeof control.br | typeof control.br_if, depth: number): void {
    this.#indexed(opcode, depth)
  }

  /** Opens a `block`, `loop` or `if` without result. */
  open(opcode: number): void {
    this.#body.byte(opcode)
    this.#body.byte(0x40)
  }

  end(): void {
    this.#body.byte(control.end)
  }

  integer(value: number): void {
    this.#body.byte(i32.const)
    this.#body.signed(value)
  }

  float(value: number): void {
    this.#body.byte(f64.const)
    this.#body.float64(value)
  }

  /** Both lanes `value`. */
  floats(value: number): void {
    this.simd(v128.const)
    this.#body.float64(value)
    this.#body.float64(value)
  }

  /** A scalar load or store of 4 or 8 bytes at the address on the stack plus `offset`. */
  memory(opcode: number, alignment: 2 | 3, offset = 0): void {
    this.#body.byte(opcode)
    this.#body.unsigned(alignment)
    this.#body.unsigned(offset)
  }

  /** A SIMD load or store. */
  simdMemory(opcode: number, alignment: 3 | 4, offset = 0): void {
    this.simd(opcode)
    this.#body.unsigned(alignment)
    this.#body.unsigned(offset)
  }

  /** The entry of a code section. Closes the function. */
  finish(): ByteWriter {
    this.end()
    const whole = new ByteWriter(this.#body.length + 64)
    const runs: { type: LocalType; count: number }[] = []
    for (const type of this.#locals) {
      const last = runs.at(-1)
      if (last?.type === type) last.count++
      else runs.push({ type, count: 1 })
    }
    whole.unsigned(runs.length)
    for (const { type, count } of runs) {
      whole.unsigned(count)
      whole.byte(valueType[type])
    }
    whole.bytes(this.#body.toBytes())
    return whole
  }

  #indexed(opcode: number, index: number): void {
    this.#body.byte(opcode)
    this.#body.unsigned(index)
  }
}
