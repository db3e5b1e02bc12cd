/** The law's parameters as the engine tells them; each is asked for once. */
import type { ListedParameter, Parameter } from '../engine/api-types.ts'
import type { EngineClient } from '../engine/engine-client.ts'

export class ParameterShelf {
  readonly #client: EngineClient
  readonly #lists = new Map<number, Promise<readonly ListedParameter[]>>()
  readonly #parameters = new Map<string, Promise<Parameter>>()
  readonly #known = new Map<string, Parameter>()

  constructor(client: EngineClient) {
    this.#client = client
  }

  /** All, with their values of `year`. */
  list(year: number): Promise<readonly ListedParameter[]> {
    return kept(this.#lists, year, () => this.#client.ask(`v1/parameters?year=${year}`))
  }

  /** One with its values of all years; `path` may be that of one of its leaves. */
  get(path: string): Promise<Parameter> {
    return kept(this.#parameters, path, async () => {
      const answer = await this.#client.ask<{ parameters: readonly Parameter[] }>(
        `v1/parameters/${encodeURIComponent(path)}`,
      )
      const parameter = await this.#whole(answer.parameters[0]!, path)
      this.#known.set(parameter.path, parameter)
      return parameter
    })
  }

  /** What has been asked for before. */
  known(path: string): Parameter | undefined {
    return this.#known.get(path)
  }

  /** Asked for a leaf the engine answers its parameter with that leaf alone. */
  async #whole(parameter: Parameter, path: string): Promise<Parameter> {
    return parameter.path === path ? parameter : this.get(parameter.path)
  }
}

/** What `make` made for `key`; what failed is made again. */
function kept<Key, Value>(
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
