/** Household files: `*.household.yaml` opens as a panel that computes it, and is saved like any file. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { ICommandPalette } from '@jupyterlab/apputils'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { ISettingRegistry } from '@jupyterlab/settingregistry'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { IDocuments } from '../document/documents-plugin.ts'
import type { OpenDocuments } from '../document/open-documents.ts'
import { IEngine } from '../engine/engine-plugin.ts'
import { householdIcon } from '../icons.ts'
import { householdCommands as ids } from '../reform/command-ids.ts'
import { liveSubject } from '../reform/live-subject.ts'
import { IReformTracker } from '../reform/reform-tracker.ts'
import { exampleHousehold } from './example-household.ts'
import type { HouseholdModel } from './household-model.ts'

export const householdPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:households',
  description: 'Opens household files: what the law and a reform make of one household.',
  autoStart: true,
  requires: [IDocuments, IReformTracker],
  optional: [IRenderMimeRegistry, ISettingRegistry, ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    documents: IDocuments,
    reforms: IReformTracker,
    rendermime: IRenderMimeRegistry | null,
    settings: ISettingRegistry | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const subject = liveSubject(settings)
    const places = { commands: app.commands, palette, trans }
    const households: OpenDocuments<HouseholdModel> = documents.register<HouseholdModel>({
      name: 'Household',
      label: trans.__('Household'),
      ending: 'household',
      icon: householdIcon,
      classes: ['rl-HouseholdDocument', 'rl-HouseholdView'],
      creation: {
        command: ids.create,
        label: trans.__('New Household'),
        caption: trans.__('Make a household file and see what the law and a reform make of it'),
        text: exampleHousehold,
        rank: 2,
      },
      open: async () => {
        const { openHousehold } = await import('./open-household.tsx')
        const engine = await app.resolveRequiredService(IEngine)
        return openHousehold({ engine, households, reforms, rendermime, places, year: subject().year })
      },
    })
  },
}
