/** Several reforms on one population and year: which they are, and what each does. */
import { Signal } from '@lumino/signaling'
import type { SessionSubject } from '../engine/live-session.ts'
import type { IReformTracker } from '../reform/reform-tracker.ts'
import { ComparedReform, type ReformSources } from './compared-reform.ts'

/** As many columns can be told apart. */
export const MOST = 8

export interface KeptComparison extends SessionSubject {
  readonly paths: readonly string[]
}

export class Comparison {
  readonly changed = new Signal<this, void>(this)
  readonly #sources: ReformSources
  readonly #tracker: IReformTracker
  #subject: SessionSubject
  #reforms: readonly ComparedReform[] = []
  #version = 0

  constructor(sources: Omit<ReformSources, 'modelOf'>, tracker: IReformTracker, kept: KeptComparison) {
    const { paths, ...subject } = kept
    this.#tracker = tracker
    this.#sources = { ...sources, modelOf: path => this.#open(path)?.content.model }
    this.#subject = subject
    tracker.widgetAdded.connect(this.#onOpened, this)
    tracker.forEach(widget => void widget.disposed.connect(this.#follow, this))
    for (const path of paths) this.add(path)
  }

  get version(): number {
    return this.#version
  }

  get subject(): SessionSubject {
    return this.#subject
  }

  get reforms(): readonly ComparedReform[] {
    return this.#reforms
  }

  /** What is to be there again after the page has been loaded anew. */
  get kept(): KeptComparison {
    return { ...this.#subject, paths: this.#reforms.map(({ path }) => path) }
  }

  /** Open reforms that are not compared yet. */
  get others(): readonly { readonly path: string; readonly title: string }[] {
    const found: { path: string; title: string }[] = []
    this.#tracker.forEach(({ context: { path }, content, title }) => {
      if (!this.#has(path)) found.push({ path, title: content.model.title || title.label })
    })
    return found
  }

  get isFull(): boolean {
    return this.#reforms.length >= MOST
  }

  add(path: string): void {
    if (this.isFull || this.#has(path)) return
    const reform = new ComparedReform(path, this.#sources, this.#subject)
    reform.changed.connect(this.#tell, this)
    this.#reforms = [...this.#reforms, reform]
    this.#tell()
  }

  remove(path: string): void {
    this.#reforms.find(reform => reform.path === path)?.dispose()
    this.#reforms = this.#reforms.filter(reform => reform.path !== path)
    this.#tell()
  }

  setSubject(change: Partial<SessionSubject>): void {
    this.#subject = { ...this.#subject, ...change }
    for (const reform of this.#reforms) reform.show(this.#subject)
    this.#tell()
  }

  dispose(): void {
    this.#tracker.widgetAdded.disconnect(this.#onOpened, this)
    this.#tracker.forEach(widget => void widget.disposed.disconnect(this.#follow, this))
    for (const reform of this.#reforms) reform.dispose()
    Signal.clearData(this)
  }

  #has(path: string): boolean {
    return this.#reforms.some(reform => reform.path === path)
  }

  #open(path: string) {
    return this.#tracker.find(({ context, isDisposed }) => !isDisposed && context.path === path)
  }

  #onOpened(_: unknown, widget: NonNullable<IReformTracker['currentWidget']>): void {
    widget.disposed.connect(this.#follow, this)
    this.#follow()
  }

  #follow(): void {
    for (const reform of this.#reforms) reform.follow()
    this.#tell()
  }

  #tell(): void {
    this.#version++
    this.changed.emit()
  }
}
