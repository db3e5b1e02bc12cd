/** Tax-Calculator in a process of its own, asked to compute everything once and say how long it took. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ReformlabError } from '../../errors/index.ts'

export interface TaxCalculatorPeer {
  readonly version: string
  readonly records: number
  /** Milliseconds of one `calc_all` on records and policy that are loaded already. */
  calculate(): Promise<number>
  close(): void
}

const script = fileURLToPath(new URL('tax_calculator_peer.py', import.meta.url))

/** Starts it under the interpreter `python`, for `year`, and warms it up. Throws `E_PEER`. */
export async function startTaxCalculator(python: string, year: number): Promise<TaxCalculatorPeer> {
  const child = spawn(python, [script, String(year)], { stdio: ['pipe', 'pipe', 'pipe'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const problem = problemOf(child)
  child.stdin.on('error', () => {})
  const next = async () => {
    const { done, value } = await answers.next()
    if (!done) return JSON.parse(value)
    throw new ReformlabError('E_PEER', { python, problem: await problem })
  }
  const { version, records } = await next()
  return {
    version,
    records,
    async calculate() {
      child.stdin.write('\n')
      const { seconds } = await next()
      return seconds * 1000
    },
    close: () => void child.kill(),
  }
}

/** Why the process ended: the last line it wrote to stderr. */
function problemOf(child: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    let errors = ''
    child.stderr!.setEncoding('utf8').on('data', text => {
      errors += text
    })
    child.on('error', ({ message }) => resolve(message))
    child.on('close', code => resolve(errors.trim().split('\n').at(-1) || `it ended with status ${code}`))
  })
}
