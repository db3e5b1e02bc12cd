/** Tells what went wrong and what to do, without a stack trace. */
import { ReformlabError } from '../errors/index.ts'
import { wrapText } from './print/wrap-text.ts'
import type { Terminal } from './terminal.ts'

/** Nobody asked wrongly: the network, the machine or the disk did not play along, or a lock is not the same any more. */
const ENVIRONMENT = new Set([
  'E_DATASET_FETCH',
  'E_COUNTRY_PREPARE',
  'E_WORKER_LOST',
  'E_PEER',
  'E_SERVICE_LISTEN',
  'E_DATA_FOLDER',
  'E_DATABASE',
  'E_LOCK_DIFFERS',
])

/** Prints `error` to stderr and answers the exit status: 2 for what was asked wrongly, 1 for all else. */
export function reportError(error: unknown, terminal: Terminal, json: boolean): 1 | 2 {
  if (process.env.REFORMLAB_DEBUG) terminal.note(String((error as Error)?.stack ?? error))
  if (error instanceof ReformlabError) {
    terminal.note(json ? JSON.stringify({ error: error.toJSON() }, null, 2) : describe(error, terminal))
    return ENVIRONMENT.has(error.code) ? 1 : 2
  }
  const message = error instanceof Error ? error.message : String(error)
  const cure =
    'This is a mistake in Reformlab. Run the command again with REFORMLAB_DEBUG=1 and report what it prints, with the command and its files.'
  if (json)
    terminal.note(
      JSON.stringify({ error: { code: 'E_INTERNAL', message, remedy: cure, details: {} } }, null, 2),
    )
  else
    terminal.note([`${terminal.paint('red', 'error')}: ${message}`, ...indented(cure, terminal)].join('\n'))
  return 1
}

function describe(error: ReformlabError, terminal: Terminal): string {
  const { code, message, remedy, details } = error
  const { file, line, column } = details
  const isPlaced =
    file !== undefined &&
    line !== undefined &&
    !message.includes(`line ${line}`) &&
    !message.startsWith(`${file}:`)
  const place = isPlaced ? [`  in ${file}, line ${line}, column ${column}`] : []
  return [
    `${terminal.paint('red', `error ${code}`)}: ${message}`,
    ...place,
    ...indented(remedy, terminal),
  ].join('\n')
}

const indented = (text: string, { width }: Terminal) => wrapText(text, width - 2).map(line => `  ${line}`)
