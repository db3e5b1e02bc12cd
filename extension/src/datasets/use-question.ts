import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerState } from '../engine/answer-queue.ts'
import { EngineError, isAbort } from '../engine/engine-error.ts'
import { PASSING } from '../engine/session-problems.ts'
import { useServices } from '../react/services.tsx'

/** The answer is that to the question before while the next is waited for. */
export interface Question<Answer> extends AnswerState<Answer> {
  again(): void
  giveUp(): void
}

interface Asked<Answer> extends AnswerState<Answer> {
  readonly path?: string
}

/** Milliseconds after which what passes by itself is asked again. */
const AGAIN = 1500

/** Asks the engine for `path`, and anew when that changes; the question before is given up. */
export function useQuestion<Answer>(path: string | undefined): Question<Answer> {
  const { engine } = useServices()
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'none' })
  const [attempt, setAttempt] = useState(0)
  const control = useRef<AbortController>(undefined)
  const again = useCallback(() => setAttempt(count => count + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    if (path === undefined) return
    const gone = new AbortController()
    let timer = 0
    control.current = gone
    setAsked(({ answer, problem, path: before }) => ({
      ...{ path, answer, state: 'waiting' },
      ...(before === path && { problem }),
    }))
    engine.client.ask<Answer>(path, { signal: gone.signal }).then(
      answer => !gone.signal.aborted && setAsked({ path, answer, state: 'answered' }),
      (error: unknown) => {
        if (isAbort(error) || gone.signal.aborted) return
        const problem = error instanceof EngineError ? error : undefined
        if (!problem) throw error
        const isPassing = PASSING.test(problem.code)
        setAsked(({ answer }) => ({ path, answer, problem, state: isPassing ? 'waiting' : 'failed' }))
        if (isPassing) timer = window.setTimeout(again, AGAIN)
      },
    )
    return () => {
      gone.abort()
      window.clearTimeout(timer)
    }
  }, [path, attempt, engine, again])
  const giveUp = useCallback(() => {
    control.current?.abort()
    setAsked(({ answer }) => ({ path, answer, state: 'given-up' }))
  }, [path])
  return { ...asked, again, giveUp }
}
