/**
 * Emits an elementwise kernel: one loop over the tile's rows, two rows at a time. Scalars are loaded before the loop. In
 * memory a condition is 0 or 1; between operations it is a mask, made and unmade only where it must be.
 */
import type { Program } from '../../program/index.ts'
import { loadAddress, loadTileWord, parameterCount, returnIfEmpty, tileRecord } from './binding.ts'
import type { ByteWriter } from './byte-writer.ts'
import { emitOperation, type Lanes } from './emit-operation.ts'
import { FunctionWriter } from './function-writer.ts'
import { control, f64x2, i32, v128 } from './instructions.ts'
import type { Kernel } from './kernel.ts'

/** Where things are that kernels address directly. */
export interface EmitContext {
  readonly program: Program
  isScalar(node: number): boolean
  /** Address of a scalar operand. */
  scalarAddress(node: number): number
  /** Address of the cases of a gather over scalars by a column; undefined for every other node. */
  casesAddress(node: number): number | undefined
  /** Index of an entity in a tile's records. */
  entityIndex(entity: string): number
  /** Index of an imported function. */
  importIndex(op: string): number
}

export function emitElementwise(kernel: Kernel, context: EmitContext): ByteWriter {
  const { nodes } = context.program
  const f = new FunctionWriter(parameterCount)
  const entity = context.entityIndex(kernel.entity)
  const end = loadTileWord(f, entity, tileRecord.padded)
  returnIfEmpty(f, end)
  const offset = loadTileWord(f, entity, tileRecord.offset)
  const addresses = [...kernel.inputs, ...kernel.outputs].map((_, i) => loadAddress(f, i, offset))
  const inputs = new Map(kernel.inputs.map((id, i) => [id, addresses[i]!]))
  const outputs = new Map(kernel.outputs.map((id, i) => [id, addresses[kernel.inputs.length + i]!]))
  const row = f.local('i32')
  const numbers = new Map<number, number>()
  const masks = new Map<number, number>()
  const constants = new Map<number, number>()
  const ones = constant(1)
  const infinity = constant(Number.POSITIVE_INFINITY)
  loadScalars()

  const lanes: Lanes = {
    f,
    number: id => {
      if (!numbers.has(id)) {
        if (masks.has(id)) {
          f.get(masks.get(id)!)
          f.get(ones)
          f.simd(v128.and)
        } else {
          at(inputs.get(id)!)
          f.simdMemory(v128.load, 3)
        }
        keep(numbers, id)
      }
      f.get(numbers.get(id)!)
    },
    mask: id => {
      if (!masks.has(id)) {
        lanes.number(id)
        f.floats(0)
        f.simd(f64x2.ne)
        keep(masks, id)
      }
      f.get(masks.get(id)!)
    },
    constant: value => f.get(constants.get(value)!),
    infinity: () => f.get(infinity),
  }

  f.open(control.loop)
  for (const id of kernel.nodes) {
    keep(emitOperation(context, id, lanes) === 'mask' ? masks : numbers, id)
    const target = outputs.get(id)
    if (target === undefined) continue
    at(target)
    lanes.number(id)
    f.simdMemory(v128.store, 3)
  }
  f.get(row)
  f.integer(16)
  f.code(i32.add)
  f.tee(row)
  f.get(end)
  f.code(i32.lt_u)
  f.branch(control.br_if, 0)
  f.end()
  return f.finish()

  function at(address: number): void {
    f.get(address)
    f.get(row)
    f.code(i32.add)
  }

  function keep(values: Map<number, number>, id: number): void {
    const local = f.local('v128')
    values.set(id, local)
    f.set(local)
  }

  function constant(value: number): number {
    const local = f.local('v128')
    f.floats(value)
    f.set(local)
    constants.set(value, local)
    return local
  }

  function loadScalars(): void {
    for (const id of kernel.nodes) {
      const { op, args } = nodes[id]!
      if (context.casesAddress(id) !== undefined) continue
      if (op === 'gather') for (let k = 1; k < args.length - 1; k++) if (!constants.has(k)) constant(k)
      for (const a of args) {
        if (!context.isScalar(a) || numbers.has(a)) continue
        f.integer(0)
        f.simdMemory(v128.load64_splat, 3, context.scalarAddress(a))
        keep(numbers, a)
        if (nodes[a]!.type !== 'bool') continue
        f.get(numbers.get(a)!)
        f.floats(0)
        f.simd(f64x2.ne)
        keep(masks, a)
      }
    }
  }
}
