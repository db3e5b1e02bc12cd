/** The law's parameters as the engine finds and tells them; each is asked for once. */
import type { ListedParameter, Parameter, ParameterGroup } from '../engine/api-types.ts'
import type { EngineClient } from '../engine/engine-client.ts'

export class ParameterShelf {
  readonly #client: EngineClient
  readonly #lists = new Map<string, Promise<readonly ListedParameter[]>>()
  readonly #folders = new Map<string, Promise<ParameterGroup>>()
  readonly #parameters = new Map<string, Promise<Parameter>>()
  /** By the path of each leaf. */
  readonly #known = new Map<string, Parameter>()

  constructor(client: EngineClient) {
    this.#client = client
  }

  /** Those in which every word that is `typed` stands, the likeliest first, with their values of `year`. */
  find(typed: string, year: number, most: number): Promise<readonly ListedParameter[]> {
    const query = new URLSearchParams({ search: typed, year: String(year), limit: String(most) })
    return kept(this.#lists, String(query), () => this.#client.ask(`v1/parameters?${query}`))
  }

  /** What lies in a folder; the uppermost for no path. */
  folder(path: string): Promise<ParameterGroup> {
    return kept(this.#folders, path, () =>
      this.#client.ask(`v1/parameter-groups?${new URLSearchParams({ path })}`),
    )
  }

  /** One with its values of all years; `path` may be that of one of its leaves. */
  get(path: string): Promise<Parameter> {
    return kept(this.#parameters, path, async () => {
      const answer = await this.#client.ask<{ parameters: readonly Parameter[] }>(
        `v1/parameters/${encodeURIComponent(path)}`,
      )
      const parameter = await this.#whole(answer.parameters[0]!, path)
      for (const leaf of parameter.leaves) this.#known.set(leaf.path, parameter)
      return parameter
    })
  }

  /** The parameter of a leaf, where it has been asked for before. */
  known(leaf: string): Parameter | undefined {
    return this.#known.get(leaf)
  }

  /** Asked for a leaf the engine answers its parameter with that leaf alone. */
  async #whole(parameter: Parameter, path: string): Promise<Parameter> {
    return parameter.path === path ? parameter : this.get(parameter.path)
  }
}

/** What `make` made for `key`; what failed is made again. */
export function kept<Key, Value>(
  map: Map<Key, Promise<Value>>,
  key: Key,
  make: () => Promise<Value>,
): Promise<Value> {
  const found = map.get(key)
  if (found) return found
  const made = make()
  map.set(key, made)
  made.catch(() => map.delete(key))
  return made
}
