/** One input as a field: a slider beside it where it is money, a box to tick, a list of categories. */
import { useEffect, useRef } from 'react'
import { NumberField } from '../panel/number-field.tsx'
import { useValueWords } from '../panel/value-words.ts'
import { sliderScale } from '../parameters/slider-scale.ts'
import { valueText } from '../parameters/unit.ts'
import { useServices } from '../react/services.tsx'
import { useAnswer } from '../react/use-answer.ts'
import type { ListedVariable, Variable } from './answer-types.ts'
import type { InputValue, Place } from './household.ts'
import type { HouseholdModel } from './household-model.ts'
import { incomeScale } from './income-scale.ts'
import { isMoney } from './use-inputs.ts'

export interface InputControlProps {
  readonly model: HouseholdModel
  readonly place: Place
  readonly variable: ListedVariable
  /** What the control is called where its label is not beside it. */
  readonly label: string
}

export function InputControl(props: InputControlProps) {
  const { model, place, variable, label } = props
  const value = model.valueAt(place)
  const set = (to: InputValue) => {
    model.move(place, to)
    model.commit()
  }
  if (variable.type === 'bool')
    return (
      <input
        type="checkbox"
        aria-label={label}
        checked={value === true}
        onChange={event => set(event.target.checked)}
      />
    )
  if (variable.type !== 'number' && variable.type !== 'integer')
    return <CategorySelect {...props} value={String(value ?? '')} onSet={set} />
  return (
    <span className="rl-Entry">
      {isMoney(variable) && <span aria-hidden="true">$</span>}
      <NumberField
        label={label}
        value={Number(value ?? 0)}
        unit={variable.unit}
        onType={typed => (typed === undefined ? model.takeBack() : model.move(place, typed))}
        onEnter={set}
      />
    </span>
  )
}

interface CategorySelectProps extends InputControlProps {
  readonly value: string
  onSet(value: string): void
}

function CategorySelect({ variable, label, value, onSet }: CategorySelectProps) {
  const { engine } = useServices()
  const full = useAnswer(`variable ${variable.name}`, () =>
    engine.client.ask<Variable>(`v1/variables/${variable.name}`),
  )
  const values = full?.values ?? [value]
  return (
    <select aria-label={label} value={value} onChange={event => onSet(event.target.value)}>
      {values.map(one => (
        <option key={one} value={one}>
          {one.replaceAll('_', ' ')}
        </option>
      ))}
    </select>
  )
}

/** Drags an amount of money; the household is computed on the way. */
export function MoneySlider({ model, place, label }: Omit<InputControlProps, 'variable'>) {
  const words = useValueWords()
  const slider = useRef<HTMLInputElement>(null)
  const value = Number(model.valueAt(place) ?? 0)
  const rest = useRef(value)
  if (!slider.current?.matches(':active')) rest.current = value
  const scale = scaleOf(place, rest.current)
  useEffect(() => {
    const element = slider.current
    const onRest = () => model.commit()
    element?.addEventListener('change', onRest)
    return () => element?.removeEventListener('change', onRest)
  }, [model])
  return (
    <div className="rl-Slider">
      <input
        ref={slider}
        type="range"
        aria-label={label}
        aria-valuetext={valueText(value, 'currency-USD', words)}
        {...scale}
        value={value}
        onChange={event => model.move(place, event.target.valueAsNumber)}
      />
    </div>
  )
}

const STEPS = 400

function scaleOf({ group }: Place, stated: number) {
  if (group !== 'people') return sliderScale('currency-USD', [stated, 10_000])
  const { from, to } = incomeScale(stated)
  return { min: from, max: to, step: (to - from) / STEPS }
}
