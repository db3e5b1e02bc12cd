import { type ErrorCode, errorTable } from './error-table.ts'

export type ErrorDetails = Readonly<Record<string, string | number | boolean>>

/** As another process of ours says it. */
export interface Reported {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly details?: ErrorDetails
}

/** An error a user can act on: a code from `errorTable`, the offending names and values, and what to do. */
export class ReformlabError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly remedy: string

  /** In the words of who has noticed it, where it is one of the table. */
  static reported({ code, message, remedy, details }: Reported): ReformlabError | Error {
    if (!Object.hasOwn(errorTable, code)) return new Error(message)
    return new ReformlabError(code as ErrorCode, details, { message, remedy })
  }

  constructor(code: ErrorCode, details: ErrorDetails = {}, said?: Pick<Reported, 'message' | 'remedy'>) {
    super(said?.message ?? fill(errorTable[code].message, details))
    this.name = 'ReformlabError'
    this.code = code
    this.details = details
    this.remedy = said?.remedy ?? fill(errorTable[code].remedy, details)
  }

  toJSON() {
    return { code: this.code, message: this.message, remedy: this.remedy, details: this.details }
  }
}

function fill(template: string, details: ErrorDetails): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '?'))
}
