import type { IStateDB } from '@jupyterlab/statedb'
import type { ReactElement } from 'react'
import type { WidgetOf } from './document-content.ts'
import type { DocumentModel } from './document-model.ts'
import { ViewMemory } from './view-memory.ts'

/** A document whose code has come: its model, empty at first, and its view. */
export class OpenDocument<Model extends DocumentModel> {
  readonly model: Model
  readonly render: () => ReactElement

  constructor(model: Model, render: () => ReactElement) {
    this.model = model
    this.render = render
  }

  /** Ties the model to the file of `widget`, when that has been read. */
  async start({ context, content, disposed }: WidgetOf<Model>, state: IStateDB | null): Promise<void> {
    const { model } = this
    if (content.isDisposed) return model.dispose()
    const memory = new ViewMemory(state, context.path)
    disposed.connect(() => {
      memory.forget()
      model.dispose()
    })
    const [view] = await Promise.all([memory.recall(), context.ready])
    if (content.isDisposed) return
    model.edited.connect((_, text) => context.model.fromString(text))
    context.model.contentChanged.connect(() => model.setText(context.model.toString()))
    context.pathChanged.connect((_, path) => memory.move(path))
    model.changed.connect(() => memory.keep(model.view))
    model.start(context.model.toString(), view)
    content.open(this)
  }
}
