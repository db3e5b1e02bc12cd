/** How a question stands where it is not simply answered: slow and can be given up, given up, failed. */
import { useEffect, useState } from 'react'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { useServices } from '../react/services.tsx'
import type { AnswerState } from './answer-queue.ts'
import type { QuestionName } from './household-answers.ts'
import type { HouseholdModel } from './household-model.ts'

export interface PendingProps {
  readonly model: HouseholdModel
  readonly name: QuestionName
  readonly state: AnswerState
  /** What is computed, as a sentence. */
  readonly doing: string
}

/** Milliseconds after which an answer is slow. */
const SLOW = 700

export function Pending({ model, name, state: { state, problem, answer }, doing }: PendingProps) {
  const { trans } = useServices()
  const isSlow = useSlow(state === 'waiting')
  if (problem)
    return (
      <ProblemNotice problem={problem} isPassing={state === 'waiting'}>
        {state === 'failed' && (
          <button type="button" className="rl-Button" onClick={() => model.answers.again(name)}>
            {trans.__('Try again')}
          </button>
        )}
      </ProblemNotice>
    )
  if (state === 'given-up')
    return (
      <div className="rl-Notice" role="status" data-passing="true">
        <p>
          {answer === undefined ? trans.__('Not computed.') : trans.__('What is shown is the answer before.')}
        </p>
        <button type="button" className="rl-Button" onClick={() => model.answers.again(name)}>
          {trans.__('Compute')}
        </button>
      </div>
    )
  if (!isSlow) return null
  return (
    <div className="rl-Notice" role="status" data-passing="true">
      <p>{doing}</p>
      <progress aria-label={doing} />
      <button type="button" className="rl-Button" onClick={() => model.answers.giveUp(name)}>
        {trans.__('Cancel')}
      </button>
    </div>
  )
}

function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!isWaiting) return
    const timer = window.setTimeout(() => setSlow(true), SLOW)
    return () => window.clearTimeout(timer)
  }, [isWaiting])
  return isSlow
}
