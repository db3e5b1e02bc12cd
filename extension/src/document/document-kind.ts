import type { DocumentRegistry } from '@jupyterlab/docregistry'
import type { LabIcon } from '@jupyterlab/ui-components'
import type { WidgetOf } from './document-content.ts'
import type { DocumentModel } from './document-model.ts'
import type { OpenDocument } from './open-document.ts'

export interface Words {
  readonly label: string
  readonly caption: string
}

/** One kind of file that opens as a view of it. */
export interface DocumentKind<Model extends DocumentModel> {
  /** That of the widget factory. */
  readonly name: string
  readonly label: string
  /** `reform` of `*.reform.yaml`. */
  readonly ending: string
  readonly icon: LabIcon
  /** Of the document, and of the view in it. */
  readonly classes: readonly [string, string]
  readonly toolbar?: DocumentRegistry.IWidgetFactoryOptions<WidgetOf<Model>>['toolbarFactory']
  /** The command that makes a file, what it holds then, and its place in the launcher. */
  readonly creation: Words & { readonly command: string; readonly text: string; readonly rank: number }
  /** Brings the model, empty, and the view. */
  open(): Promise<OpenDocument<Model>>
}
