import { ReformlabError } from '../errors/index.ts'

export function malformed(path: string, problem: string): ReformlabError {
  return new ReformlabError('E_PARAMETER_FILE', { path, problem })
}
