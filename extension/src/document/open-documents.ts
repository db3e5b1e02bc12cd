import type { IWidgetTracker } from '@jupyterlab/apputils'
import { Signal } from '@lumino/signaling'
import type { WidgetOf } from './document-content.ts'
import type { DocumentModel } from './document-model.ts'

/** The documents of one kind whose model is there, among all that a tracker knows. */
export class OpenDocuments<Model extends DocumentModel> {
  readonly widgetAdded = new Signal<this, WidgetOf<Model>>(this)
  readonly currentChanged = new Signal<this, WidgetOf<Model> | null>(this)
  readonly #all: IWidgetTracker<WidgetOf<Model>>
  readonly #open = new Set<WidgetOf<Model>>()
  #current: WidgetOf<Model> | null = null

  constructor(all: IWidgetTracker<WidgetOf<Model>>) {
    this.#all = all
    all.currentChanged.connect(this.#follow, this)
  }

  /** The one that had the focus last; while another is opening the one before it. */
  get currentWidget(): WidgetOf<Model> | null {
    return this.#current
  }

  get size(): number {
    return this.#open.size
  }

  add(widget: WidgetOf<Model>): void {
    this.#open.add(widget)
    widget.disposed.connect(() => {
      this.#open.delete(widget)
      this.#follow()
    })
    this.widgetAdded.emit(widget)
    this.#follow()
  }

  forEach(visit: (widget: WidgetOf<Model>) => void): void {
    this.#open.forEach(visit)
  }

  find(test: (widget: WidgetOf<Model>) => boolean): WidgetOf<Model> | undefined {
    return [...this.#open].find(test)
  }

  #follow(): void {
    const now = this.#all.currentWidget
    const [next = null] = [now, now && this.#current].filter(one => one !== null && this.#open.has(one))
    if (next === this.#current) return
    this.#current = next
    this.currentChanged.emit(next)
  }
}
