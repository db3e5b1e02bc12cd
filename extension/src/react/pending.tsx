/** How a question stands where it is not simply answered: slow and can be given up, given up, failed. */

import type { AnswerState } from '../engine/answer-queue.ts'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { useServices } from './services.tsx'
import { useSlow } from './use-slow.ts'

export interface PendingProps<Name extends string> {
  readonly answers: { again(name: Name): void; giveUp(name: Name): void }
  readonly name: Name
  readonly state: AnswerState
  /** What is computed, as a sentence. */
  readonly doing: string
}

export function Pending<Name extends string>({
  answers,
  name,
  state: { state, problem, answer },
  doing,
}: PendingProps<Name>) {
  const { trans } = useServices()
  const isSlow = useSlow(state === 'waiting')
  if (problem)
    return (
      <ProblemNotice problem={problem} isPassing={state === 'waiting'}>
        {state === 'failed' && (
          <button type="button" className="rl-Button" onClick={() => answers.again(name)}>
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
        <button type="button" className="rl-Button" onClick={() => answers.again(name)}>
          {trans.__('Compute')}
        </button>
      </div>
    )
  if (!isSlow) return null
  return (
    <div className="rl-Notice" role="status" data-passing="true">
      <p>{doing}</p>
      <progress aria-label={doing} />
      <button type="button" className="rl-Button" onClick={() => answers.giveUp(name)}>
        {trans.__('Cancel')}
      </button>
    </div>
  )
}
