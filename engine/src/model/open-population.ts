/**
 * A population ready to answer reforms: a dataset of one year, laid out for the compiled program on worker threads.
 *
 * The baseline's results are kept, so that one reform after another costs what it changes.
 */

import type { Columns } from '../backends/backend.ts'
import { type Dataset, type EntityColumns, type EntityName, openDataset, silent } from '../datasets/index.ts'
import { type ImpactRun, type ImpactSession, impactWorker, openImpactSession } from '../outcomes/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { Program } from '../program/index.ts'
import { createRunner, type PopulationRunner } from '../run/index.ts'
import type { CompiledModel, ModelPopulation, PopulationOptions } from './model.ts'
import { parameterValues } from './reformed-law.ts'

/**
 * The dataset `name` aged to `year`, on threads of its own until `close`.
 *
 * throws  E_DATASET_UNKNOWN, E_DATASET_YEAR, E_DATASET_FETCH, E_DATASET_FILE
 */
export async function openPopulation(
  model: CompiledModel,
  name: string,
  year: number,
  { workers, progress = silent, cache }: PopulationOptions = {},
): Promise<CompiledPopulation> {
  const dataset = await openDataset(name, year, { progress, ...(cache !== undefined && { cache }) })
  const runner = await createRunner(model.program, dataset, {
    workerModule: impactWorker,
    ...(workers !== undefined && { workers }),
  })
  return new CompiledPopulation(model, dataset, runner, cache)
}

/** An input and its values, one a record. */
export interface InputColumn {
  readonly entity: EntityName
  readonly name: string
  readonly values: Float64Array
}

interface Closable {
  close(): Promise<void>
}

export class CompiledPopulation implements ModelPopulation {
  readonly runner: PopulationRunner
  readonly #model: CompiledModel
  readonly #cache: string | undefined
  readonly #beside = new Map<string, Closable>()
  #dataset: Dataset
  #session:
    | { readonly baseline: ParameterTree; readonly convention: string; readonly open: ImpactSession }
    | undefined

  constructor(model: CompiledModel, dataset: Dataset, runner: PopulationRunner, cache?: string) {
    this.#model = model
    this.#dataset = withoutInputs(dataset, model.program)
    this.#cache = cache
    this.runner = runner
  }

  /** Without the columns that the runner holds, of which there is no second copy: see `column`. */
  get dataset(): Dataset {
    return this.#dataset
  }

  /** Ages the same records to another year. Throws E_DATASET_YEAR. */
  async moveTo(year: number): Promise<void> {
    if (year === this.#dataset.year) return
    const { name } = this.#dataset
    const dataset = await openDataset(name, year, {
      ...(this.#cache !== undefined && { cache: this.#cache }),
    })
    await this.#forgetSession()
    await this.#closeBeside()
    await this.runner.setInputs(dataset.entities)
    this.#dataset = withoutInputs(dataset, this.#model.program)
  }

  /** An input or other column of the dataset, one value a record; undefined where it has none. */
  column(entity: EntityName, name: string): Float64Array | undefined {
    return this.dataset.entities[entity].columns.get(name) ?? this.runner.input(name)
  }

  /**
   * What changes when `reform` takes the place of `baseline`. The first call for a baseline computes that too.
   *
   * convention  a name of the law's outcome table; throws E_CONVENTION_UNKNOWN
   * throws      E_OUTCOME_VALUE where a variable is not a finite number; the signal's reason once it is aborted
   */
  async impact(
    baseline: ParameterTree,
    reform: ParameterTree,
    convention = 'default',
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<ImpactRun> {
    const session = await this.#sessionFor(baseline, convention)
    return session.impact(parameterValues(reform, this.dataset.year), options)
  }

  /** `variables` under `law`, one value a record, computed from the inputs alone. Throws the signal's reason once it is aborted. */
  async columnsUnder(
    law: ParameterTree,
    variables: readonly string[],
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<Columns> {
    if (variables.length === 0) return new Map()
    const parameters = parameterValues(law, this.dataset.year)
    return (await this.runner.run(parameters, { variables, whole: true, ...options })).columns
  }

  /** What `open` makes of this population, once for each `name`; it is closed with the population, or before that moves. */
  async beside<Opened extends Closable>(name: string, open: () => Promise<Opened>): Promise<Opened> {
    const known = this.#beside.get(name) as Opened | undefined
    if (known) return known
    const opened = await open()
    this.#beside.set(name, opened)
    return opened
  }

  /** Does `work` while some inputs have other values; then they have their own again. Nothing else may be asked meanwhile. */
  async withInputs<T>(changed: readonly InputColumn[], work: () => Promise<T>): Promise<T> {
    const own = changed.map(({ entity, name }) => ({ entity, name, values: this.column(entity, name)! }))
    await this.#forgetSession()
    await this.runner.changeInputs(this.#asEntities(changed))
    try {
      return await work()
    } finally {
      await this.runner.changeInputs(this.#asEntities(own))
    }
  }

  #asEntities(columns: readonly InputColumn[]) {
    const entity = (name: EntityName): EntityColumns => ({
      count: this.dataset.entities[name].count,
      columns: new Map(columns.flatMap(c => (c.entity === name ? [[c.name, c.values]] : []))),
    })
    return { person: entity('person'), tax_unit: entity('tax_unit'), household: entity('household') }
  }

  async #forgetSession(): Promise<void> {
    const last = this.#session
    this.#session = undefined
    await last?.open.close()
  }

  async #closeBeside(): Promise<void> {
    const opened = [...this.#beside.values()]
    this.#beside.clear()
    await Promise.all(opened.map(one => one.close()))
  }

  async close(): Promise<void> {
    try {
      await this.#closeBeside()
    } finally {
      await this.runner.close()
    }
  }

  async #sessionFor(baseline: ParameterTree, convention: string): Promise<ImpactSession> {
    const last = this.#session
    if (last?.baseline === baseline && last.convention === convention) return last.open
    await this.#forgetSession()
    const table = this.#model.outcomes()
    const values = parameterValues(baseline, this.dataset.year)
    const open = await openImpactSession(this.runner, this.dataset, table, values, convention)
    this.#session = { baseline, convention, open }
    return open
  }
}

function withoutInputs(dataset: Dataset, { nodes }: Program): Dataset {
  const inputs = new Set(nodes.flatMap(({ op, name }) => (op === 'input' ? [name!] : [])))
  const rest = ({ count, columns }: EntityColumns): EntityColumns => ({
    count,
    columns: new Map([...columns].filter(([name]) => !inputs.has(name))),
  })
  const { person, tax_unit, household } = dataset.entities
  return {
    ...dataset,
    entities: { person: rest(person), tax_unit: rest(tax_unit), household: rest(household) },
  }
}
