/**
 * A program as one WASM module with all that is needed to schedule its kernels. It knows no population and no reform:
 * compiled once, it serves every dataset, year and thread.
 */
import type { Program } from '../../program/index.ts'
import { classifyNodes, isScalar, type Stage } from './classify-nodes.ts'
import { type CutLimits, cutKernels } from './cut-kernels.ts'
import { emitModule } from './emit-module.ts'
import type { Kernel } from './kernel.ts'
import { isTableGather, layOutScalars, type ScalarTable } from './scalar-table.ts'
import { splitData } from './split-data.ts'

export interface CompiledProgram {
  readonly program: Program
  readonly stages: readonly Stage[]
  readonly scalars: ScalarTable
  readonly kernels: readonly Kernel[]
  /** Data nodes kept as columns. */
  readonly dataColumns: ReadonlySet<number>
  readonly module: WebAssembly.Module
}

export interface CompileLimits extends CutLimits {
  /** Operations up to which a value of the data is computed anew by each kernel that reads it, rather than kept. */
  readonly inlineData: number
}

export const defaultLimits: CompileLimits = { enough: 10, most: 25, relations: 6, inlineData: 3 }

/** Where the scalar table lies in memory; below it nothing does, so that address 0 stays unused. */
export const scalarTableAddress = 1024

export function compileProgram(program: Program, limits: CompileLimits = defaultLimits): CompiledProgram {
  const { bytes, ...parts } = emitProgram(program, limits)
  return { ...parts, module: new WebAssembly.Module(bytes) }
}

/** All of a compiled program, with its module as bytes. */
export function emitProgram(
  program: Program,
  limits: CompileLimits = defaultLimits,
): Omit<CompiledProgram, 'module'> & { readonly bytes: Uint8Array<ArrayBuffer> } {
  const stages = classifyNodes(program)
  const split = splitData(program, stages, limits.inlineData)
  const scalars = layOutScalars(program, stages)
  const kernels = cutKernels(program, stages, split, limits)
  const bytes = emitKernels(program, stages, scalars, kernels)
  return { program, stages, scalars, kernels, dataColumns: split.columns, bytes }
}

/** The module of some kernels of a program, whose scalars lie in `scalars`. */
export function emitKernels(
  program: Program,
  stages: readonly Stage[],
  scalars: ScalarTable,
  kernels: readonly Kernel[],
): Uint8Array<ArrayBuffer> {
  return emitModule(kernels, {
    program,
    isScalar: node => isScalar(stages[node]),
    scalarAddress: node => addressOf(scalars.placeOf(node)),
    casesAddress: node =>
      isTableGather(program, stages, node) ? addressOf(scalars.casesOf(node)) : undefined,
    entityIndex: entity => program.entities.indexOf(entity),
  })
}

const addressOf = (place: number) => scalarTableAddress + place * 8
