/** What commands do with the reform in front that needs more than its model. */
import { Notification } from '@jupyterlab/apputils'
import { PathExt } from '@jupyterlab/coreutils'
import { type INotebookTracker, NotebookActions } from '@jupyterlab/notebook'
import type { TranslationBundle } from '@jupyterlab/translation'
import { pythonCell } from '../cell/python-cell.ts'
import { downloadText } from '../impact/download.ts'
import { impactCsv } from '../impact/impact-csv.ts'
import type { ReformModel } from './reform-model.ts'
import type { ReformWidget } from './reform-tracker.ts'

/** Puts Python that computes what is shown below the active cell. */
export function insertCell(
  { text, subject }: ReformModel,
  notebooks: INotebookTracker,
  trans: TranslationBundle,
): void {
  const notebook = notebooks.currentWidget?.content
  if (!notebook?.model) return
  NotebookActions.insertBelow(notebook)
  notebook.activeCell?.model.sharedModel.setSource(pythonCell(text, subject))
  const said = trans.__('The cell is in %1.', notebooks.currentWidget!.title.label)
  Notification.success(said, { autoClose: 3000 })
}

export function downloadCsv(widget: ReformWidget): void {
  const { impact } = widget.content.model.outcomes
  if (impact) downloadText(fileName(widget, 'csv'), 'text/csv', impactCsv(impact))
}

export function downloadJson(widget: ReformWidget): void {
  const { impact } = widget.content.model.outcomes
  if (impact)
    downloadText(fileName(widget, 'json'), 'application/json', `${JSON.stringify(impact, null, 2)}\n`)
}

function fileName({ context, content }: ReformWidget, ending: string): string {
  const name = PathExt.basename(context.path).replace(/\.reform\.ya?ml$/, '')
  return `${name}.${content.model.subject.year}.${ending}`
}
