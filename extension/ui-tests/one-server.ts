import type { TestProject } from 'vitest/node'
import { JupyterServer, type RunningServer } from './jupyter-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly server: RunningServer
  }
}

/** Starts the JupyterLab that tests share, that of `LAB_ENVIRONMENT` or ours; answers what stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await JupyterServer.start(process.env.LAB_ENVIRONMENT)
  project.provide('server', server.running)
  return () => server.stop()
}
