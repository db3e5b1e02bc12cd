/** A field that takes a number as people write it: it counts with Enter or when it is left, Escape brings the old one back. */
import { useState } from 'react'
import { fieldText, parseField } from '../parameters/unit.ts'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly unit: string
  readonly isDisabled?: boolean
  onEnter(value: number): void
  /** While it is typed; undefined where that is taken back. */
  onType?(value: number | undefined): void
  onFocus?(): void
}

export function NumberField({ label, value, unit, isDisabled, onEnter, onType, onFocus }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>()
  const parsed = typed === undefined ? undefined : parseField(typed, unit)
  const enter = () => {
    if (parsed === undefined) takeBack()
    else if (onType || parsed !== value) onEnter(parsed)
    setTyped(undefined)
  }
  const takeBack = () => {
    if (typed !== undefined) onType?.(undefined)
    setTyped(undefined)
  }
  return (
    <input
      className="rl-Field"
      type="text"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={typed !== undefined && parsed === undefined}
      disabled={isDisabled}
      size={Math.max(6, (typed ?? fieldText(value, unit)).length)}
      value={typed ?? fieldText(value, unit)}
      onFocus={onFocus}
      onChange={event => {
        const text = event.target.value
        setTyped(text)
        const number = parseField(text, unit)
        if (number !== undefined) onType?.(number)
      }}
      onBlur={enter}
      onKeyDown={event => {
        if (event.key === 'Enter') enter()
        else if (event.key === 'Escape') takeBack()
      }}
    />
  )
}
