import { ReactWidget } from '@jupyterlab/apputils'
import type { Message } from '@lumino/messaging'
import type { ReactElement } from 'react'

/** A widget whose code comes when it is first seen. */
export class LazyWidget extends ReactWidget {
  readonly #load: () => Promise<ReactElement>
  #isAsked = false
  #view: ReactElement | undefined

  constructor(load: () => Promise<ReactElement>) {
    super()
    this.#load = load
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message)
    this.#look()
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message)
    this.#look()
  }

  protected render(): ReactElement | null {
    return this.#view ?? null
  }

  #look(): void {
    if (this.#isAsked || !this.isVisible) return
    this.#isAsked = true
    void this.#load().then(
      view => {
        this.#view = view
        this.update()
      },
      () => {
        // Without the server: asked again when it is shown again.
        this.#isAsked = false
      },
    )
  }
}
