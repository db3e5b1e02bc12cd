/** Everything that can be done with reforms, as commands: menus, toolbars, palette, launcher and shortcuts name them. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ICommandPalette, Notification } from '@jupyterlab/apputils'
import { PathExt } from '@jupyterlab/coreutils'
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser'
import { ILauncher } from '@jupyterlab/launcher'
import { INotebookTracker, NotebookActions } from '@jupyterlab/notebook'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { pythonCell } from '../cell/python-cell.ts'
import { reformIcon } from '../icons.ts'
import { downloadText } from '../impact/download.ts'
import { impactCsv } from '../impact/impact-csv.ts'
import { commands } from './command-ids.ts'
import { emptyReform } from './reform-text.ts'
import { IReformTracker } from './reform-tracker.ts'

export const reformCommandsPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:commands',
  description: 'Commands on reforms, in the palette, the launcher, menus and shortcuts.',
  autoStart: true,
  requires: [IReformTracker],
  optional: [IDefaultFileBrowser, INotebookTracker, ICommandPalette, ILauncher, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IReformTracker,
    files: IDefaultFileBrowser | null,
    notebooks: INotebookTracker | null,
    palette: ICommandPalette | null,
    launcher: ILauncher | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const category = trans.__('Reformlab')
    const noArguments = { args: { type: 'object' as const, properties: {} } }
    const model = () => tracker.currentWidget?.content.model
    const hasReform = () => tracker.currentWidget !== null
    const fileName = (ending: string) => {
      const name = PathExt.basename(tracker.currentWidget!.context.path).replace(/\.reform\.ya?ml$/, '')
      return `${name}.${model()!.subject.year}.${ending}`
    }
    const add = (
      id: string,
      label: string,
      caption: string,
      execute: () => unknown,
      isEnabled: () => boolean = hasReform,
    ) => {
      app.commands.addCommand(id, { label, caption, execute, isEnabled, describedBy: noArguments })
      palette?.addItem({ command: id, category })
    }

    app.commands.addCommand(commands.create, {
      label: args => (args.isLauncher ? trans.__('Reform') : trans.__('New Reform')),
      caption: trans.__('Make a reform file and change the law in it'),
      icon: reformIcon,
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
        const folder = typeof args.cwd === 'string' ? args.cwd : (files?.model.path ?? '')
        const { contents } = app.serviceManager
        const made = await contents.newUntitled({ path: folder, type: 'file', ext: '.reform.yaml' })
        const content = emptyReform(trans.__('Untitled reform'))
        await contents.save(made.path, { type: 'file', format: 'text', content })
        return app.commands.execute('docmanager:open', { path: made.path })
      },
    })
    palette?.addItem({ command: commands.create, category })
    launcher?.add({
      command: commands.create,
      category: trans.__('Other'),
      rank: 1,
      args: { isLauncher: true },
    })

    add(
      commands.undo,
      trans.__('Undo Change of Reform'),
      trans.__('Take the last change of the reform back'),
      () => model()?.undo(),
    )
    add(commands.redo, trans.__('Redo Change of Reform'), trans.__('Change the reform again as it was'), () =>
      model()?.redo(),
    )
    add(commands.resetAll, trans.__('Reset All Changes'), trans.__('Back to the law as it stands'), () =>
      model()?.reset(model()!.leaves),
    )
    add(
      commands.insertCell,
      trans.__('Insert Reform as Cell'),
      trans.__('Put Python that computes what is shown below the active cell of the open notebook'),
      () => {
        const notebook = notebooks?.currentWidget?.content
        const current = model()
        if (!notebook?.model || !current) return
        NotebookActions.insertBelow(notebook)
        notebook.activeCell?.model.sharedModel.setSource(pythonCell(current.text, current.subject))
        Notification.success(trans.__('The cell is in %1.', notebooks!.currentWidget!.title.label), {
          autoClose: 3000,
        })
      },
      () => hasReform() && (notebooks?.currentWidget ?? null) !== null,
    )
    const hasImpact = () => model()?.outcomes.impact !== undefined
    add(
      commands.downloadCsv,
      trans.__('Download Impact as CSV'),
      trans.__('Save the numbers shown as a table'),
      () => downloadText(fileName('csv'), 'text/csv', impactCsv(model()!.outcomes.impact!)),
      hasImpact,
    )
    add(
      commands.downloadJson,
      trans.__('Download Impact as JSON'),
      trans.__('Save all numbers as the engine answered them'),
      () =>
        downloadText(
          fileName('json'),
          'application/json',
          `${JSON.stringify(model()!.outcomes.impact, null, 2)}\n`,
        ),
      hasImpact,
    )

    const notify = () => Object.values(commands).forEach(id => void app.commands.notifyCommandChanged(id))
    let hadImpact = false
    const onModel = () => {
      if (hadImpact === hasImpact()) return
      hadImpact = hasImpact()
      notify()
    }
    tracker.widgetAdded.connect((_, widget) => void widget.content.model.changed.connect(onModel))
    tracker.currentChanged.connect(notify)
    notebooks?.currentChanged.connect(notify)
  },
}
