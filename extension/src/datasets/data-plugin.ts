/** The view of populations in the main area: what they are, their variables, and public records. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { ISettingRegistry } from '@jupyterlab/settingregistry'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { IDocuments } from '../document/documents-plugin.ts'
import { IEngine } from '../engine/engine-plugin.ts'
import { dataIcon } from '../icons.ts'
import { dataCommands } from '../reform/command-ids.ts'
import { liveSubject } from '../reform/live-subject.ts'

export const dataPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:data',
  description: 'Shows populations: their cards, variables, distributions and public records.',
  autoStart: true,
  requires: [IDocuments],
  optional: [IRenderMimeRegistry, ISettingRegistry, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    documents: IDocuments,
    rendermime: IRenderMimeRegistry | null,
    settings: ISettingRegistry | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const subject = liveSubject(settings)
    documents.addView({
      command: dataCommands.show,
      name: 'Data',
      title: trans.__('Data'),
      label: trans.__('Show Data'),
      caption: trans.__('See what populations hold: variables, distributions and records'),
      icon: dataIcon,
      rank: 3,
      isOne: true,
      properties: {
        dataset: { type: 'string', description: trans.__('The dataset that is shown') },
        variable: { type: 'string', description: trans.__('The variable that is shown') },
        tab: { type: 'string', description: trans.__('What of the dataset is shown') },
      },
      open: async (kept, host) => {
        const { openData } = await import('./open-data.ts')
        const engine = await app.resolveRequiredService(IEngine)
        return openData({ engine, rendermime, trans, subject: subject() }, kept, host)
      },
    })
  },
}
