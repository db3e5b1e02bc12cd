/**
 * Emits a kernel of relation operations: `up` folds each member's value into its group's row, members in order; `down`
 * copies the group's value to each member. The relation itself is one binding more, after those of the operations: for
 * each member row four bytes, the byte offset of its group's row among the group rows of the tile.
 */
import { loadAddress, loadTileWord, parameterCount, tileRecord } from './binding.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { EmitContext } from './emit-elementwise.ts'
import { FunctionWriter } from './function-writer.ts'
import { control, f64, i32, v128 } from './instructions.ts'
import type { Kernel } from './kernel.ts'

const start = { sum_members: 0, max_members: -Infinity, min_members: Infinity }

export function emitRelation(kernel: Kernel, context: EmitContext): ByteWriter {
  const { nodes, relations } = context.program
  const { name, direction } = kernel.relation!
  const { from, to } = relations.find(r => r.name === name)!
  const up = direction === 'up'
  const f = new FunctionWriter(parameterCount)
  const members = context.entityIndex(from)
  const groups = context.entityIndex(to)
  const memberEnd = loadTileWord(f, members, up ? tileRecord.real : tileRecord.padded)
  const memberOffset = loadTileWord(f, members, tileRecord.offset)
  const groupOffset = loadTileWord(f, groups, tileRecord.offset)
  const [readOffset, writeOffset] = up ? [memberOffset, groupOffset] : [groupOffset, memberOffset]
  const inputs = new Map(kernel.inputs.map((id, i) => [id, loadAddress(f, i, readOffset)]))
  const outputs = kernel.outputs.map((_, i) => loadAddress(f, kernel.inputs.length + i, writeOffset))
  const relation = loadRelation(kernel.inputs.length + kernel.outputs.length)
  const scalars = loadScalars()
  const row = f.local('i32')
  const group = f.local('i32')
  if (up) fillGroups()
  loop(memberEnd, 8, () => {
    f.get(relation)
    f.memory(i32.load, 2)
    f.set(group)
    step(relation, 4)
    kernel.outputs.forEach((id, i) => {
      if (up) fold(id, outputs[i]!)
      else copy(id, outputs[i]!)
    })
  })
  return f.finish()

  function fillGroups(): void {
    const end = loadTileWord(f, groups, tileRecord.padded)
    loop(end, 16, () =>
      kernel.outputs.forEach((id, i) => {
        sum(outputs[i]!, row)
        f.floats(start[nodes[id]!.op as keyof typeof start])
        f.simdMemory(v128.store, 3)
      }),
    )
  }

  function fold(id: number, output: number): void {
    const { op, args } = nodes[id]!
    sum(output, group)
    if (op === 'sum_members') {
      result()
      value(args[0]!, row)
      f.code(f64.add)
    } else {
      value(args[0]!, row)
      result()
      if (op === 'max_members') result()
      value(args[0]!, row)
      if (op === 'min_members') result()
      f.code(f64.lt)
      f.code(control.select)
    }
    f.memory(f64.store, 3)

    function result(): void {
      sum(output, group)
      f.memory(f64.load, 3)
    }
  }

  function copy(id: number, output: number): void {
    sum(output, row)
    value(nodes[id]!.args[0]!, group)
    f.memory(f64.store, 3)
  }

  function value(id: number, at: number): void {
    const scalar = scalars.get(id)
    if (scalar !== undefined) f.get(scalar)
    else {
      sum(inputs.get(id)!, at)
      f.memory(f64.load, 3)
    }
  }

  /** `row` goes from 0 to `end` in steps; nothing happens where `end` is 0. */
  function loop(end: number, by: number, body: () => void): void {
    f.integer(0)
    f.set(row)
    f.get(end)
    f.open(control.if)
    f.open(control.loop)
    body()
    step(row, by)
    f.get(row)
    f.get(end)
    f.code(i32.lt_u)
    f.branch(control.br_if, 0)
    f.end()
    f.end()
  }

  function sum(a: number, b: number): void {
    f.get(a)
    f.get(b)
    f.code(i32.add)
  }

  function step(local: number, by: number): void {
    f.get(local)
    f.integer(by)
    f.code(i32.add)
    f.set(local)
  }

  /** Its column is half as wide as the others. */
  function loadRelation(binding: number): number {
    const halfOffset = f.local('i32')
    f.get(memberOffset)
    f.integer(1)
    f.code(i32.shr_u)
    f.set(halfOffset)
    return loadAddress(f, binding, halfOffset)
  }

  function loadScalars(): ReadonlyMap<number, number> {
    const found = new Map<number, number>()
    for (const id of kernel.outputs) {
      const operand = nodes[id]!.args[0]!
      if (!context.isScalar(operand) || found.has(operand)) continue
      const local = f.local('f64')
      f.integer(0)
      f.memory(f64.load, 3, context.scalarAddress(operand))
      f.set(local)
      found.set(operand, local)
    }
    return found
  }
}
