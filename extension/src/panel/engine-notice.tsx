/** What is wrong between this page and the engine, and the cure, whatever is open. */
import { UseSignal } from '@jupyterlab/apputils'
import { useServices } from '../react/services.tsx'
import { ProblemNotice } from './problem-notice.tsx'

export function EngineNotice() {
  const { monitor } = useServices().engine
  return (
    <UseSignal signal={monitor.changed}>
      {() => (monitor.state.kind === 'failed' ? <ProblemNotice problem={monitor.state.problem} /> : null)}
    </UseSignal>
  )
}
