import { useServices } from '../react/services.tsx'
import type { HouseholdAnswer } from './answer-types.ts'
import type { Inputs } from './use-inputs.ts'

export interface TakenFromPeopleProps {
  readonly assumptions: HouseholdAnswer['assumptions']
  readonly inputs: Inputs
}

/** What nobody stated and the engine took from who is there. */
export function TakenFromPeople({ assumptions, inputs }: TakenFromPeopleProps) {
  const { trans } = useServices()
  if (assumptions.length === 0) return null
  return (
    <details className="rl-Taken">
      <summary>{trans.__('Not stated, so taken from the people (%1)', assumptions.length)}</summary>
      <dl>
        {assumptions.map(({ place, record, variable, value }) => (
          <div key={place} className="rl-Row">
            <dt title={place}>{trans.__('%1 (%2)', inputs.get(variable)?.label ?? variable, record)}</dt>
            <dd>{String(value).replaceAll('_', ' ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
