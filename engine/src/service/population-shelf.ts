/**
 * Populations that are open, shared by all requests. Work on one population takes turns, in the order it came; nobody's
 * work is overtaken by another's. Few stay open: the one that was used longest ago makes room, once nobody uses it.
 *
 * Work in the background waits until nobody has used its population for a moment, and its populations make room first.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { ReformlabError } from '../errors/index.ts'
import type { CompiledModel, CompiledPopulation, Model, ModelPopulation } from '../model/index.ts'
import { Turns } from '../run/turns.ts'
import { orAborted } from './or-aborted.ts'

export interface PopulationShelfOptions {
  /** How many stay open. */
  readonly most: number
  /** Pieces of work that may wait or run at once. */
  readonly waiting: number
  /** Milliseconds for which a population must not have been used before work in the background takes a turn on it. */
  readonly quiet?: number
  /** After as many that work takes its turn like any other. */
  readonly patience?: number
  /** The law as it stands. */
  readonly own?: Model
  /** `model` is there where it is another. */
  open(dataset: string, year: number, model?: Model): Promise<ModelPopulation>
}

export interface UseOptions {
  /** Whose formulas are computed; those of the law as it stands by default. */
  readonly model?: Model
  readonly isBackground?: boolean
  /** The work moves the population from year to year, and finds it in whatever year work like it has left it. */
  readonly throughYears?: boolean
}

const QUIET = 500
const PATIENCE = 5000

interface Place {
  readonly population: Promise<ModelPopulation>
  readonly turns: Turns
  users: number
  /** Of those that do not work in the background. */
  waiting: number
  /** When one of these left last; never for a population of the background alone. */
  lastUse: number | undefined
  closed?: Promise<void>
}

export class PopulationShelf {
  readonly #options: PopulationShelfOptions
  /** The one used longest ago first. */
  readonly #places = new Map<string, Place>()
  /** Told when a place may have become free. */
  readonly #waiting = new Set<() => void>()
  #users = 0
  #isClosing = false

  constructor(options: PopulationShelfOptions) {
    this.#options = options
  }

  /** Names of the populations that are open. */
  get open(): readonly string[] {
    return [...this.#places.keys()]
  }

  /** Pieces of work that wait or run. */
  get users(): number {
    return this.#users
  }

  /**
   * Does `work` with the population when its turn comes.
   *
   * throws  E_SERVICE_BUSY, E_SERVICE_CLOSING, what opening throws; the signal's reason once it is aborted
   */
  use<T>(
    dataset: string,
    year: number,
    work: (population: CompiledPopulation, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    options: UseOptions & { readonly model: CompiledModel },
  ): Promise<T>
  use<T>(
    dataset: string,
    year: number,
    work: (population: ModelPopulation, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    options?: UseOptions,
  ): Promise<T>
  async use<T, Population extends ModelPopulation>(
    dataset: string,
    year: number,
    work: (population: Population, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    options: UseOptions = {},
  ): Promise<T> {
    const { waiting } = this.#options
    if (options.isBackground) return this.#take(dataset, year, work, signal, options)
    if (this.#users >= waiting) throw new ReformlabError('E_SERVICE_BUSY', { waiting })
    this.#users++
    try {
      return await this.#take(dataset, year, work, signal, options)
    } finally {
      this.#users--
    }
  }

  async #take<T, Population extends ModelPopulation>(
    dataset: string,
    year: number,
    work: (population: Population, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    options: UseOptions,
  ): Promise<T> {
    const { isBackground = false } = options
    const place = await this.#enter(dataset, year, options, signal)
    if (!isBackground) place.waiting++
    try {
      // The population of a model is of that model's kind.
      const population = (await orAborted(place.population, signal)) as Population
      if (isBackground) await this.#quiet(place, signal)
      return await place.turns.take('work', turn => work(population, turn), signal)
    } catch (error) {
      if (error instanceof ReformlabError && error.code === 'E_WORKER_LOST') this.#shut(place)
      throw error
    } finally {
      place.users--
      if (!isBackground) {
        place.waiting--
        place.lastUse = performance.now()
      }
      this.#wake()
    }
  }

  /** Waits for a moment in which nobody else uses the place, but not for ever. */
  async #quiet(place: Place, signal: AbortSignal): Promise<void> {
    const { quiet = QUIET, patience = PATIENCE } = this.#options
    const latest = performance.now() + patience
    for (;;) {
      const now = performance.now()
      const rest = place.waiting > 0 ? quiet : (place.lastUse ?? Number.NEGATIVE_INFINITY) + quiet - now
      if (rest <= 0 || now >= latest) return
      await orAborted(delay(Math.min(rest, latest - now)), signal)
    }
  }

  /** Lets running work end and closes all. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#wake()
    await Promise.all([...this.#places.values()].map(place => this.#shut(place)))
  }

  /** The population's place, its users one more. */
  async #enter(
    dataset: string,
    year: number,
    { model: asked, throughYears = false }: UseOptions,
    signal: AbortSignal,
  ): Promise<Place> {
    const model = asked === this.#options.own ? undefined : asked
    const when = throughYears ? 'through years' : year
    const key = [dataset, when, ...(model ? [model.hash] : [])].join(' ')
    for (;;) {
      signal.throwIfAborted()
      if (this.#isClosing) throw new ReformlabError('E_SERVICE_CLOSING')
      const known = this.#places.get(key)
      const free = [...this.#places.values()].filter(({ users, closed }) => users === 0 && !closed)
      const idle = free.find(({ lastUse }) => lastUse === undefined) ?? free[0]
      const isFull = this.#places.size >= this.#options.most
      if (known?.closed) await orAborted(known.closed, signal)
      else if (known || !isFull) {
        const place = known ?? this.#start(key, dataset, year, model)
        this.#places.delete(key)
        this.#places.set(key, place)
        place.users++
        return place
      } else if (idle) await orAborted(this.#shut(idle), signal)
      else await orAborted(this.#nextFreed(), signal)
    }
  }

  #start(key: string, dataset: string, year: number, model: Model | undefined): Place {
    const population = this.#options.open(dataset, year, model)
    const place = { population, turns: new Turns(), users: 0, waiting: 0, lastUse: undefined }
    place.population.catch(() => this.#places.delete(key))
    return place
  }

  /** Takes no more work; leaves the shelf when what runs has ended. */
  #shut(place: Place): Promise<void> {
    place.closed ??= place.turns
      .take('close', async () => (await place.population).close())
      .catch(() => {})
      .finally(() => {
        for (const [key, other] of this.#places) if (other === place) this.#places.delete(key)
        this.#wake()
      })
    return place.closed
  }

  #nextFreed(): Promise<void> {
    return new Promise(resolve => this.#waiting.add(resolve))
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve()
    this.#waiting.clear()
  }
}
