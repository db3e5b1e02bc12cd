import { Fragment } from 'react'

export interface ChooserProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly name: string; readonly label?: string }[]
  readonly isWide?: boolean
  onChoose?(name: string): void
}

/** One of several; the only one there is stands there as words. */
export function Chooser({ label, value, options, isWide = false, onChoose }: ChooserProps) {
  const only = options.length === 1 && options[0]!.name === value ? options[0] : undefined
  const className = isWide ? 'rl-Wide' : undefined
  if (only)
    return (
      <div className={className}>
        <span>{label}</span>
        <span className="rl-Only" title={only.name}>
          {breakable(only.label ?? only.name)}
        </span>
      </div>
    )
  return (
    <label className={className}>
      <span>{label}</span>
      <select value={value} onChange={event => onChoose?.(event.target.value)}>
        {options.map(one => (
          <option key={one.name} value={one.name}>
            {one.label ?? one.name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A long name may end a line after its `_`. */
const breakable = (text: string) =>
  [...text.matchAll(/[^_]*_?/g)].map(({ 0: part, index }) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
