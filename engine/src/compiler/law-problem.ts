import { type ErrorCode, ReformlabError } from '../errors/index.ts'

export type LawErrorCode = Extract<ErrorCode, `E_LAW_${string}`>

/** One mistake in a law's source. Lines and columns count from 1. */
export interface LawProblem {
  readonly code: LawErrorCode
  readonly file: string
  readonly line: number
  readonly column: number
  readonly problem: string
  readonly remedy: string
}

/** The mistakes found in a law; the error's own code, message and details are those of the first. */
export class LawError extends ReformlabError {
  readonly problems: readonly LawProblem[]

  constructor(problems: readonly [LawProblem, ...LawProblem[]]) {
    const { code, ...details } = problems[0]
    super(code, { ...details, more: problems.length - 1 })
    this.name = 'LawError'
    this.problems = problems
  }

  override toJSON() {
    return { ...super.toJSON(), problems: this.problems }
  }
}
