/** The way to the engine, for every other plugin. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application'
import { Token } from '@lumino/coreutils'
import { ParameterShelf } from '../parameters/parameter-shelf.ts'
import { EngineClient } from './engine-client.ts'
import { EngineMonitor } from './engine-monitor.ts'

export interface IEngine {
  readonly client: EngineClient
  readonly monitor: EngineMonitor
  readonly parameters: ParameterShelf
}

export const IEngine = new Token<IEngine>(
  '@reformlab/labextension:IEngine',
  'Requests to the engine, what state it is in, and the parameters of its law.',
)

export const enginePlugin: JupyterFrontEndPlugin<IEngine> = {
  id: '@reformlab/labextension:engine',
  description: 'Reaches the Reformlab engine through the Jupyter server, and watches its state.',
  autoStart: true,
  provides: IEngine,
  activate: (app: JupyterFrontEnd): IEngine => {
    const client = new EngineClient(app.serviceManager.serverSettings)
    return { client, monitor: new EngineMonitor(client), parameters: new ParameterShelf(client) }
  },
}
