/** Which of the open reforms a household is shown under: the one in front, a certain one, or none. */
import { type ISignal, Signal } from '@lumino/signaling'
import type { ReformModel } from '../reform/reform-model.ts'
import { isPlain, textOfCanonical, withValue } from '../reform/reform-text.ts'
import type { IReformTracker } from '../reform/reform-tracker.ts'

export const IN_FRONT = 'front'
export const NONE = 'none'

export class ReformChoice {
  readonly #tracker: IReformTracker
  readonly #changed = new Signal<this, void>(this)
  #chosen = IN_FRONT
  #followed: ReformModel | undefined

  constructor(tracker: IReformTracker) {
    this.#tracker = tracker
    tracker.currentChanged.connect(this.#follow, this)
    tracker.widgetAdded.connect(this.#follow, this)
    this.#follow()
  }

  get changed(): ISignal<this, void> {
    return this.#changed
  }

  /** Reforms that can be chosen. */
  get reforms(): readonly { readonly id: string; readonly title: string }[] {
    const found: { id: string; title: string }[] = []
    this.#tracker.forEach(({ id, content, title }) => {
      found.push({ id, title: content.model.title || title.label })
    })
    return found
  }

  get chosen(): string {
    return this.#chosen
  }

  /** Undefined where nothing but the law as it stands is shown. */
  get model(): ReformModel | undefined {
    return this.#followed
  }

  choose(id: string): void {
    this.#chosen = id
    this.#follow()
  }

  dispose(): void {
    Signal.clearData(this)
  }

  #follow(): void {
    const isThere = this.#chosen === NONE || this.#find() !== undefined
    if (!isThere) this.#chosen = IN_FRONT
    const model =
      this.#chosen === NONE ? undefined : (this.#find() ?? this.#tracker.currentWidget)?.content.model
    if (model !== this.#followed) {
      this.#followed?.changed.disconnect(this.#tell, this)
      this.#followed = model
      model?.changed.connect(this.#tell, this)
    }
    this.#tell()
  }

  #find() {
    return this.#tracker.find(({ id, isDisposed }) => id === this.#chosen && !isDisposed)
  }

  #tell(): void {
    this.#changed.emit()
  }
}

/** What the reform is at this very moment: while a hand moves its file is behind. */
export function textNow(model: ReformModel): string {
  const { text, isDragging, reform, values, subject } = model
  if (!isDragging) return text
  const base = isPlain(text) ? text : reform && textOfCanonical(reform.canonical)
  if (base === undefined) return text
  const leaves = Object.entries(values)
  return leaves.reduce((so, [leaf, value]) => withValue(so, { leaf, year: subject.year }, value), base)
}
