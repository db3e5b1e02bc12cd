/** Household files: `*.household.yaml` opens as a panel that computes it, and is saved like any file. */
import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ICommandPalette, WidgetTracker } from '@jupyterlab/apputils'
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser'
import { ILauncher } from '@jupyterlab/launcher'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { ISettingRegistry } from '@jupyterlab/settingregistry'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { IEngine } from '../engine/engine-plugin.ts'
import { householdIcon } from '../icons.ts'
import { householdCommands as commands } from '../reform/command-ids.ts'
import { liveSubject } from '../reform/reform-plugin.ts'
import { IReformTracker } from '../reform/reform-tracker.ts'
import { exampleHousehold } from './household-text.ts'
import { type HouseholdWidget, HouseholdWidgetFactory } from './household-widget-factory.ts'

const FACTORY = 'Household'
const FILE_TYPE = 'reformlab-household'

export const householdPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:households',
  description: 'Opens household files: what the law and a reform make of one household.',
  autoStart: true,
  requires: [IEngine, IReformTracker],
  optional: [
    IRenderMimeRegistry,
    ISettingRegistry,
    IDefaultFileBrowser,
    ICommandPalette,
    ILauncher,
    ILayoutRestorer,
    ITranslator,
  ],
  activate: (
    app: JupyterFrontEnd,
    engine: IEngine,
    reforms: IReformTracker,
    rendermime: IRenderMimeRegistry | null,
    settings: ISettingRegistry | null,
    files: IDefaultFileBrowser | null,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    restorer: ILayoutRestorer | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const category = trans.__('Reformlab')
    const tracker = new WidgetTracker<HouseholdWidget>({ namespace: 'reformlab-households' })
    const subject = liveSubject(settings)
    app.docRegistry.addFileType({
      name: FILE_TYPE,
      displayName: trans.__('Household'),
      extensions: ['.household.yaml', '.household.yml'],
      mimeTypes: ['application/vnd.reformlab.household+yaml'],
      fileFormat: 'text',
      contentType: 'file',
      icon: householdIcon,
    })
    const factory = new HouseholdWidgetFactory(
      {
        name: FACTORY,
        label: trans.__('Household'),
        modelName: 'text',
        fileTypes: [FILE_TYPE],
        defaultFor: [FILE_TYPE],
      },
      { engine, reforms, rendermime, trans, year: () => subject().year },
    )
    factory.widgetCreated.connect((_, widget) => {
      widget.context.pathChanged.connect(() => void tracker.save(widget))
      void tracker.add(widget)
    })
    app.docRegistry.addWidgetFactory(factory)
    void restorer?.restore(tracker, {
      command: 'docmanager:open',
      args: ({ context }) => ({ path: context.path, factory: FACTORY }),
      name: ({ context }) => context.path,
    })

    app.commands.addCommand(commands.create, {
      label: args => (args.isLauncher ? trans.__('Household') : trans.__('New Household')),
      caption: trans.__('Make a household file and see what the law and a reform make of it'),
      icon: householdIcon,
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
        const { contents } = app.serviceManager
        const made = await contents.newUntitled({ path, type: 'file', ext: '.household.yaml' })
        await contents.save(made.path, { type: 'file', format: 'text', content: exampleHousehold })
        return app.commands.execute('docmanager:open', { path: made.path })
      },
    })
    palette?.addItem({ command: commands.create, category })
    launcher?.add({
      command: commands.create,
      category: trans.__('Other'),
      rank: 2,
      args: { isLauncher: true },
    })
    const add = (id: string, label: string, caption: string, execute: () => void) => {
      app.commands.addCommand(id, {
        label,
        caption,
        execute,
        isEnabled: () => tracker.currentWidget !== null,
        describedBy: { args: { type: 'object', properties: {} } },
      })
      palette?.addItem({ command: id, category })
      tracker.currentChanged.connect(() => app.commands.notifyCommandChanged(id))
    }
    const model = () => tracker.currentWidget?.content.model
    add(
      commands.undo,
      trans.__('Undo Change of Household'),
      trans.__('Take the last change of the household back'),
      () => model()?.undo(),
    )
    add(
      commands.redo,
      trans.__('Redo Change of Household'),
      trans.__('Change the household again as it was'),
      () => model()?.redo(),
    )
  },
}
