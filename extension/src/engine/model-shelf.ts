/** The model that the engine answers for: whose law it is, its populations, how they are compared. Asked for once. */
import { kept } from '../parameters/parameter-shelf.ts'
import type { DatasetCard, ModelCard } from './api-types.ts'
import type { EngineClient } from './engine-client.ts'
import type { SessionSubject } from './live-session.ts'

export class ModelShelf {
  readonly #client: Pick<EngineClient, 'ask'>
  readonly #answers = new Map<string, Promise<unknown>>()
  #known: ModelCard | undefined

  constructor(client: Pick<EngineClient, 'ask'>) {
    this.#client = client
  }

  /** What has been told before. */
  get known(): ModelCard | undefined {
    return this.#known
  }

  async card(): Promise<ModelCard> {
    const [card] = await this.#ask<readonly ModelCard[]>('v1/models')
    this.#known = card!
    return card!
  }

  datasets(): Promise<readonly DatasetCard[]> {
    return this.#ask('v1/datasets')
  }

  /** `subject`, with the model's own in place of what it has not. */
  async fit(subject: SessionSubject): Promise<SessionSubject> {
    const [{ defaults, conventions }, datasets] = await Promise.all([this.card(), this.datasets()])
    const named = datasets.find(({ name }) => name === subject.dataset)
    const card = named ?? datasets.find(({ name }) => name === defaults.dataset)
    const { first, last } = card?.years ?? { first: defaults.year, last: defaults.year }
    const isKnown = conventions.some(({ name }) => name === subject.convention)
    return {
      dataset: named ? subject.dataset : defaults.dataset,
      year: subject.year >= first && subject.year <= last ? subject.year : named ? last : defaults.year,
      convention: isKnown ? subject.convention : conventions[0]!.name,
    }
  }

  #ask<Answer>(path: string): Promise<Answer> {
    return kept(this.#answers, path, () => this.#client.ask(path)) as Promise<Answer>
  }
}
