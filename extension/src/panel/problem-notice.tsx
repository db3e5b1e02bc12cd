/** What is wrong and what to do about it. */
import type { ReactNode } from 'react'
import type { EngineProblem } from '../engine/engine-error.ts'
import { useServices } from '../react/services.tsx'

export interface ProblemNoticeProps {
  readonly problem: Pick<EngineProblem, 'message' | 'remedy' | 'details'>
  /** It passes by itself. */
  readonly isPassing?: boolean
  readonly children?: ReactNode
}

export function ProblemNotice({ problem, isPassing = false, children }: ProblemNoticeProps) {
  const { trans } = useServices()
  const { message, remedy, details } = problem
  const { line, column } = details
  return (
    <div className="rl-Notice" role={isPassing ? 'status' : 'alert'} data-passing={isPassing}>
      <p>
        <strong>{message}</strong>
      </p>
      {typeof line === 'number' && <p>{trans.__('Line %1, column %2 of the file.', line, Number(column))}</p>}
      {remedy !== '' && <p>{remedy}</p>}
      {children}
    </div>
  )
}
