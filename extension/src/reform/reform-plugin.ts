/** Reform files: `*.reform.yaml` opens as its impact, and is saved like any file. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { createToolbarFactory, ICommandPalette, IToolbarWidgetRegistry } from '@jupyterlab/apputils'
import { INotebookTracker } from '@jupyterlab/notebook'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { ISettingRegistry } from '@jupyterlab/settingregistry'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { IDocuments } from '../document/documents-plugin.ts'
import { IEngine } from '../engine/engine-plugin.ts'
import { reformIcon } from '../icons.ts'
import { commands as ids } from './command-ids.ts'
import { emptyReform } from './empty-reform.ts'
import { liveSubject } from './live-subject.ts'
import type { ReformModel } from './reform-model.ts'
import { IReformTracker, REFORM_FACTORY, REFORM_PLUGIN } from './reform-tracker.ts'

export const reformPlugin: JupyterFrontEndPlugin<IReformTracker> = {
  id: REFORM_PLUGIN,
  description: 'Opens reform files as their impact on a population, and keeps them as documents.',
  autoStart: true,
  requires: [IDocuments],
  optional: [
    IRenderMimeRegistry,
    INotebookTracker,
    ISettingRegistry,
    IToolbarWidgetRegistry,
    ICommandPalette,
    ITranslator,
  ],
  provides: IReformTracker,
  activate: (
    app: JupyterFrontEnd,
    documents: IDocuments,
    rendermime: IRenderMimeRegistry | null,
    notebooks: INotebookTracker | null,
    settings: ISettingRegistry | null,
    toolbars: IToolbarWidgetRegistry | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null,
  ): IReformTracker => {
    const words = translator ?? nullTranslator
    const trans = words.load('reformlab')
    const subject = liveSubject(settings)
    const places = { commands: app.commands, palette, trans }
    const tracker: IReformTracker = documents.register<ReformModel>({
      name: REFORM_FACTORY,
      label: trans.__('Reform'),
      ending: 'reform',
      icon: reformIcon,
      classes: ['rl-ReformDocument', 'rl-ImpactView'],
      ...(toolbars &&
        settings && {
          toolbar: createToolbarFactory(toolbars, settings, REFORM_FACTORY, REFORM_PLUGIN, words),
        }),
      creation: {
        command: ids.create,
        label: trans.__('New Reform'),
        caption: trans.__('Make a reform file and change the law in it'),
        text: emptyReform(trans.__('Untitled reform')),
        rank: 1,
      },
      open: async () => {
        const { openReform } = await import('./open-reform.tsx')
        const engine = await app.resolveRequiredService(IEngine)
        return openReform({ engine, tracker, rendermime, notebooks, places, subject: subject() })
      },
    })
    return tracker
  },
}
