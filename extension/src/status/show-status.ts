import type { JupyterFrontEnd } from '@jupyterlab/application'
import type { IRunningSessionManagers } from '@jupyterlab/running'
import type { IStatusBar } from '@jupyterlab/statusbar'
import { noticeOpening } from './opening-notice.ts'
import { RunningSessions } from './running-sessions.ts'
import { StatusItem, type StatusItemOptions } from './status-item.tsx'

export interface StatusPlaces extends StatusItemOptions {
  readonly shell: JupyterFrontEnd.IShell
  readonly statusBar: IStatusBar | null
  readonly running: IRunningSessionManagers | null
}

/** Follows the reforms that are open, and those that will be. */
export function showStatus({ shell, statusBar, running, ...options }: StatusPlaces): void {
  const { engine, tracker, trans } = options
  const item = new StatusItem(options)
  statusBar?.registerStatusItem('@reformlab/labextension:status', {
    item,
    align: 'left',
    rank: 50,
    isActive: () => item.isActive,
    activeStateChanged: item.activeStateChanged,
  })
  running?.add(new RunningSessions(tracker, id => shell.activateById(id), trans))
  tracker.widgetAdded.connect((_, widget) => noticeOpening(widget, engine, trans))
  tracker.forEach(widget => {
    noticeOpening(widget, engine, trans)
  })
}
