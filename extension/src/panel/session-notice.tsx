/** How the live session is, where that is not simply well: opening, lost and coming back, failed, given up. */
import { useEffect, useState } from 'react'
import type { EngineState } from '../engine/engine-monitor.ts'
import { openingWords } from '../engine/opening-words.ts'
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

/** Seconds after which somebody wants to know whether it goes on. */
const LONG = 10

/** The first time the population is fetched and the law compiled; the engine's log says how far that is. */
function Opening({ model }: { readonly model: ReformModel }) {
  const { engine, trans } = useServices()
  const [state, setState] = useState<EngineState>()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const began = Date.now()
    const look = async () => {
      setState(await engine.monitor.look())
      setSeconds(Math.round((Date.now() - began) / 1000))
    }
    void look()
    const timer = window.setInterval(() => void look(), 1000)
    return () => window.clearInterval(timer)
  }, [engine])
  const { doing = '', title } = openingWords(state, model.subject.year, trans)
  return (
    <div className="rl-Notice" role="status" data-passing="true">
      <p>{title}</p>
      <progress aria-label={trans.__('Opening the population')} />
      {doing !== '' && <p className="rl-Sub">{doing}</p>}
      {seconds >= LONG && (
        <p className="rl-Sub">
          {trans.__('%1 s so far. The first time takes minutes, later ones seconds.', seconds)}
        </p>
      )}
      <button type="button" className="rl-Button" onClick={() => model.outcomes.close()}>
        {trans.__('Cancel')}
      </button>
    </div>
  )
}
