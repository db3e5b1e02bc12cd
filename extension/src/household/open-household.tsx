import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { addHistoryCommands, type CommandPlaces } from '../document/document-commands.ts'
import { OpenDocument } from '../document/open-document.ts'
import type { OpenDocuments } from '../document/open-documents.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { householdCommands as ids } from '../reform/command-ids.ts'
import type { IReformTracker } from '../reform/reform-tracker.ts'
import { HouseholdModel } from './household-model.ts'
import { HouseholdView } from './household-view.tsx'
import { ReformChoice } from './reform-choice.ts'

export interface HouseholdOptions {
  readonly engine: IEngine
  readonly households: OpenDocuments<HouseholdModel>
  readonly reforms: IReformTracker
  readonly rendermime: IRenderMimeRegistry | null
  readonly places: CommandPlaces
  /** The one a household is shown in at first, where no reform is open. */
  readonly year: number
}

/** A household file as its panel, with what the law makes of it. */
export function openHousehold(options: HouseholdOptions): OpenDocument<HouseholdModel> {
  const { engine, households, reforms, rendermime, places } = options
  const { trans } = places
  if (!places.commands.hasCommand(ids.undo))
    addHistoryCommands(places, households, ids, {
      undo: {
        label: trans.__('Undo Change of Household'),
        caption: trans.__('Take the last change of the household back'),
      },
      redo: {
        label: trans.__('Redo Change of Household'),
        caption: trans.__('Change the household again as it was'),
      },
    })
  const year = reforms.currentWidget?.content.model.subject.year ?? options.year
  const model = new HouseholdModel(engine.client, year, new ReformChoice(reforms))
  return new OpenDocument(model, () => (
    <HouseholdView model={model} engine={engine} rendermime={rendermime} trans={trans} />
  ))
}
