/** The programs that another process has opened here, and what it asks of them. */
import type { Columns } from '../backends/backend.ts'
import type { PartitionedRunner } from '../run/index.ts'
import { createPartitionedRunner } from '../run/index.ts'
import { numbersAt, type RequestHead, readProgram, refused } from './host-request.ts'
import type { Message } from './message-stream.ts'
import { expectParameters, runOnce } from './run-once.ts'

export interface Answer {
  readonly head: object
  readonly blobs?: readonly Uint8Array[]
}

export class ProgramHost {
  readonly #sessions = new Map<number, PartitionedRunner>()
  #opened = 0

  async answer(request: RequestHead, message: Message): Promise<Answer> {
    switch (request.kind) {
      case 'open':
        return this.#open(request, message)
      case 'run': {
        const runner = this.#session(request.session)
        const parameters = numbersAt(message, request.parameters)
        const { columns, statistics } = await refusing(async () => {
          expectParameters(runner.session.parameters, parameters)
          return runner.run(parameters, request.outputs, request.baseline)
        })
        return withColumns({ milliseconds: statistics.milliseconds, statistics }, columns)
      }
      case 'once': {
        const began = performance.now()
        const { program, population } = readProgram(request, message)
        const parameters = numbersAt(message, request.parameters)
        const columns = await refusing(() => runOnce(program, population, parameters, request.outputs))
        return withColumns({ milliseconds: performance.now() - began }, columns)
      }
      case 'close':
        await this.#session(request.session).close()
        this.#sessions.delete(request.session)
        return { head: {} }
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map(runner => runner.close()))
  }

  async #open(request: Extract<RequestHead, { kind: 'open' }>, message: Message): Promise<Answer> {
    const began = performance.now()
    const { program, population } = readProgram(request, message)
    const { partition, threads: workers } = request
    const runner = await refusing(() => createPartitionedRunner(program, population, { partition, workers }))
    const session = ++this.#opened
    this.#sessions.set(session, runner)
    const { compiled, rows, parameters } = runner.session
    const operations = compiled.plans.map(plan => plan.operations)
    const statistics = {
      nodes: program.nodes.length,
      kernels: compiled.kernels.length,
      operations: compiled.kernels.reduce((sum, kernel) => sum + kernel.nodes.length, 0),
      partitions: rows.values.length,
      mostOperations: Math.max(...operations),
      leastOperations: Math.min(...operations),
      tiles: rows.tileCount,
      threads: runner.threads,
    }
    return { head: { session, parameters, milliseconds: performance.now() - began, statistics } }
  }

  #session(number: number): PartitionedRunner {
    const runner = this.#sessions.get(number)
    if (!runner) throw refused(`there is no session ${number}`)
    return runner
  }
}

/** A range that is not kept is a mistake of who asks. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof RangeError ? refused(error.message) : error
  }
}

function withColumns(head: object, columns: Columns): Answer {
  const names = [...columns.keys()]
  const blobs = [...columns.values()].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  )
  return { head: { ...head, outputs: Object.fromEntries(names.map((name, i) => [name, i])) }, blobs }
}
