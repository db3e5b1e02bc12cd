/** What can be done with the reform in front: menus, toolbars, palette and shortcuts name it. */
import type { INotebookTracker } from '@jupyterlab/notebook'
import { hasCells } from '../cell/python-cell.ts'
import { addCommand, addHistoryCommands, type CommandPlaces } from '../document/document-commands.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import { commands as ids } from './command-ids.ts'
import { downloadCsv, downloadJson, insertCell } from './reform-actions.ts'
import type { IReformTracker } from './reform-tracker.ts'

export function addReformCommands(
  places: CommandPlaces,
  tracker: IReformTracker,
  notebooks: INotebookTracker | null,
  engine: IEngine,
): void {
  const { commands, trans } = places
  const model = () => tracker.currentWidget?.content.model
  const hasReform = () => tracker.currentWidget !== null
  const hasImpact = () => model()?.outcomes.impact !== undefined

  addHistoryCommands(places, tracker, ids, {
    undo: {
      label: trans.__('Undo Change of Reform'),
      caption: trans.__('Take the last change of the reform back'),
    },
    redo: {
      label: trans.__('Redo Change of Reform'),
      caption: trans.__('Change the reform again as it was'),
    },
  })
  addCommand(places, {
    id: ids.resetAll,
    label: trans.__('Reset All Changes'),
    caption: trans.__('Back to the law as it stands'),
    execute: () => model()?.resetAll(),
    isEnabled: hasReform,
  })
  addCommand(places, {
    id: ids.insertCell,
    label: trans.__('Insert Reform as Cell'),
    caption: trans.__('Put Python that computes what is shown below the active cell of the open notebook'),
    execute: () => insertCell(model()!, notebooks!, trans),
    isEnabled: () => hasReform() && (notebooks?.currentWidget ?? null) !== null && hasCells(engine),
  })
  addCommand(places, {
    id: ids.downloadCsv,
    label: trans.__('Download Impact as CSV'),
    caption: trans.__('Save the numbers shown as a table'),
    execute: () => downloadCsv(tracker.currentWidget!),
    isEnabled: hasImpact,
  })
  addCommand(places, {
    id: ids.downloadJson,
    label: trans.__('Download Impact as JSON'),
    caption: trans.__('Save all numbers as the engine answered them'),
    execute: () => downloadJson(tracker.currentWidget!),
    isEnabled: hasImpact,
  })

  const notify = () => Object.values(ids).forEach(id => void commands.notifyCommandChanged(id))
  let hadImpact = false
  const onModel = () => {
    if (hadImpact === hasImpact()) return
    hadImpact = hasImpact()
    notify()
  }
  tracker.widgetAdded.connect((_, widget) => void widget.content.model.changed.connect(onModel))
  tracker.currentChanged.connect(notify)
  notebooks?.currentChanged.connect(notify)
}
