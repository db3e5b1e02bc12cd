/** What goes wrong with live sessions, in words of the panel. */
import { EngineError } from './engine-error.ts'

/** Codes after which asking the same again may succeed. */
export const PASSING = /^E_(ENGINE_(LOST|START)|SERVER_UNREACHABLE|SERVICE_|SESSION_UNKNOWN)/

/** Where the engine speaks of its HTTP interface, what to do here. */
export function inWordsOfPanel(error: EngineError): EngineError {
  if (error.code !== 'E_SESSION_LIMIT') return error
  return new EngineError({
    code: error.code,
    message: `${error.details.limit} reforms are open, and that is the most.`,
    remedy: 'Close another reform, or another page of JupyterLab, and try again.',
    details: error.details,
  })
}

export function lost(): EngineError {
  return new EngineError({
    code: 'E_ENGINE_LOST',
    message: 'The engine ended.',
    remedy: 'It is starting again by itself; nothing you set is lost.',
    details: {},
  })
}
