import { useMemo, useState } from 'react'
import { useServices } from '../react/services.tsx'
import type { ReformModel } from '../reform/reform-model.ts'
import { titleOf } from '../reform/reform-text.ts'

/** What the reform is called, edited in place. */
export function TitleField({ model }: { readonly model: ReformModel }) {
  const { trans } = useServices()
  const { text } = model
  const title = useMemo(() => titleOf(text), [text])
  const [typed, setTyped] = useState<string>()
  const enter = () => {
    if (typed !== undefined && typed.trim() !== '' && typed !== title) model.setTitle(typed.trim())
    setTyped(undefined)
  }
  return (
    <input
      className="rl-Title"
      type="text"
      aria-label={trans.__('Title of the reform')}
      placeholder={trans.__('Untitled reform')}
      value={typed ?? title}
      onChange={event => setTyped(event.target.value)}
      onBlur={enter}
      onKeyDown={event => {
        if (event.key === 'Enter') event.currentTarget.blur()
        else if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}
