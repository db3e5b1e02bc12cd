import { type ErrorCode, errorTable } from './error-table.ts'

export type ErrorDetails = Readonly<Record<string, string | number | boolean>>

/** An error a user can act on: a code from `errorTable`, the offending names and values, and what to do. */
export class ReformlabError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly remedy: string

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(fill(errorTable[code].message, details))
    this.name = 'ReformlabError'
    this.code = code
    this.details = details
    this.remedy = fill(errorTable[code].remedy, details)
  }

  toJSON() {
    return { code: this.code, message: this.message, remedy: this.remedy, details: this.details }
  }
}

function fill(template: string, details: ErrorDetails): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '?'))
}
