import type { ServerConnection } from '@jupyterlab/services'
import { ParameterShelf } from '../parameters/parameter-shelf.ts'
import { EngineClient } from './engine-client.ts'
import { EngineMonitor } from './engine-monitor.ts'
import type { IEngine } from './engine-plugin.ts'
import { ModelShelf } from './model-shelf.ts'

export function createEngine(settings: ServerConnection.ISettings): IEngine {
  const client = new EngineClient(settings)
  const monitor = new EngineMonitor(client)
  void monitor.look()
  return { client, monitor, model: new ModelShelf(client), parameters: new ParameterShelf(client) }
}
