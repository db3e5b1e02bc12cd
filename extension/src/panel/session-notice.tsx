/** How the live session is, where that is not simply well: opening, lost and coming back, failed, given up. */
import { useEffect, useState } from 'react'
import { useServices } from '../react/services.tsx'
import { useVersion } from '../react/use-version.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import { ProblemNotice } from './problem-notice.tsx'

export function SessionNotice({ model }: { readonly model: ReformModel }) {
  useVersion(model)
  const { trans } = useServices()
  const { state } = model.outcomes
  if (state.kind === 'live') return null
  if (state.kind === 'opening') return <Opening model={model} />
  const again = (
    <button type="button" className="rl-Button" onClick={() => model.open()}>
      {state.kind === 'closed' ? trans.__('Compute') : trans.__('Try again')}
    </button>
  )
  if (state.kind === 'closed')
    return (
      <div className="rl-Notice" role="status" data-passing="true">
        <p>{trans.__('Nothing is computed now.')}</p>
        {again}
      </div>
    )
  return (
    <ProblemNotice problem={state.error} isPassing={state.kind === 'lost'}>
      {state.kind === 'failed' && again}
    </ProblemNotice>
  )
}

/** The first time the population is fetched and the law compiled; the engine's log says how far that is. */
function Opening({ model }: { readonly model: ReformModel }) {
  const { engine, trans } = useServices()
  const [doing, setDoing] = useState('')
  useEffect(() => {
    const look = async () => {
      const state = await engine.monitor.look()
      if (state.kind !== 'failed') setDoing(state.doing ?? '')
    }
    void look()
    const timer = window.setInterval(() => void look(), 1000)
    return () => window.clearInterval(timer)
  }, [engine])
  return (
    <div className="rl-Notice" role="status" data-passing="true">
      <p>{trans.__('Opening the population of %1 …', model.subject.year)}</p>
      <progress aria-label={trans.__('Opening the population')} />
      {doing !== '' && <p className="rl-Sub">{doing}</p>}
      <button type="button" className="rl-Button" onClick={() => model.outcomes.close()}>
        {trans.__('Cancel')}
      </button>
    </div>
  )
}
