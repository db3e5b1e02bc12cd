/** The entry of a worker thread: answers requests one after the other. A module that imports it becomes such an entry. */
import { parentPort } from 'node:worker_threads'
import { ReformlabError } from '../errors/index.ts'
import type { Answer } from './crew.ts'
import type { Request } from './messages.ts'
import { WorkerHost } from './worker-host.ts'

const host = new WorkerHost()

parentPort?.on('message', ({ id, request }: { id: number; request: Request }) => {
  answer({ id, ...attempt(() => host.handle(request)) })
})
answer({ id: 0 })

function attempt(work: () => void): Pick<Answer, 'failure'> {
  try {
    work()
    return {}
  } catch (problem) {
    const error = problem instanceof Error ? problem : new Error(String(problem))
    const { code, details } = error instanceof ReformlabError ? error : {}
    return { failure: { message: error.message, stack: error.stack, code, details } }
  }
}

function answer(given: Answer): void {
  parentPort?.postMessage(given)
}
