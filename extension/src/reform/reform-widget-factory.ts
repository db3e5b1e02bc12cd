/** Opens a reform file as its impact; the panel at the side changes it. */
import { ABCWidgetFactory, type DocumentRegistry, DocumentWidget } from '@jupyterlab/docregistry'
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { IEngine } from '../engine/engine-plugin.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import { reformIcon } from '../icons.ts'
import { ImpactView } from '../impact/impact-view.tsx'
import { ReformModel } from './reform-model.ts'
import { firstYearOf } from './reform-text.ts'
import type { ReformWidget } from './reform-tracker.ts'

export interface ReformWidgetOptions {
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
  /** What a reform is shown on at first. */
  subject(): SessionSubject
}

/** A file's own first year is shown where it lies within these years of the one that is set. */
const NEAR = 10

export class ReformWidgetFactory extends ABCWidgetFactory<ReformWidget> {
  readonly #options: ReformWidgetOptions

  constructor(factory: DocumentRegistry.IWidgetFactoryOptions<ReformWidget>, options: ReformWidgetOptions) {
    super(factory)
    this.#options = options
  }

  protected createNewWidget(context: DocumentRegistry.Context): ReformWidget {
    const { engine, rendermime, trans } = this.#options
    const model = new ReformModel(engine.client, '', this.#options.subject())
    const content = new ImpactView({ model, engine, rendermime, trans })
    const widget = new DocumentWidget({ content, context })
    widget.title.icon = reformIcon
    widget.addClass('rl-ReformDocument')
    model.edited.connect((_, text) => context.model.fromString(text))
    context.model.contentChanged.connect(() => model.setText(context.model.toString()))
    void context.ready.then(() => {
      if (widget.isDisposed) return
      const text = context.model.toString()
      const { year } = model.subject
      const first = firstYearOf(text)
      model.start(text, first !== undefined && Math.abs(first - year) <= NEAR ? first : year)
    })
    widget.disposed.connect(() => model.dispose())
    return widget
  }
}
