import type { TestProject } from 'vitest/node'
import { JupyterServer, type RunningServer } from './jupyter-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly server: RunningServer
  }
}

/** Starts the JupyterLab that tests share; answers what stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await JupyterServer.start()
  project.provide('server', server.running)
  return () => server.stop()
}
