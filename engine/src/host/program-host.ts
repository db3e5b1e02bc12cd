/** The programs that another process has opened here, and what it asks of them. */
import type { Columns } from '../backends/backend.ts'
import type { PartitionedRunner } from '../run/index.ts'
import { createPartitionedRunner } from '../run/index.ts'
import type { Message } from '../run/message-stream.ts'
import { expectParameters, runOnce } from '../run/run-once.ts'
import { type Blobs, numbersAt, readSentProgram } from '../run/sent-program.ts'
import { CountryHost, type CountryRequest } from './country-host.ts'
import { type RequestHead, refused } from './host-request.ts'

export interface Answer {
  readonly head: object
  readonly blobs?: readonly Uint8Array[]
}

export class ProgramHost {
  readonly #sessions = new Map<number, PartitionedRunner>()
  readonly #country = new CountryHost()
  #opened = 0

  answer(request: RequestHead, message: Message): Promise<Answer> {
    return request.kind === 'country'
      ? this.#columnsOfCountry(request)
      : refusing(() => this.#answer(request, message))
  }

  async close(): Promise<void> {
    await Promise.all([this.#country, ...this.#sessions.values()].map(opened => opened.close()))
  }

  async #columnsOfCountry(request: CountryRequest): Promise<Answer> {
    const began = performance.now()
    const { columns, ids, ...said } = await this.#country.columns(request)
    const names = [...columns.keys()]
    const blobs = [...columns.values()].map(bytesOf)
    const head = {
      ...said,
      ids: ids instanceof Float64Array ? blobs.push(bytesOf(ids)) - 1 : ids,
      columns: Object.fromEntries(names.map((name, i) => [name, i])),
      milliseconds: performance.now() - began,
    }
    return { head, blobs }
  }

  async #answer(request: Exclude<RequestHead, CountryRequest>, { blobs }: Message): Promise<Answer> {
    switch (request.kind) {
      case 'open':
        return this.#open(request, blobs)
      case 'run': {
        const runner = this.#session(request.session)
        const parameters = numbersAt(blobs, request.parameters)
        expectParameters(runner.session.parameters, parameters)
        const { columns, statistics } = await runner.run(parameters, request.outputs, request.baseline)
        return withColumns({ milliseconds: statistics.milliseconds, statistics }, columns)
      }
      case 'once': {
        const began = performance.now()
        const { program, population } = readSentProgram(request, blobs)
        const parameters = numbersAt(blobs, request.parameters)
        const columns = await runOnce(program, population, parameters, request.outputs)
        return withColumns({ milliseconds: performance.now() - began }, columns)
      }
      case 'close':
        await this.#session(request.session).close()
        this.#sessions.delete(request.session)
        return { head: {} }
    }
  }

  async #open(request: Extract<RequestHead, { kind: 'open' }>, blobs: Blobs): Promise<Answer> {
    const began = performance.now()
    const { program, population } = readSentProgram(request, blobs)
    const { partition, threads: workers } = request
    const runner = await createPartitionedRunner(program, population, { partition, workers })
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
  const blobs = [...columns.values()].map(bytesOf)
  return { head: { ...head, outputs: Object.fromEntries(names.map((name, i) => [name, i])) }, blobs }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array) =>
  new Uint8Array(buffer, byteOffset, byteLength)
