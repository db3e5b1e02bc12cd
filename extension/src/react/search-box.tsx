/** A field for words, and what is found by them while they are typed; keys go through that. */
import type { Findable } from '@reformlab/engine/find-by-words'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { citationText } from '../parameters/citation.ts'

export interface SearchBoxProps<Item extends Findable> {
  readonly typed: string
  readonly found: readonly Item[]
  /** Whether it is found by what is typed; else by what was typed before, and that is still looked for. */
  readonly isSettled: boolean
  readonly label: string
  readonly placeholder: string
  /** Of the list. */
  readonly listLabel: string
  /** What to do where nothing is found. */
  readonly nothing: string
  onType(typed: string): void
  onChoose(item: Item): void
}

export function SearchBox<Item extends Findable>(props: SearchBoxProps<Item>) {
  const { typed, found, isSettled, label, placeholder, listLabel, nothing, onType, onChoose } = props
  const list = useId()
  const [active, setActive] = useState(0)
  /** Enter was pressed before there was anything to choose. */
  const [isAwaited, setAwaited] = useState(false)
  const options = useRef<HTMLDivElement>(null)
  useEffect(() => {
    options.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  useEffect(() => {
    if (!isAwaited || !isSettled) return
    setAwaited(false)
    choose(found[0])
  })
  const choose = (item: Item | undefined) => {
    if (!item) return
    onChoose(item)
    onType('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (typed === '') return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter') isSettled ? choose(found[active]) : setAwaited(true)
    else if (event.key === 'Escape') onType('')
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
          onType(event.target.value)
          setActive(0)
          setAwaited(false)
        }}
        onKeyDown={onKey}
      />
      {typed.trim() !== '' && isSettled && found.length === 0 && (
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
            <span className="rl-Sub">{citationText(item.reference) || item.path}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
