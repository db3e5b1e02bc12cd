/**
 * One population in shared memory, with what is known of it: inputs, columns of the data, the columns a baseline keeps and
 * those of the last run. It plans runs and reads results; it runs nothing itself, and knows no threads.
 *
 * A run goes `begin`, then `planData` where `needsData`, then `planBaseline` or `planRun`; `complete` of a plan is called
 * when all its tiles are done. Nothing may be planned while tiles of an earlier plan still run.
 */
import type { ProgramVariable } from '../../program/index.ts'
import type { ParameterValues, Population } from '../backend.ts'
import { isScalar } from './classify-nodes.ts'
import type { CompiledProgram } from './compile-program.ts'
import { HeldColumns } from './held-columns.ts'
import { planSchedule } from './plan-schedule.ts'
import {
  type EntityLayout,
  layOutPopulation,
  type PopulationLayout,
  toPopulation,
  toStorage,
} from './population-layout.ts'
import { affectedNodes, evaluateScalars } from './scalar-table.ts'
import { type ScheduleSpan, SessionMemory } from './session-memory.ts'
import type { MachineParts } from './tile-machine.ts'

export interface SessionOptions {
  readonly threads: number
  /** Rows of the most numerous entity in a tile; by default what its number suggests. */
  readonly tileRows?: number
  /** Bytes of columns that a baseline may keep beyond those it is asked for. */
  readonly keepBytes: number
}

/** Kernels to run over all tiles. */
export interface PlannedRun extends ScheduleSpan {
  readonly kernels: number
  /** Operations to run as a share of the law's, from 0 to 1. */
  readonly share: number
  complete(): void
}

/** Where a column lies in storage, and its rows with padding. */
export interface StoredColumn {
  readonly address: number
  readonly length: number
}

export class PopulationSession {
  readonly compiled: CompiledProgram
  readonly layout: PopulationLayout
  readonly memory: SessionMemory
  /** Whether the data columns are to be computed before anything else. */
  needsData = true
  readonly #keepBytes: number
  readonly #variables: ReadonlyMap<string, ProgramVariable>
  readonly #lawOperations: number
  /** What crosses kernels: variables, which several kernels read, before what one kernel leaves for another. */
  readonly #worthKeeping: ReadonlySet<number>
  /** Columns by node: given, computed from the data alone, kept by the baseline, computed by the last run. */
  readonly #inputs: HeldColumns<number>
  readonly #data: HeldColumns<number>
  readonly #kept: HeldColumns<number>
  readonly #run: HeldColumns<number>
  /** Columns of zeros by entity, and of scalar variables by name: of the last run and of the baseline. */
  readonly #zeros: HeldColumns<string>
  readonly #spread: HeldColumns<string>
  readonly #spreadInBaseline: HeldColumns<string>
  #scalars: Float64Array = new Float64Array(0)
  /** Scalars of the baseline; undefined where there is none. */
  #baseline: Float64Array | undefined

  constructor(compiled: CompiledProgram, population: Population, options: SessionOptions) {
    const { program, kernels } = compiled
    this.compiled = compiled
    this.#keepBytes = options.keepBytes
    this.#variables = new Map(program.variables.map(v => [v.name, v]))
    this.#lawOperations = kernels.reduce((sum, k) => sum + (k.stage === 'law' ? k.nodes.length : 0), 0)
    const crossing = new Set(kernels.flatMap(k => k.inputs.filter(id => compiled.stages[id] === 'law')))
    const ofVariables = program.variables.map(v => v.node).filter(node => crossing.has(node))
    this.#worthKeeping = new Set([...ofVariables, ...crossing])
    this.layout = layOutPopulation(program.entities, program.relations, population, options.tileRows)
    this.memory = new SessionMemory(compiled, this.layout, population.relations, options.threads)
    const columnsOfNodes = () =>
      new HeldColumns<number>(this.memory.columns, id => this.entity(program.nodes[id]!.entity!).length)
    this.#inputs = columnsOfNodes()
    this.#data = columnsOfNodes()
    this.#kept = columnsOfNodes()
    this.#run = columnsOfNodes()
    this.#zeros = new HeldColumns(this.memory.columns, entity => this.entity(entity).length)
    const columnsOfVariables = () =>
      new HeldColumns<string>(this.memory.columns, name => this.entity(this.variable(name).entity).length)
    this.#spread = columnsOfVariables()
    this.#spreadInBaseline = columnsOfVariables()
    this.setInputs(population.entities)
  }

