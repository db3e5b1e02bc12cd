import type { ReactNode } from 'react'
import { type EngineProblem, NOT_ALLOWED } from '../engine/engine-error.ts'

export interface AllowedFieldsetProps {
  readonly className: string
  /** Why nothing is computed, where that is so. */
  readonly problem: EngineProblem | undefined
  readonly children: ReactNode
}

/** Controls of whoever may compute: disabled, with the reason, for whoever may look alone. */
export function AllowedFieldset({ className, problem, children }: AllowedFieldsetProps) {
  const refusal = problem?.code === NOT_ALLOWED ? problem : undefined
  return (
    <fieldset
      className={className}
      disabled={refusal !== undefined}
      title={refusal && `${refusal.message} ${refusal.remedy}`}
    >
      {children}
    </fieldset>
  )
}
