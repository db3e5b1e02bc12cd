/**
 * Populations that are open, shared by all requests. Work on one population takes turns, in the order it came; nobody's
 * work is overtaken by another's. Few stay open: the one that was used longest ago makes room, once nobody uses it.
 */
import { ReformlabError } from '../errors/index.ts'
import type { ModelPopulation } from '../model/index.ts'
import { Turns } from '../run/turns.ts'
import { orAborted } from './or-aborted.ts'

export interface PopulationShelfOptions {
  /** How many stay open. */
  readonly most: number
  /** Pieces of work that may wait or run at once. */
  readonly waiting: number
  open(dataset: string, year: number): Promise<ModelPopulation>
}

interface Place {
  readonly population: Promise<ModelPopulation>
  readonly turns: Turns
  users: number
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

  /**
   * Does `work` with the population when its turn comes.
   *
   * throws  E_SERVICE_BUSY, E_SERVICE_CLOSING, what opening throws; the signal's reason once it is aborted
   */
  async use<T>(
    dataset: string,
    year: number,
    work: (population: ModelPopulation, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const { waiting } = this.#options
    if (this.#users >= waiting) throw new ReformlabError('E_SERVICE_BUSY', { waiting })
    this.#users++
    try {
      const place = await this.#enter(dataset, year, signal)
      try {
        const population = await orAborted(place.population, signal)
        return await place.turns.take('work', turn => work(population, turn), signal)
      } catch (error) {
        if (error instanceof ReformlabError && error.code === 'E_WORKER_LOST') this.#shut(place)
        throw error
      } finally {
        place.users--
        this.#wake()
      }
    } finally {
      this.#users--
    }
  }

  /** Lets running work end and closes all. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#wake()
    await Promise.all([...this.#places.values()].map(place => this.#shut(place)))
  }

  /** The population's place, its users one more. */
  async #enter(dataset: string, year: number, signal: AbortSignal): Promise<Place> {
    const key = `${dataset} ${year}`
    for (;;) {
      signal.throwIfAborted()
      if (this.#isClosing) throw new ReformlabError('E_SERVICE_CLOSING')
      const known = this.#places.get(key)
      const idle = [...this.#places.values()].find(({ users, closed }) => users === 0 && !closed)
      const isFull = this.#places.size >= this.#options.most
      if (known?.closed) await orAborted(known.closed, signal)
      else if (known || !isFull) {
        const place = known ?? this.#start(key, dataset, year)
        this.#places.delete(key)
        this.#places.set(key, place)
        place.users++
        return place
      } else if (idle) await orAborted(this.#shut(idle), signal)
      else await orAborted(this.#nextFreed(), signal)
    }
  }

  #start(key: string, dataset: string, year: number): Place {
    const place = { population: this.#options.open(dataset, year), turns: new Turns(), users: 0 }
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