  get hasBaseline(): boolean {
    return this.#baseline !== undefined
  }

  entity(name: string): EntityLayout {
    return this.layout.entities.get(name)!
  }

  variable(name: string): ProgramVariable {
    const found = this.#variables.get(name)
    if (!found) throw new RangeError(`no variable ${name}`)
    return found
  }

  /**
   * Replaces input columns; those absent are 0, or with `partly` stay as they are. What was computed from the old ones is
   * forgotten.
   */
  setInputs(entities: Population['entities'], partly = false): void {
    const inputs = this.compiled.program.nodes.flatMap(({ op, entity, name }, id) => {
      if (op !== 'input') return []
      const values = entities[entity!]?.columns.get(name!)
      if (values && values.length !== this.entity(entity!).count)
        throw new RangeError(`column ${name} of ${entity} has ${values.length} rows`)
      return [{ id, entity: entity!, values }]
    })
    this.#forgetBaseline()
    this.needsData = true
    for (const { id, entity, values } of inputs) {
      if (values) toStorage(this.entity(entity), values, this.#inputs.view(id))
      else if (!partly) this.#inputs.release(id)
    }
  }

  /** Fills the scalar table. Throws a `RangeError` where a parameter has no value. */
  begin(parameters: ParameterValues): void {
    const { program, stages } = this.compiled
    this.#scalars = evaluateScalars(program, stages, parameters)
    this.memory.writeScalars(this.#scalars)
    this.#run.releaseAll()
  }

  planData(): PlannedRun {
    const { dataColumns, program } = this.compiled
    for (const id of dataColumns) this.#data.hold(id)
    return this.#plan({
      stage: 'data',
      targets: dataColumns,
      isKnown: id => program.nodes[id]!.op === 'input',
      stored: this.#data,
      complete: () => {
        this.needsData = false
      },
    })
  }

  /** Computes `variables` and whatever is worth keeping for the reforms to come; forgets the last baseline. */
  planBaseline(variables: readonly string[]): PlannedRun {
    this.#forgetBaseline()
    for (const id of this.#lawNodesOf(variables)) this.#kept.hold(id)
    let budget = this.#keepBytes
    for (const node of this.#worthKeeping) {
      if (this.#kept.has(node)) continue
      budget -= this.entity(this.compiled.program.nodes[node]!.entity!).length * 8
      if (budget < 0) break
      this.#kept.hold(node)
    }
    const scalars = this.#scalars
    return this.#plan({
      stage: 'law',
      targets: this.#kept.keys(),
      isKnown: id => this.#isData(id),
      stored: this.#kept,
      complete: () => {
        this.#baseline = scalars
      },
    })
  }

