/** The status bar's item: the engine's state, how long the last answer took, and what makes it reproducible. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IStatusBar } from '@jupyterlab/statusbar'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { IEngine } from '../engine/engine-plugin.ts'
import { IReformTracker } from '../reform/reform-tracker.ts'
import { StatusItem } from './status-item.tsx'

export const statusPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:status',
  description: "Shows the Reformlab engine's state in the status bar.",
  autoStart: true,
  requires: [IEngine, IReformTracker],
  optional: [IStatusBar, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    engine: IEngine,
    tracker: IReformTracker,
    statusBar: IStatusBar | null,
    translator: ITranslator | null,
  ): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    const item = new StatusItem({ engine, tracker, trans })
    statusBar?.registerStatusItem('@reformlab/labextension:status', {
      item,
      align: 'left',
      rank: 50,
      isActive: () => item.isActive,
      activeStateChanged: item.activeStateChanged,
    })
    void app.restored.then(() => engine.monitor.look())
  },
}
