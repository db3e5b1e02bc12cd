/** Which of the open reforms a household is shown under: the one in front, a certain one by its path, or none. */
import { type ISignal, Signal } from '@lumino/signaling'
import type { ReformModel } from '../reform/reform-model.ts'
import { isPlain, withValue } from '../reform/reform-text.ts'
import type { IReformTracker, ReformWidget } from '../reform/reform-tracker.ts'

export const IN_FRONT = 'front'
export const NONE = 'none'

export class ReformChoice {
  readonly #tracker: IReformTracker
  readonly #changed = new Signal<this, void>(this)
  #wanted = IN_FRONT
  #widget: ReformWidget | undefined
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
  get reforms(): readonly { readonly path: string; readonly title: string }[] {
    const found: { path: string; title: string }[] = []
    this.#tracker.forEach(({ context: { path }, content, title }) => {
      found.push({ path, title: content.model.title || title.label })
    })
    return found
  }

  /** What is shown: the one in front while the one that is wanted is not open. */
  get chosen(): string {
    return this.#wanted === NONE || this.#find() ? this.wanted : IN_FRONT
  }

  get wanted(): string {
    return this.#find()?.context.path ?? this.#wanted
  }

  /** Undefined where nothing but the law as it stands is shown. */
  get model(): ReformModel | undefined {
    return this.#followed
  }

  choose(wanted: string): void {
    this.#wanted = wanted
    this.#widget = undefined
    this.#follow()
  }

  dispose(): void {
    Signal.clearData(this)
  }

  #follow(): void {
    const model =
      this.#wanted === NONE ? undefined : (this.#find() ?? this.#tracker.currentWidget)?.content.model
    if (model !== this.#followed) {
      this.#followed?.changed.disconnect(this.#tell, this)
      this.#followed = model
      model?.changed.connect(this.#tell, this)
    }
    this.#tell()
  }

  #find(): ReformWidget | undefined {
    if (!this.#widget || this.#widget.isDisposed)
      this.#widget = this.#tracker.find(
        ({ context, isDisposed }) => !isDisposed && context.path === this.#wanted,
      )
    return this.#widget
  }

  #tell(): void {
    this.#changed.emit()
  }
}

/** What the reform is at this very moment: while a hand moves its file is behind. */
export function textNow(model: ReformModel): string {
  const { text, isDragging, said, values, subject } = model
  if (!isDragging) return text
  const base = isPlain(text) ? text : said.editable
  const leaves = Object.entries(values)
  return leaves.reduce((so, [leaf, value]) => withValue(so, { leaf, year: subject.year }, value), base)
}
