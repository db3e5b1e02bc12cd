/** The view in the main area that compares several reforms. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IDocumentManager } from '@jupyterlab/docmanager'
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { ISettingRegistry } from '@jupyterlab/settingregistry'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { IDocuments } from '../document/documents-plugin.ts'
import { IEngine } from '../engine/engine-plugin.ts'
import { compareIcon } from '../icons.ts'
import { compareCommands } from '../reform/command-ids.ts'
import { liveSubject } from '../reform/live-subject.ts'
import { IReformTracker } from '../reform/reform-tracker.ts'

export const comparePlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:compare',
  description: 'Compares several reforms side by side.',
  autoStart: true,
  requires: [IDocuments, IReformTracker],
  optional: [IDocumentManager, IDefaultFileBrowser, IRenderMimeRegistry, ISettingRegistry, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    { addView }: IDocuments,
    reforms: IReformTracker,
    documents: IDocumentManager | null,
    browser: IDefaultFileBrowser | null,
    rendermime: IRenderMimeRegistry | null,
    settings: ISettingRegistry | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const subject = liveSubject(settings)
    addView({
      command: compareCommands.compare,
      name: 'Compare',
      title: trans.__('Compare Reforms'),
      label: trans.__('Compare Reforms'),
      caption: trans.__('See what several reforms do, side by side'),
      icon: compareIcon,
      rank: 4,
      isOne: false,
      properties: {
        paths: {
          type: 'array',
          items: { type: 'string' },
          description: trans.__('Reform files to begin with; those that are open without it'),
        },
        year: { type: 'integer', description: trans.__('The year they are shown in') },
        dataset: { type: 'string', description: trans.__('The population they are shown on') },
        convention: { type: 'string', description: trans.__('Whose incomes are compared and how') },
      },
      open: async (kept, host) => {
        const { openComparison } = await import('./open-comparison.tsx')
        const engine = await app.resolveRequiredService(IEngine)
        const { contents } = app.serviceManager
        const services = { engine, reforms, contents, documents, browser, rendermime, trans }
        return openComparison({ ...services, subject: subject() }, kept, host)
      },
    })
  },
}
