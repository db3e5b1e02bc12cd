/** Has Python trace a country package, in a process that ends: what the engine then needs lies in the user's cache. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { Progress } from '../datasets/index.ts'
import { ReformlabError, type Reported } from '../errors/index.ts'
import { countryPython, doesNotStart } from './country-python.ts'
import type { WrittenReform } from './country-reform.ts'

export interface PrepareRequest {
  readonly package: string
  /** A file of persons or a situation, the year, and `snap` or `salary@2026-03`; without one, the law alone. */
  readonly population?: {
    readonly file: string
    readonly year: number
    readonly variables: readonly string[]
  }
  /** What steers formulas otherwise: they are traced under it. */
  readonly reform?: WrittenReform
  readonly progress: Progress
  readonly signal?: AbortSignal | undefined
}

export interface PreparedCountry {
  /** Files. */
  readonly law: string
  readonly prepared: string | null
  readonly cached: boolean
  readonly seconds: number
}

/** Throws E_COUNTRY_PYTHON, E_COUNTRY_PREPARE, and what Python answers: other E_COUNTRY_…, E_FILE_READ. */
export async function prepareCountry(request: PrepareRequest): Promise<PreparedCountry> {
  const { population, reform } = request
  const words = population
    ? [
        ...['--population', population.file, '--year', String(population.year)],
        ...['--variables', population.variables.join()],
      ]
    : []
  if (!reform) return runPrepare(request, words)
  const folder = await mkdtemp(join(tmpdir(), 'reformlab-reform-'))
  try {
    const file = join(folder, 'reform.json')
    await writeFile(file, JSON.stringify(reform))
    return await runPrepare(request, [...words, '--reform', file])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function runPrepare(
  { package: name, progress, signal }: PrepareRequest,
  words: readonly string[],
): Promise<PreparedCountry> {
  signal?.throwIfAborted()
  const python = countryPython()
  const asked = ['prepare', name, ...words, '--json', '--exit-with-parent']
  // Its standard input ends with this process, whatever ends that: nobody is left with a Python of gigabytes.
  const child = spawn(python, ['-m', 'reformlab.country', ...asked], { stdio: 'pipe', signal })
  let last = ''
  createInterface(child.stderr).on('line', line => {
    last = line.trim() || last
    progress(line)
  })
  const ended = new Promise<string>((resolve, reject) => {
    child.once('error', error => reject(signal?.aborted ? signal.reason : doesNotStart(python, error)))
    child.once('close', (code, by) => resolve(by ? `it was ended by ${by}` : `status ${code}`))
  })
  const [answer, how] = await Promise.all([text(child.stdout), ended])
  return answerOf(answer) ?? fail(name, last ? `${how}, ${last}` : how)
}

/** Throws what Python says went wrong. */
function answerOf(line: string): PreparedCountry | undefined {
  let answer: PreparedCountry | { readonly error: Reported }
  try {
    answer = JSON.parse(line)
  } catch {
    return undefined
  }
  if ('error' in answer) throw ReformlabError.reported(answer.error)
  return answer
}

function fail(name: string, problem: string): never {
  throw new ReformlabError('E_COUNTRY_PREPARE', { package: name, problem })
}
