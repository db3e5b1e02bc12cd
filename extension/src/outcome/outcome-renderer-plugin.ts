/** Shows what `rl.impact(…)` answers in a notebook as the panel shows it. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { ITranslator, nullTranslator } from '@jupyterlab/translation'
import { OUTCOME, OutcomeRenderer } from './outcome-renderer.ts'

/** Below the tables and texts that come along, so that this one is preferred. */
const RANK = 0

export const outcomeRendererPlugin: JupyterFrontEndPlugin<void> = {
  id: '@reformlab/labextension:outcome-renderer',
  description: 'Draws outcomes of reforms in notebooks.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  optional: [ITranslator],
  activate: (app: JupyterFrontEnd, rendermime: IRenderMimeRegistry, translator: ITranslator | null): void => {
    const trans = (translator ?? nullTranslator).load('reformlab')
    rendermime.addFactory(
      {
        safe: true,
        mimeTypes: [OUTCOME],
        createRenderer: () => new OutcomeRenderer(app, { rendermime, trans }),
      },
      RANK,
    )
  },
}
