/** A number of the law: a slider for the hand, a field for the exact value, a switch where it may be without limit. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Parameter } from '../engine/api-types.ts'
import { type SliderScale, sliderScale } from '../parameters/slider-scale.ts'
import { unitOf, valueText } from '../parameters/unit.ts'
import { useServices } from '../react/services.tsx'
import { UNLIMITED } from '../reform/reform-text.ts'
import { NumberField } from './number-field.tsx'
import { useValueWords } from './value-words.ts'

export interface NumberControlProps {
  readonly parameter: Parameter
  /** What the law as it stands has in all years. */
  readonly lawValues: readonly number[]
  readonly label: string
  readonly baseline: number
  readonly value: number
  readonly isDisabled: boolean
  /** False where the exact value is entered elsewhere. */
  readonly hasField?: boolean
  onMove(value: number): void
  /** The hand rests. */
  onRest(): void
  /** What stands below the slider, which knows from where to where it goes. */
  below?(scale: SliderScale): ReactNode
}

export function SliderControl(props: NumberControlProps) {
  const {
    parameter,
    lawValues,
    label,
    baseline,
    value,
    isDisabled,
    hasField = true,
    onMove,
    onRest,
    below,
  } = props
  const { unit, bounds } = parameter
  const { trans } = useServices()
  const words = useValueWords()
  const slider = useRef<HTMLInputElement>(null)
  const isLimited = Math.abs(value) < UNLIMITED
  const unlimited = [baseline, ...lawValues, value].find(one => Math.abs(one) >= UNLIMITED)
  const rest = useRef(value)
  if (!slider.current?.matches(':active')) rest.current = value
  const reached = rest.current
  const scale = useMemo(() => {
    const near = reached === baseline ? [reached] : [reached, baseline]
    return sliderScale(unit, [...near, ...lawValues], bounds)
  }, [unit, bounds, lawValues, baseline, reached])
  useEffect(() => {
    const element = slider.current
    element?.addEventListener('change', onRest)
    return () => element?.removeEventListener('change', onRest)
  })
  const place = (at: number) => `${(100 * (at - scale.min)) / (scale.max - scale.min)}%`
  const { before, after } = unitOf(unit)
  return (
    <div className="rl-NumberControl">
      <div className="rl-Row">
        {hasField && (
          <>
            <span className="rl-Values">
              <span className="rl-Baseline">{valueText(baseline, unit, words)}</span>
              <span aria-hidden="true"> → </span>
            </span>
            <span className="rl-Entry">
              {before !== '' && <span aria-hidden="true">{before}</span>}
              <NumberField
                label={trans.__('%1, exact value', label)}
                value={value}
                unit={unit}
                isDisabled={isDisabled || !isLimited}
                onEnter={entered => {
                  onMove(entered)
                  onRest()
                }}
              />
              {after !== '' && <span aria-hidden="true">{after.trim()}</span>}
            </span>
          </>
        )}
        {unlimited !== undefined && (
          <label className="rl-Check">
            <input
              type="checkbox"
              checked={!isLimited}
              disabled={isDisabled}
              onChange={event => {
                onMove(
                  event.target.checked ? unlimited : Math.abs(baseline) < UNLIMITED ? baseline : scale.max,
                )
                onRest()
              }}
            />
            {words.noLimit}
          </label>
        )}
      </div>
      {isLimited && (
        <div className="rl-Slider">
          <input
            ref={slider}
            type="range"
            aria-label={label}
            aria-valuetext={valueText(value, unit, words)}
            min={scale.min}
            max={scale.max}
            step={scale.step}
            value={value}
            disabled={isDisabled}
            onChange={event => onMove(event.target.valueAsNumber)}
          />
          {Math.abs(baseline) < UNLIMITED && (
            <span className="rl-Mark" style={{ insetInlineStart: place(baseline) }} aria-hidden="true" />
          )}
          <div className="rl-Row rl-Ends" aria-hidden="true">
            <span>{valueText(scale.min, unit, words)}</span>
            <span>{valueText(scale.max, unit, words)}</span>
          </div>
          {!isDisabled && below?.(scale)}
        </div>
      )}
    </div>
  )
}
