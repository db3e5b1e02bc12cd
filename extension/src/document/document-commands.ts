/** Commands on documents: added when the first of a kind opens, for before that there is nothing they could do. */
import type { ICommandPalette } from '@jupyterlab/apputils'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { CommandRegistry } from '@lumino/commands'
import type { Words } from './document-kind.ts'
import type { DocumentModel } from './document-model.ts'
import type { OpenDocuments } from './open-documents.ts'

export interface CommandPlaces {
  readonly commands: CommandRegistry
  readonly palette: ICommandPalette | null
  readonly trans: TranslationBundle
}

export interface DocumentCommand extends Words {
  readonly id: string
  execute(): unknown
  isEnabled(): boolean
}

export function addCommand({ commands, palette, trans }: CommandPlaces, command: DocumentCommand): void {
  const { id: _, ...options } = command
  commands.addCommand(command.id, { ...options, describedBy: { args: { type: 'object', properties: {} } } })
  palette?.addItem({ command: command.id, category: trans.__('Reformlab') })
}

export function addHistoryCommands<Model extends DocumentModel>(
  places: CommandPlaces,
  documents: OpenDocuments<Model>,
  ids: { readonly undo: string; readonly redo: string },
  words: { readonly undo: Words; readonly redo: Words },
): void {
  const model = () => documents.currentWidget?.content.model
  for (const step of ['undo', 'redo'] as const) {
    addCommand(places, {
      id: ids[step],
      ...words[step],
      execute: () => model()?.[step](),
      isEnabled: () => model() !== undefined,
    })
    documents.currentChanged.connect(() => places.commands.notifyCommandChanged(ids[step]))
  }
}
