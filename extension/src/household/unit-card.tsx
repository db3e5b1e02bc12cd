/** One tax unit: filing status, and what is stated of it. */
import { useServices } from '../react/services.tsx'
import { useAnswer } from '../react/use-answer.ts'
import type { Variable } from './answer-types.ts'
import type { Place, Unit } from './household.ts'
import type { HouseholdModel } from './household-model.ts'
import { withInput } from './household-text.ts'
import { StatedInputs } from './stated-inputs.tsx'
import type { Inputs } from './use-inputs.ts'

export interface UnitCardProps {
  readonly model: HouseholdModel
  readonly unit: Unit
  readonly inputs: Inputs
}

const STATUS = 'filing_status'

export function UnitCard({ model, unit: { name, values }, inputs }: UnitCardProps) {
  const { trans } = useServices()
  return (
    <article className="rl-Card" aria-label={trans.__('Tax unit %1', name)}>
      <h3>{trans.__('Tax return of “%1”', name)}</h3>
      <FilingStatus model={model} unit={name} />
      <StatedInputs
        model={model}
        group="tax_units"
        record={name}
        names={Object.keys(values).filter(input => input !== STATUS)}
        inputs={inputs}
      />
    </article>
  )
}

/** Follows from who is in the unit, unless it is stated. */
function FilingStatus({ model, unit }: { readonly model: HouseholdModel; readonly unit: string }) {
  const { engine, trans } = useServices()
  const known = useAnswer(STATUS, () => engine.client.ask<Variable>(`v1/variables/${STATUS}`))
  const place: Place = { group: 'tax_units', record: unit, input: STATUS }
  const stated = model.valueAt(place)
  const taken = model.answers.household.answer?.assumptions.find(
    ({ record, variable }) => record === unit && variable === STATUS,
  )
  const words = (status: unknown) => String(status).replaceAll('_', ' ')
  return (
    <label className="rl-Row rl-Traits">
      {trans.__('Filing status')}
      <select
        value={stated === undefined ? '' : String(stated)}
        onChange={event =>
          model.edit(withInput(model.text, place, event.target.value === '' ? undefined : event.target.value))
        }
      >
        <option value="">
          {taken ? trans.__('by its people: %1', words(taken.value)) : trans.__('by its people')}
        </option>
        {(known?.values ?? []).map(status => (
          <option key={status} value={status}>
            {words(status)}
          </option>
        ))}
      </select>
    </label>
  )
}
