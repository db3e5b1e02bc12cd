import { ReformlabError } from '../errors/index.ts'

/** Nothing that is asked here is deeper. */
const DEEPEST = 64

/** E_REQUEST_BODY for JSON that would break whoever walks through it or copies it. */
export function bodyProblem(body: unknown): ReformlabError | undefined {
  const refused = (problem: string) => new ReformlabError('E_REQUEST_BODY', { problem })
  let level = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return refused(`is nested more than ${DEEPEST} deep`)
    if (level.some(value => typeof value === 'number' && !Number.isFinite(value)))
      return refused('holds a number that is larger than 1.8e308')
    const inner = level.filter(value => typeof value === 'object' && value !== null) as object[]
    if (inner.some(value => Object.hasOwn(value, '__proto__'))) return refused('has a name "__proto__"')
    level = inner.flatMap(value => Object.values(value))
  }
  return undefined
}
