/** What went wrong and what to do, as the engine, the Jupyter server or the network say it. */

/** The code of whoever may not do what they ask for. */
export const NOT_ALLOWED = 'E_TOKEN_SCOPE'

export interface EngineProblem {
  /** A code of docs/errors.md, or one of the Jupyter server's side. */
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly details: Readonly<Record<string, unknown>>
}

export class EngineError extends Error implements EngineProblem {
  override readonly name = 'EngineError'
  readonly code: string
  readonly remedy: string
  readonly details: Readonly<Record<string, unknown>>

  constructor({ code, message, remedy, details }: EngineProblem) {
    super(message)
    this.code = code
    this.remedy = remedy
    this.details = details
  }

  /** From the body of an answer that is no success, whoever wrote it. */
  static ofAnswer(status: number, body: string): EngineError {
    try {
      const { error } = JSON.parse(body) as { error: EngineProblem }
      if (error.code === NOT_ALLOWED) return notAllowed(error)
      if (typeof error.code === 'string') return new EngineError({ ...error, details: error.details ?? {} })
    } catch {
      // Not one of ours: what follows says so.
    }
    if (status === 404) return missingServerExtension()
    return new EngineError({
      code: 'E_SERVER',
      message: `The Jupyter server answered with status ${status}.`,
      remedy: 'Reload this page. If it stays so, restart the Jupyter server.',
      details: { status },
    })
  }
}

/** Where the engine speaks of tokens, what that is to somebody on a hub. */
function notAllowed({ code, details }: EngineProblem): EngineError {
  const { needed } = details
  return new EngineError({
    code,
    message:
      needed === 'run'
        ? 'This hub lets you look at laws and reforms, and not compute.'
        : 'This hub does not let you use Reformlab.',
    remedy: `Ask its administrator for the scope custom:reformlab:${needed}; then log out and in again.`,
    details,
  })
}

/** The panel is there and the server's half is not. */
function missingServerExtension(): EngineError {
  return new EngineError({
    code: 'E_SERVER_EXTENSION',
    message: "Reformlab's server extension is not running in this Jupyter server.",
    remedy:
      'Install the Python package reformlab where Jupyter runs, and restart the Jupyter server. ' +
      '`jupyter server extension list` shows whether it is there.',
    details: {},
  })
}

/** For what `fetch` throws: no network, no server. */
export function unreachable(): EngineError {
  return new EngineError({
    code: 'E_SERVER_UNREACHABLE',
    message: 'The Jupyter server cannot be reached.',
    remedy: 'See whether it still runs and whether you are connected. This is tried again by itself.',
    details: {},
  })
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
