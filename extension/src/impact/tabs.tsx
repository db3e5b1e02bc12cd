/** Views of one impact, one at a time. */
import { type ReactNode, useId, useState } from 'react'

export interface Tab {
  readonly name: string
  readonly label: string
  readonly content: () => ReactNode
}

export interface TabsProps {
  readonly label: string
  readonly tabs: readonly Tab[]
  /** Where the one that is shown is kept elsewhere. */
  readonly shown?: { readonly name: string; onChoose(name: string): void }
}

export function Tabs({ label, tabs, shown }: TabsProps) {
  const id = useId()
  const [ownName, setOwnName] = useState(tabs[0]!.name)
  const name = shown?.name ?? ownName
  const setName = shown?.onChoose ?? setOwnName
  const index = Math.max(
    0,
    tabs.findIndex(tab => tab.name === name),
  )
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
  const move = (step: number, list: HTMLElement) => {
    const next = (index + step + tabs.length) % tabs.length
    setName(tabs[next]!.name)
    list.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <>
      <div
        role="tablist"
        aria-label={label}
        className="rl-Tabs"
        onKeyDown={event => {
          const step = steps[event.key]
          if (step !== undefined) move(step, event.currentTarget)
        }}
      >
        {tabs.map(tab => (
          <button
            key={tab.name}
            id={`${id}-${tab.name}`}
            type="button"
            role="tab"
            aria-selected={tab === tabs[index]}
            aria-controls={`${id}-panel`}
            tabIndex={tab === tabs[index] ? 0 : -1}
            onClick={() => setName(tab.name)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tabs[index]!.name}`}
        className="rl-TabPanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
        tabIndex={0}
      >
        {tabs[index]!.content()}
      </div>
    </>
  )
}
