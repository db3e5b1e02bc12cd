import type * as t from '@babel/types'
import { LawError, type LawErrorCode, type LawProblem } from './law-problem.ts'
import type { LawModule } from './parse-module.ts'

/** Thrown once a mistake is reported, to leave the expression it is in. */
export class Abandon extends Error {}

/** Collects mistakes, so that one reading of a law reports them all. */
export class ProblemList {
  readonly #problems: LawProblem[] = []
  readonly #seen = new Set<string>()

  /** Records a mistake at `node`, once, and leaves the expression. */
  fail(code: LawErrorCode, module: LawModule, node: t.Node, problem: string, remedy: string): never {
    const { line, column } = node.loc!.start
    const key = `${module.path}:${line}:${column}:${problem}`
    if (!this.#seen.has(key)) {
      this.#seen.add(key)
      this.#problems.push({ code, file: module.path, line, column: column + 1, problem, remedy })
    }
    throw new Abandon()
  }

  /** Runs `attempt`; answers `otherwise` where it reported a mistake. */
  recover<T>(attempt: () => T, otherwise: T): T {
    try {
      return attempt()
    } catch (error) {
      if (error instanceof Abandon) return otherwise
      throw error
    }
  }

  /** Throws what was collected, in the order of the text. */
  throwIfAny(): void {
    const [first, ...rest] = this.#problems.toSorted(
      (a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || a.line - b.line || a.column - b.column,
    )
    if (first) throw new LawError([first, ...rest])
  }
}