  /** Computes `variables`, and of what the baseline kept only that which the changed scalars affect. */
  planRun(variables: readonly string[], useBaseline = true): PlannedRun {
    const { program, stages } = this.compiled
    const baseline = useBaseline ? this.#baseline : undefined
    const affected = baseline && affectedNodes(program, stages, baseline, this.#scalars)
    const isKept = (id: number) => affected?.[id] === 0 && this.#kept.has(id)
    const targets = this.#lawNodesOf(variables).filter(id => !isKept(id))
    for (const id of targets) this.#run.hold(id)
    return this.#plan({
      stage: 'law',
      targets,
      isKnown: id => this.#isData(id) || isKept(id),
      stored: this.#run,
      complete() {},
    })
  }

  /** A variable's values as the last run computed them, in population order. */
  values(name: string): Float64Array {
    const { entity, node } = this.variable(name)
    const layout = this.entity(entity)
    if (this.#isScalar(node)) return new Float64Array(layout.count).fill(this.#scalars[node]!)
    return toPopulation(layout, this.memory.columns.float64(this.#addressOf(node), layout.length))
  }

  /** Where a variable of the last run lies. Where it is unaffected, this is the baseline's place. */
  stored(name: string): StoredColumn {
    const { node } = this.variable(name)
    if (!this.#isScalar(node)) return this.#columnAt(node, this.#addressOf(node))
    const value = this.#scalars[node]!
    const columns =
      this.#baseline && Object.is(this.#baseline[node], value) ? this.#spreadInBaseline : this.#spread
    return spread(columns, name, value)
  }

  /** Where the baseline's values of a variable lie; undefined where there is no baseline or it did not keep them. */
  storedInBaseline(name: string): StoredColumn | undefined {
    const { node } = this.variable(name)
    if (!this.#baseline) return undefined
    if (this.#isScalar(node)) return spread(this.#spreadInBaseline, name, this.#baseline[node]!)
    const address = this.#isData(node) ? this.#addressOf(node) : this.#kept.get(node)
    return address === undefined ? undefined : this.#columnAt(node, address)
  }

  /** An input's column as it was given, in population order; undefined where no kernel reads an input of that name. */
  input(name: string): Float64Array | undefined {
    const { nodes } = this.compiled.program
    const id = nodes.findIndex(node => node.op === 'input' && node.name === name)
    if (id < 0) return undefined
    const layout = this.entity(nodes[id]!.entity!)
    return toPopulation(layout, this.memory.columns.float64(this.#addressOf(id), layout.length))
  }

  /** Inputs of the program by name, with their columns. */
  storedInputs(): ReadonlyMap<string, StoredColumn> {
    const found = new Map<string, StoredColumn>()
    this.compiled.program.nodes.forEach(({ op, name }, id) => {
      if (op === 'input') found.set(name!, this.#columnAt(id, this.#addressOf(id)))
    })
    return found
  }

  /** What thread number `thread` needs to run plans of this session. */
  machineParts(thread: number): MachineParts {
    const { columns, tileAddress, tileBytes, scratch } = this.memory
    return {
      module: this.compiled.module,
      memory: columns.memory,
      tileAddress,
      tileBytes,
      scratch: scratch[thread]!,
    }
  }

  #plan(request: {
    stage: 'data' | 'law'
    targets: Iterable<number>
    isKnown(id: number): boolean
    stored: HeldColumns<number>
    complete(): void
  }): PlannedRun {
    const { program, kernels } = this.compiled
    const schedule = planSchedule(program, kernels, { ...request, isStored: id => request.stored.has(id) })
    const span = this.memory.writeSchedule(
      schedule,
      id => request.stored.get(id) ?? this.#kept.get(id) ?? this.#data.get(id) ?? this.#inputs.get(id),
    )
    const share = schedule.operations / (this.#lawOperations || 1)
    return { ...span, kernels: schedule.steps.length, share, complete: request.complete }
  }

  #columnAt(id: number, address: number): StoredColumn {
    return { address, length: this.entity(this.compiled.program.nodes[id]!.entity!).length }
  }

  #addressOf(id: number): number {
    return (
      this.#run.get(id) ??
      this.#kept.get(id) ??
      this.#data.get(id) ??
      this.#inputs.get(id) ??
      this.#zerosOf(this.compiled.program.nodes[id]!.entity!)
    )
  }

  #zerosOf(entity: string): number {
    if (!this.#zeros.has(entity)) this.#zeros.view(entity).fill(0)
    return this.#zeros.hold(entity)
  }

  #lawNodesOf(variables: readonly string[]): number[] {
    const nodes = new Set(variables.map(name => this.variable(name).node))
    return [...nodes].filter(id => this.compiled.stages[id] === 'law')
  }

  #isScalar(id: number): boolean {
    return isScalar(this.compiled.stages[id])
  }

  #isData(id: number): boolean {
    return this.compiled.stages[id] === 'data'
  }

  #forgetBaseline(): void {
    this.#baseline = undefined
    this.#kept.releaseAll()
  }
}

function spread(columns: HeldColumns<string>, name: string, value: number): StoredColumn {
  const fresh = !columns.has(name)
  const view = columns.view(name)
  if (fresh || !Object.is(view[0], value)) view.fill(value)
  return { address: columns.hold(name), length: view.length }
}
