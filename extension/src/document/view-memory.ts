/**
 * What a document is shown under: kept with the page's layout, so that it is there again after a reload, and gone when the
 * document is closed.
 */
import type { IStateDB } from '@jupyterlab/statedb'
import type { ReadonlyJSONObject, ReadonlyPartialJSONObject } from '@lumino/coreutils'

export class ViewMemory {
  readonly #state: IStateDB | null
  #path: string
  #view: ReadonlyJSONObject | undefined

  constructor(state: IStateDB | null, path: string) {
    this.#state = state
    this.#path = path
  }

  /** As it was kept, by whatever version of this. */
  async recall(): Promise<ReadonlyPartialJSONObject> {
    const found = await this.#state?.fetch(this.#key)
    return (found ?? {}) as ReadonlyPartialJSONObject
  }

  keep(view: ReadonlyJSONObject): void {
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return
    this.#view = view
    void this.#state?.save(this.#key, view)
  }

  /** The file has another path. */
  move(path: string): void {
    this.forget()
    this.#path = path
    if (this.#view) void this.#state?.save(this.#key, this.#view)
  }

  forget(): void {
    void this.#state?.remove(this.#key)
  }

  get #key(): string {
    return `reformlab-views:${this.#path}`
  }
}
