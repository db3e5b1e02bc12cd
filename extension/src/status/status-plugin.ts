/** How the engine is and what it does, where JupyterLab shows such things. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IRunningSessionManagers } from '@jupyterlab/running'
import { IStatusBar } from '@jupyterlab/statusbar'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { IEngine } from '../engine/engine-plugin.ts'
import { IReformTracker } from '../reform/reform-tracker.ts'

export const statusPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:status',
  description:
    "Shows the Reformlab engine's state in the status bar, its sessions among what runs, and what takes long.",
  autoStart: true,
  requires: [IReformTracker],
  optional: [IStatusBar, IRunningSessionManagers, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: IReformTracker,
    statusBar: IStatusBar | null,
    running: IRunningSessionManagers | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const show = async () => {
      tracker.widgetAdded.disconnect(show)
      const { showStatus } = await import('./show-status.ts')
      const engine = await app.resolveRequiredService(IEngine)
      showStatus({ shell: app.shell, engine, tracker, statusBar, running, trans })
    }
    // Before a reform is open there is nothing to say.
    tracker.widgetAdded.connect(show)
  },
}
