/** The Python that has country packages: the launcher of the Python distribution says which, for it is its own. */
import { ReformlabError } from '../errors/index.ts'

/** Throws E_COUNTRY_PYTHON where it is not known. */
export function countryPython(environment: NodeJS.ProcessEnv = process.env): string {
  const python = environment.REFORMLAB_PYTHON
  if (!python) throw new ReformlabError('E_COUNTRY_PYTHON', { problem: 'REFORMLAB_PYTHON is not set' })
  return python
}

export const doesNotStart = (python: string, { message }: Error) =>
  new ReformlabError('E_COUNTRY_PYTHON', { problem: `${python} does not start: ${message}` })
