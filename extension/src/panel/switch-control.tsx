import { useServices } from '../react/services.tsx'
import { useValueWords } from './value-words.ts'

export interface SwitchControlProps {
  readonly label: string
  readonly baseline: boolean
  readonly value: boolean
  readonly isDisabled: boolean
  onSet(value: boolean): void
}

/** A rule of the law that is in force or not. */
export function SwitchControl({ label, baseline, value, isDisabled, onSet }: SwitchControlProps) {
  const { trans } = useServices()
  const { yes, no } = useValueWords()
  return (
    <div className="rl-Row">
      <button
        type="button"
        role="switch"
        className="rl-Switch"
        aria-checked={value}
        aria-label={label}
        disabled={isDisabled}
        onClick={() => onSet(!value)}
      >
        <span aria-hidden="true">{value ? yes : no}</span>
      </button>
      <span className="rl-Baseline">{trans.__('law: %1', baseline ? yes : no)}</span>
    </div>
  )
}
