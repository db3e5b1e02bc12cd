/** Commands about an installed country package of OpenFisca or PolicyEngine: Python runs them, for the package is Python. */
import { spawn } from 'node:child_process'
import { countryPython, doesNotStart } from '../country/country-python.ts'

/** A program of ours has said what went wrong; its exit status is left to pass on. */
export class AlreadyReported extends Error {
  readonly status: number

  constructor(status: number) {
    super(`ended with status ${status}`)
    this.status = status
  }
}

/**
 * `python -m reformlab.country` with these words, on this process's streams.
 *
 * throws  E_COUNTRY_PYTHON when it is not known which Python has the package
 */
export async function runCountryPackage(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const python = countryPython(environment)
  const child = spawn(python, ['-m', 'reformlab.country', ...words], { stdio: 'inherit' })
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  }).catch((error: Error) => {
    throw doesNotStart(python, error)
  })
  if (status !== 0) throw new AlreadyReported(status)
}
