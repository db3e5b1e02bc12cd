import { ReactWidget } from '@jupyterlab/apputils'
import type { DocumentWidget } from '@jupyterlab/docregistry'
import type { ReactElement } from 'react'
import type { DocumentModel } from './document-model.ts'
import type { OpenDocument } from './open-document.ts'

/** What a document shows. It is there at once, for layouts; its model and view come when their code has. */
export class DocumentContent<Model extends DocumentModel> extends ReactWidget {
  #open: OpenDocument<Model> | undefined

  /** There for all of `OpenDocuments`. */
  get model(): Model {
    if (!this.#open) throw new Error('the document is still opening')
    return this.#open.model
  }

  open(open: OpenDocument<Model>): void {
    this.#open = open
    this.update()
  }

  protected render(): ReactElement | null {
    return this.#open?.render() ?? null
  }
}

export type WidgetOf<Model extends DocumentModel> = DocumentWidget<DocumentContent<Model>>
