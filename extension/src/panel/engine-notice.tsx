/** What is wrong between this page and the engine, and the cure, whatever is open. */
import { UseSignal } from '@jupyterlab/apputils'
import type { EngineProblem } from '../engine/engine-error.ts'
import { useServices } from '../react/services.tsx'
import { ProblemNotice } from './problem-notice.tsx'

export interface EngineNoticeProps {
  /** Whether what is open says so itself. */
  isSaid?(problem: EngineProblem): boolean
}

export function EngineNotice({ isSaid }: EngineNoticeProps) {
  const { monitor } = useServices().engine
  const show = () => {
    const { state } = monitor
    return state.kind === 'failed' && !isSaid?.(state.problem) ? (
      <ProblemNotice problem={state.problem} />
    ) : null
  }
  return <UseSignal signal={monitor.changed}>{show}</UseSignal>
}
