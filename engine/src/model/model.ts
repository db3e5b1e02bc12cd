/**
 * A law that can be asked, whoever wrote it: ours, compiled from its sources, or that of a country package.
 *
 * Commands and routes know this alone; what only a law of our own can do asks for a `CompiledModel`.
 */
import type { Columns } from '../backends/backend.ts'
import type { DatasetCard, Progress } from '../datasets/index.ts'
import { ReformlabError } from '../errors/index.ts'
import type { Impact, ImpactPopulation, ImpactRun, OutcomeTable } from '../outcomes/index.ts'
import type { ParameterTree } from '../parameters/parameter-tree.ts'
import type { Program } from '../program/index.ts'
import type { ReformContext } from '../reforms/reform-context.ts'
import type { Catalogue } from './catalogue.ts'
import type { CompiledPopulation } from './open-population.ts'
import type { SituationRules } from './situation-rules.ts'
import type { VariableSources } from './variable-graph.ts'

export interface Model {
  /** Whose law: `us`, or the name of a country package. */
  readonly country: string
  /** The law as it stands. */
  readonly law: ParameterTree
  readonly catalogue: Catalogue
  /** What reading a reform file needs to know. */
  readonly reforms: ReformContext
  /** SHA-256 over the law's texts, in hexadecimal. */
  readonly hash: string
  /** SHA-256 of the compiled program, or of what programs are traced from. */
  programHash(): string
  /** What is meant when nothing is said. */
  readonly defaults: { readonly dataset: string; readonly year: number }
  /** Cards of its populations. */
  datasets(): readonly DatasetCard[]
  /** What is reported of a population. */
  outcomes(): OutcomeTable
  /** What variables are computed from. */
  graph(): { sources(variable: string): VariableSources }
  /** Throws E_DATASET_UNKNOWN, E_DATASET_YEAR, and what reading a dataset throws. */
  openPopulation(dataset: string, year: number, options?: PopulationOptions): Promise<ModelPopulation>
}

export interface PopulationOptions {
  /** Threads; as many as there are cores when not given, none (the calling thread works) for 0. */
  readonly workers?: number
  readonly progress?: Progress
  readonly cache?: string
}

/** A population ready to answer reforms: a dataset of one year. The baseline's results are kept. */
export interface ModelPopulation {
  readonly dataset: ImpactPopulation
  /** The same records in another year. Throws E_DATASET_YEAR. */
  moveTo(year: number): Promise<void>
  /** What changes when `reform` takes the place of `baseline`; `convention` is a name of the law's outcome table. */
  impact(
    baseline: ParameterTree,
    reform: ParameterTree,
    convention?: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<PopulationImpact>
  /** `variables` under `law`, one value a record of its entity, in the order of `dataset`. */
  columnsUnder(
    law: ParameterTree,
    variables: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<Columns>
  close(): Promise<void>
}

export interface PopulationImpact {
  readonly impact: Impact
  /** What the run took, where that is known. */
  readonly statistics?: ImpactRun['statistics']
}

/** A law of our own, as a program. */
export interface CompiledModel extends Model {
  readonly program: Program
  readonly situationRules: SituationRules
  openPopulation(dataset: string, year: number, options?: PopulationOptions): Promise<CompiledPopulation>
}

/** Throws E_COUNTRY_MODEL for a country package's law; `what` is what a law of our own alone can do. */
export function compiledModel(model: Model, what: string): CompiledModel {
  if ('program' in model) return model as CompiledModel
  throw new ReformlabError('E_COUNTRY_MODEL', { package: model.country, what })
}

/** The card of the population `name`. Throws E_DATASET_UNKNOWN. */
export function cardOf(model: Model, name: string): DatasetCard {
  const cards = model.datasets()
  const found = cards.find(card => card.name === name)
  if (found) return found
  const known = cards.map(card => card.name).join(', ')
  throw new ReformlabError('E_DATASET_UNKNOWN', { name, known })
}
