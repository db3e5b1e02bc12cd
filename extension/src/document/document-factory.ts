/** Opens a file of one kind: the widget at once, its model and view when their code has come. */
import { ABCWidgetFactory, type DocumentRegistry, DocumentWidget } from '@jupyterlab/docregistry'
import type { IStateDB } from '@jupyterlab/statedb'
import { Signal } from '@lumino/signaling'
import { DocumentContent, type WidgetOf } from './document-content.ts'
import type { DocumentKind } from './document-kind.ts'
import type { DocumentModel } from './document-model.ts'
import type { OpenDocument } from './open-document.ts'

export class DocumentFactory<Model extends DocumentModel> extends ABCWidgetFactory<WidgetOf<Model>> {
  readonly #kind: DocumentKind<Model>
  readonly #state: IStateDB | null
  /** A document whose model has its text. */
  readonly opened = new Signal<this, WidgetOf<Model>>(this)

  constructor(
    options: DocumentRegistry.IWidgetFactoryOptions<WidgetOf<Model>>,
    kind: DocumentKind<Model>,
    state: IStateDB | null,
  ) {
    super(options)
    this.#kind = kind
    this.#state = state
  }

  protected createNewWidget(context: DocumentRegistry.Context): WidgetOf<Model> {
    const { icon, classes, toolbar } = this.#kind
    const content = new DocumentContent<Model>()
    const opening = this.#kind.open()
    const widget = new DocumentWidget({ content, context, reveal: opening })
    widget.title.icon = icon
    widget.addClass(classes[0])
    content.addClass(classes[1])
    if (!toolbar) widget.toolbar.hide()
    const begin = async (open: OpenDocument<Model>) => {
      await open.start(widget, this.#state)
      if (!widget.isDisposed) this.opened.emit(widget)
    }
    // Code that does not come is told by the widget.
    opening.then(begin, () => {})
    return widget
  }
}
