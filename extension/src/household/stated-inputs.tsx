/** What is stated of one record, a row each: label, value, slider for money, and a way to state it no more. */
import { useServices } from '../react/services.tsx'
import type { ListedVariable } from './answer-types.ts'
import type { Group, Place } from './household.ts'
import type { HouseholdModel } from './household-model.ts'
import { withInput } from './household-text.ts'
import { InputControl, MoneySlider } from './input-control.tsx'
import { type Inputs, isMoney, shortLabel } from './use-inputs.ts'

export interface StatedInputsProps {
  readonly model: HouseholdModel
  readonly group: Group
  readonly record: string
  readonly names: readonly string[]
  readonly inputs: Inputs
}

export function StatedInputs({ model, group, record, names, inputs }: StatedInputsProps) {
  return (
    <>
      {names.map(input => {
        const variable = inputs.get(input)
        return (
          variable && (
            <StatedInput key={input} model={model} place={{ group, record, input }} variable={variable} />
          )
        )
      })}
    </>
  )
}

interface StatedInputProps {
  readonly model: HouseholdModel
  readonly place: Place
  readonly variable: ListedVariable
}

function StatedInput({ model, place, variable }: StatedInputProps) {
  const { trans } = useServices()
  const label = trans.__('%1: %2', place.record, shortLabel(variable.label))
  return (
    <div className="rl-Stated">
      <div className="rl-Row">
        <span title={`${variable.label} · ${variable.reference}`}>{shortLabel(variable.label)}</span>
        <span className="rl-Actions">
          <InputControl model={model} place={place} variable={variable} label={label} />
          <button
            type="button"
            className="rl-Link"
            aria-label={trans.__('Remove %1', label)}
            title={trans.__('State it no more')}
            onClick={() => model.edit(withInput(model.text, place))}
          >
            ×
          </button>
        </span>
      </div>
      {isMoney(variable) && <MoneySlider model={model} place={place} label={trans.__('%1, slider', label)} />}
    </div>
  )
}
