/**
 * A program compiled for populations whose rows are grouped by a category: one module of kernels, and for each category
 * the kernels that compute anything there and what their operands come to.
 */
import type { Program } from '../../../program/index.ts'
import { classifyNodes, type Stage } from '../classify-nodes.ts'
import { type CompileLimits, defaultLimits, emitKernels } from '../compile-program.ts'
import type { Kernel } from '../kernel.ts'
import { evaluateConstants, layOutScalars, type ScalarTable } from '../scalar-table.ts'
import { ConstantList } from './constant-list.ts'
import { cutClasses } from './cut-classes.ts'
import { type Facts, movedFacts } from './facts.ts'
import { flattenProgram } from './flat-program.ts'
import { type KernelColumns, kernelColumns } from './kernel-columns.ts'
import { type PartitionPlan, planPartition } from './plan-partition.ts'
import { Resolver } from './resolve-nodes.ts'
import { specialiseProgram } from './specialise-program.ts'
import { surveyPartitions } from './survey-partitions.ts'

export interface PartitionedProgram {
  readonly program: Program
  readonly stages: readonly Stage[]
  readonly scalars: ScalarTable
  readonly kernels: readonly Kernel[]
  readonly columns: KernelColumns
  readonly plans: readonly PartitionPlan[]
  /** By partition, what is known there of nodes of the program. */
  readonly facts: readonly Facts[]
  /** What plans know of operands and results. */
  readonly constants: readonly number[]
  readonly module: WebAssembly.Module
}

/** `facts`: by partition, what is known there of nodes of `source`. */
export function compilePartitioned(
  source: Program,
  facts: readonly Facts[],
  limits: CompileLimits = defaultLimits,
): PartitionedProgram {
  const general = surveyProgram(source, facts)
  const program = specialiseProgram(source, general.flat, general.survey, general.constants)
  const shift = program.nodes.length - source.nodes.length
  const moved = general.survey.facts.map(known => movedFacts(known, shift))
  const { flat, survey, resolver, stages, targets } = surveyProgram(program, moved)
  const used = stages.map((stage, id): Stage => (flat.isColumn[id] && !survey.classes[id] ? 'unused' : stage))
  const kernels = cutClasses(program, used, flat, survey, limits)
  const columns = kernelColumns(program, flat, kernels)
  const constants = new ConstantList()
  constants.position(0)
  const plans = moved.map(known =>
    planPartition(flat, resolver, resolver.resolve(known), targets, kernels, columns, constants),
  )
  const scalars = layOutScalars(program, used)
  const module = new WebAssembly.Module(emitKernels(program, used, scalars, kernels))
  return {
    ...{ program, stages: used, scalars, kernels, columns, plans, facts: moved },
    constants: constants.values,
    module,
  }
}

function surveyProgram(program: Program, facts: readonly Facts[]) {
  // What operands come to may be a node that no operand names any more.
  const stages = classifyNodes(program, new Uint8Array(program.nodes.length).fill(1))
  const flat = flattenProgram(program, stages)
  const list = new ConstantList()
  const resolver = new Resolver(flat, list, evaluateConstants(program, stages))
  const targets = program.variables.map(v => v.node)
  const survey = surveyPartitions(flat, resolver, facts, targets)
  return { flat, resolver, stages, targets, survey, constants: list.values }
}
