/** Registers kinds of documents: file type, factory, layout restoration, and the command that makes one. */
import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ICommandPalette, WidgetTracker } from '@jupyterlab/apputils'
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser'
import { ILauncher } from '@jupyterlab/launcher'
import { IStateDB } from '@jupyterlab/statedb'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { Token } from '@lumino/coreutils'
import type { WidgetOf } from './document-content.ts'
import { DocumentFactory } from './document-factory.ts'
import type { DocumentKind } from './document-kind.ts'
import type { DocumentModel } from './document-model.ts'
import { addMainView, type ViewKind } from './main-view.ts'
import { OpenDocuments } from './open-documents.ts'

export interface IDocuments {
  /** Answers the documents of the kind that are open, each from when its model is there. */
  register<Model extends DocumentModel>(kind: DocumentKind<Model>): OpenDocuments<Model>
  /** Adds a view in the main area that is no file. */
  addView(kind: ViewKind): void
}

export const IDocuments = new Token<IDocuments>(
  '@reformlab/labextension:IDocuments',
  'Registers kinds of files that open as a view of them, and views in the main area.',
)

export const documentsPlugin: JupyterFrontEndPlugin<IDocuments> = {
  id: '@reformlab/labextension:documents',
  description: 'Opens, restores and makes documents of Reformlab.',
  autoStart: true,
  optional: [IDefaultFileBrowser, ICommandPalette, ILauncher, ILayoutRestorer, IStateDB, ITranslator],
  provides: IDocuments,
  activate: (
    app: JupyterFrontEnd,
    files: IDefaultFileBrowser | null,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    restorer: ILayoutRestorer | null,
    state: IStateDB | null,
    translator: ITranslator | null,
  ): IDocuments => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const { commands, docRegistry, serviceManager } = app
    const category = trans.__('Reformlab')

    function open<Model extends DocumentModel>(kind: DocumentKind<Model>) {
      const { name, label, ending, icon, toolbar } = kind
      const fileType = `reformlab-${ending}`
      docRegistry.addFileType({
        name: fileType,
        displayName: label,
        extensions: [`.${ending}.yaml`, `.${ending}.yml`],
        mimeTypes: [`application/vnd.reformlab.${ending}+yaml`],
        fileFormat: 'text',
        contentType: 'file',
        icon,
      })
      const types = { modelName: 'text', fileTypes: [fileType], defaultFor: [fileType] }
      const options = { name, label, ...types, ...(toolbar && { toolbarFactory: toolbar }) }
      const factory = new DocumentFactory<Model>(options, kind, state)
      // A layout is restored from widgets that are there at once.
      const all = new WidgetTracker<WidgetOf<Model>>({ namespace: `reformlab-${ending}s` })
      const documents = new OpenDocuments(all)
      factory.widgetCreated.connect((_, widget) => {
        widget.context.pathChanged.connect(() => void all.save(widget))
        void all.add(widget)
      })
      factory.opened.connect((_, widget) => documents.add(widget))
      docRegistry.addWidgetFactory(factory)
      void restorer?.restore(all, {
        command: 'docmanager:open',
        args: ({ context }) => ({ path: context.path, factory: name }),
        name: ({ context }) => context.path,
      })
      return documents
    }

    function addCreation(kind: Omit<DocumentKind<DocumentModel>, 'open' | 'toolbar'>) {
      const { label, ending, icon, creation } = kind
      const { command, text, rank } = creation
      commands.addCommand(command, {
        label: args => (args.isLauncher ? label : creation.label),
        caption: creation.caption,
        icon,
        describedBy: {
          args: {
            type: 'object',
            properties: {
              cwd: { type: 'string', description: trans.__('The folder the file is made in') },
              isLauncher: { type: 'boolean', description: trans.__('Whether the launcher shows it') },
            },
          },
        },
        execute: async args => {
          const path = typeof args.cwd === 'string' ? args.cwd : (files?.model.path ?? '')
          const { contents } = serviceManager
          const made = await contents.newUntitled({ path, type: 'file', ext: `.${ending}.yaml` })
          await contents.save(made.path, { type: 'file', format: 'text', content: text })
          return commands.execute('docmanager:open', { path: made.path })
        },
      })
      palette?.addItem({ command, category })
      launcher?.add({ command, category: trans.__('Other'), rank, args: { isLauncher: true } })
    }

    return {
      register: kind => {
        addCreation(kind)
        return open(kind)
      },
      addView: kind => addMainView({ app, palette, launcher, restorer, trans }, kind),
    }
  },
}
