import { useState } from 'react'
import { useServices } from '../react/services.tsx'

export interface NameFieldProps {
  readonly name: string
  /** Names of the others. */
  readonly taken: ReadonlySet<string>
  onEnter(name: string): void
}

/** What somebody is called; a name that another has is not taken. */
export function NameField({ name, taken, onEnter }: NameFieldProps) {
  const { trans } = useServices()
  const [typed, setTyped] = useState<string>()
  const wanted = typed?.trim() ?? name
  const isFree = wanted !== '' && !taken.has(wanted)
  const enter = () => {
    if (isFree && wanted !== name) onEnter(wanted)
    setTyped(undefined)
  }
  return (
    <input
      className="rl-Title"
      type="text"
      aria-label={trans.__('Name of %1', name)}
      aria-invalid={!isFree}
      title={isFree ? undefined : trans.__('Somebody else has this name, or it is empty.')}
      value={typed ?? name}
      onChange={event => setTyped(event.target.value)}
      onBlur={enter}
      onKeyDown={event => {
        if (event.key === 'Enter') event.currentTarget.blur()
        else if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}
