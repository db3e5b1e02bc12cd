/** The way to the engine, for every other plugin. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { Token } from '@lumino/coreutils'
import type { ParameterShelf } from '../parameters/parameter-shelf.ts'
import type { EngineClient } from './engine-client.ts'
import type { EngineMonitor } from './engine-monitor.ts'
import type { ModelShelf } from './model-shelf.ts'

export interface IEngine {
  readonly client: EngineClient
  readonly monitor: EngineMonitor
  readonly model: ModelShelf
  readonly parameters: ParameterShelf
}

export const IEngine = new Token<IEngine>(
  '@reformlab/labextension:IEngine',
  'Requests to the engine, what state it is in, and the parameters of its law. Its code comes when it is first resolved.',
)

/** Not started with the page: `app.resolveRequiredService(IEngine)` does when something is to be shown. */
export const enginePlugin: JupyterFrontEndPlugin<IEngine> = {
  id: '@reformlab/labextension:engine',
  description: 'Reaches the Reformlab engine through the Jupyter server, and watches its state.',
  autoStart: false,
  provides: IEngine,
  activate: async (app: JupyterFrontEnd): Promise<IEngine> => {
    const { createEngine } = await import('./create-engine.ts')
    return createEngine(app.serviceManager.serverSettings)
  },
}
