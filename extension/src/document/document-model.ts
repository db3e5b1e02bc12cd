/** What every document's model has: the file's text with a way back and forth, and signals for views that follow. */
import type { ReadonlyJSONObject, ReadonlyPartialJSONObject } from '@lumino/coreutils'
import { type ISignal, Signal } from '@lumino/signaling'
import { TextHistory } from './text-history.ts'

export abstract class DocumentModel {
  #history = new TextHistory('')
  readonly #changed = new Signal<this, void>(this)
  readonly #edited = new Signal<this, string>(this)
  #version = 0

  /** Rises with every change; for views that ask whether there is something new. */
  get version(): number {
    return this.#version
  }

  get changed(): ISignal<this, void> {
    return this.#changed
  }

  /** The text, when something here has changed it. */
  get edited(): ISignal<this, string> {
    return this.#edited
  }

  get text(): string {
    return this.#history.text
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** What the document is shown under and its file does not say. */
  abstract get view(): ReadonlyJSONObject

  /** The file has been read; `view` is what it was shown under when the page was left, as far as that is known. */
  start(text: string, view: ReadonlyPartialJSONObject): void {
    this.#history = new TextHistory(text)
    this.begin(view)
  }

  /** Another text; quick edits about one `subject` are undone together. */
  edit(text: string, subject = ''): void {
    this.#history.set(text, subject)
    this.#edited.emit(this.text)
    this.take('edit')
  }

  /** The file has another text, by another hand. */
  setText(text: string): void {
    if (text === this.text) return
    this.#history.set(text, '')
    this.take('file')
  }

  undo(): void {
    this.#history.undo()
    this.#edited.emit(this.text)
    this.take('history')
  }

  redo(): void {
    this.#history.redo()
    this.#edited.emit(this.text)
    this.take('history')
  }

  dispose(): void {
    Signal.clearData(this)
  }

  protected abstract begin(view: ReadonlyPartialJSONObject): void

  /** The text is another, by an edit here, on the way back and forth, or in the file. */
  protected abstract take(by: 'edit' | 'history' | 'file'): void

  protected tell(): void {
    this.#version++
    this.#changed.emit()
  }
}
