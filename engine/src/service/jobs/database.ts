/** SQL as the store speaks it: to PGlite in a folder, or to a PostgreSQL server. */
import { ReformlabError } from '../../errors/index.ts'

export interface Queries {
  /** What `text` answers, a row each; `$1`, `$2`, … stand for `values`. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export interface Database extends Queries {
  /** All of `work`'s queries, or none of them where it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Of a server that is not reached, does not let us in, or ends the connection; undefined for anything else. */
export function unreachable(error: unknown): ReformlabError | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const isLost = /^(E[A-Z]{3,}|08...|28...|3D000|53...|57P0.)$/.test(code)
  if (!isLost && !/connection (terminated|timeout)|timeout exceeded/i.test(message)) return undefined
  return new ReformlabError('E_DATABASE', { problem: (message || code).split('\n')[0]! })
}
