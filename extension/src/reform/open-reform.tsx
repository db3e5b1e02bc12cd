import type { INotebookTracker } from '@jupyterlab/notebook'
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { CommandPlaces } from '../document/document-commands.ts'
import { OpenDocument } from '../document/open-document.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import { ImpactView } from '../impact/impact-view.tsx'
import { commands as ids } from './command-ids.ts'
import { addReformCommands } from './reform-commands.ts'
import { ReformModel } from './reform-model.ts'
import type { IReformTracker } from './reform-tracker.ts'

export interface ReformOptions {
  readonly engine: IEngine
  readonly tracker: IReformTracker
  readonly rendermime: IRenderMimeRegistry | null
  readonly notebooks: INotebookTracker | null
  readonly places: CommandPlaces
  /** What a reform is shown on at first. */
  readonly subject: SessionSubject
}

/** A reform file as its impact; the panel at the side changes it. */
export function openReform(options: ReformOptions): OpenDocument<ReformModel> {
  const { engine, tracker, rendermime, notebooks, places, subject } = options
  if (!places.commands.hasCommand(ids.undo)) addReformCommands(places, tracker, notebooks, engine)
  const model = new ReformModel(engine.client, subject, one => engine.model.fit(one))
  return new OpenDocument(model, () => (
    <ImpactView model={model} engine={engine} rendermime={rendermime} trans={places.trans} />
  ))
}
