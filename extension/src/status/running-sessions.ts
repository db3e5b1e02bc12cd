/** Live sessions of the engine, one for each open reform, in JupyterLab's list of what runs: to go to, and to end. */
import type { IRunningSessions } from '@jupyterlab/running'
import type { TranslationBundle } from '@jupyterlab/translation'
import { Signal } from '@lumino/signaling'
import { reformIcon } from '../icons.ts'
import type { IReformTracker, ReformWidget } from '../reform/reform-tracker.ts'

export class RunningSessions implements IRunningSessions.IManager {
  readonly name: string
  readonly shutdownLabel: string
  readonly shutdownAllLabel: string
  readonly shutdownAllConfirmationText: string
  readonly runningChanged = new Signal<this, void>(this)
  readonly #documents = new Set<ReformWidget>()
  readonly #activate: (id: string) => void
  readonly #trans: TranslationBundle
  /** What was listed last, in words. */
  #listed = ''

  constructor(tracker: IReformTracker, activate: (id: string) => void, trans: TranslationBundle) {
    this.#activate = activate
    this.#trans = trans
    this.name = trans.__('Reforms')
    this.shutdownLabel = trans.__('End computing; the document stays open')
    this.shutdownAllLabel = trans.__('End All')
    this.shutdownAllConfirmationText = trans.__('End computing for all reforms? Their documents stay open.')
    tracker.widgetAdded.connect((_, widget) => this.#follow(widget))
    tracker.forEach(widget => {
      this.#follow(widget)
    })
  }

  running(): IRunningSessions.IRunningItem[] {
    return this.#widgets().map(widget => ({
      icon: () => reformIcon,
      label: () => widget.title.label,
      labelTitle: () => this.#title(widget),
      detail: () => String(widget.content.model.subject.year),
      open: () => this.#activate(widget.id),
      shutdown: () => widget.content.model.outcomes.close(),
    }))
  }

  shutdownAll(): void {
    for (const widget of this.#widgets()) widget.content.model.outcomes.close()
  }

  /** Sessions tell of themselves. */
  refreshRunning(): void {
    this.runningChanged.emit()
  }

  #widgets(): readonly ReformWidget[] {
    return [...this.#documents].filter(({ content }) =>
      /opening|live|lost/.test(content.model.outcomes.state.kind),
    )
  }

  #title({ context, content }: ReformWidget): string {
    const { dataset, year } = content.model.subject
    return this.#trans.__('%1, on %2 of %3', context.path, dataset, year)
  }

  #follow(widget: ReformWidget): void {
    const tell = () => this.#tell()
    widget.content.model.outcomes.changed.connect(tell)
    widget.title.changed.connect(tell)
    this.#documents.add(widget)
    widget.disposed.connect(() => {
      this.#documents.delete(widget)
      tell()
    })
    tell()
  }

  /** Frames come often, sessions seldom. */
  #tell(): void {
    const listed = JSON.stringify(this.#widgets().map(widget => [widget.id, this.#title(widget)]))
    if (listed === this.#listed) return
    this.#listed = listed
    this.runningChanged.emit()
  }
}
