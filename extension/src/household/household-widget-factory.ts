/** Opens a household file as its panel. */
import { ABCWidgetFactory, type DocumentRegistry, DocumentWidget } from '@jupyterlab/docregistry'
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { IEngine } from '../engine/engine-plugin.ts'
import { householdIcon } from '../icons.ts'
import type { IReformTracker } from '../reform/reform-tracker.ts'
import { HouseholdModel } from './household-model.ts'
import { HouseholdView } from './household-view.tsx'
import { ReformChoice } from './reform-choice.ts'

/** A household file with what the law makes of it. */
export type HouseholdWidget = DocumentWidget<HouseholdView>

export interface HouseholdWidgetOptions {
  readonly engine: IEngine
  readonly reforms: IReformTracker
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
  /** The one a household is shown in at first, where no reform is open. */
  year(): number
}

export class HouseholdWidgetFactory extends ABCWidgetFactory<HouseholdWidget> {
  readonly #options: HouseholdWidgetOptions

  constructor(
    factory: DocumentRegistry.IWidgetFactoryOptions<HouseholdWidget>,
    options: HouseholdWidgetOptions,
  ) {
    super(factory)
    this.#options = options
  }

  protected createNewWidget(context: DocumentRegistry.Context): HouseholdWidget {
    const { engine, reforms, rendermime, trans } = this.#options
    const year = reforms.currentWidget?.content.model.subject.year ?? this.#options.year()
    const model = new HouseholdModel(engine.client, year, new ReformChoice(reforms))
    const content = new HouseholdView({ model, engine, rendermime, trans })
    const widget = new DocumentWidget({ content, context })
    widget.title.icon = householdIcon
    widget.toolbar.hide()
    model.edited.connect((_, text) => context.model.fromString(text))
    context.model.contentChanged.connect(() => model.setText(context.model.toString()))
    void context.ready.then(() => {
      if (!widget.isDisposed) model.start(context.model.toString())
    })
    widget.disposed.connect(() => model.dispose())
    return widget
  }
}
