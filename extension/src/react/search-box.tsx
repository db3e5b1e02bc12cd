/** A field that finds things by words as they are typed; keys go through what is found. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { citationText } from '../parameters/citation.ts'
import { type Findable, findParameters } from '../parameters/find-parameters.ts'

export interface SearchBoxProps<Item extends Findable> {
  readonly items: readonly Item[]
  readonly label: string
  readonly placeholder: string
  /** Of the list. */
  readonly listLabel: string
  /** What to do where nothing is found. */
  readonly nothing: string
  onChoose(item: Item): void
}

export function SearchBox<Item extends Findable>(props: SearchBoxProps<Item>) {
  const { items, label, placeholder, listLabel, nothing, onChoose } = props
  const list = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const found = findParameters(items, typed)
  const options = useRef<HTMLDivElement>(null)
  useEffect(() => {
    options.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const choose = (item: Item | undefined) => {
    if (!item) return
    onChoose(item)
    setTyped('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (typed === '') return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') choose(found[active])
    else if (event.key === 'Escape') setTyped('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="rl-Search">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `${list}-${active}`}
        placeholder={placeholder}
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKey}
      />
      {typed !== '' && items.length > 0 && found.length === 0 && (
        <p className="rl-Sub" role="status">
          {nothing}
        </p>
      )}
      <div ref={options} role="listbox" id={list} aria-label={listLabel} hidden={found.length === 0}>
        {found.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the field, which says what is active.
          <div
            key={item.path}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            title={item.path}
            onMouseDown={event => event.preventDefault()}
            onClick={() => choose(item)}
          >
            {item.label}
            <span className="rl-Sub">{citationText(item.reference)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
