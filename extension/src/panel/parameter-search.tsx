/** Finds a parameter of the law by words, path or citation, or folder by folder, and adds it to the reform. */
import { useState } from 'react'
import { MOST_FOUND } from '../react/list-search.tsx'
import { SearchBox } from '../react/search-box.tsx'
import { useServices } from '../react/services.tsx'
import { useModelCard } from '../react/use-model-card.ts'
import { ParameterBrowser } from './parameter-browser.tsx'
import { useFound } from './use-found.ts'

export interface ParameterSearchProps {
  readonly year: number
  /** With the path of a parameter. */
  onChoose(path: string): void
}

export function ParameterSearch({ year, onChoose }: ParameterSearchProps) {
  const { engine, trans } = useServices()
  const [typed, setTyped] = useState('')
  const { found, isSettled } = useFound(typed, words => engine.parameters.find(words, year, MOST_FOUND))
  const card = useModelCard()
  const isOurs = card?.kind === 'law'
  const [isBrowsing, setBrowsing] = useState(false)
  return (
    <>
      <SearchBox
        typed={typed}
        found={found}
        isSettled={isSettled}
        label={trans.__('Find a parameter of the law')}
        placeholder={
          isOurs
            ? trans.__('Find: child credit, 26 USC 24, gov.irs…')
            : card
              ? trans.__('Find in %1 parameters', card.counts.parameters.toLocaleString('en-US'))
              : trans.__('Find a parameter of the law')
        }
        listLabel={trans.__('Parameters')}
        nothing={
          isOurs
            ? trans.__('No parameter has all of these words. Try fewer, or a section such as “26 USC 63”.')
            : trans.__('No parameter has all of these words. Try fewer, or a part of its path.')
        }
        onType={setTyped}
        onChoose={({ path }) => onChoose(path)}
      />
      <button
        type="button"
        className="rl-Link rl-Browse"
        aria-expanded={isBrowsing}
        onClick={() => setBrowsing(!isBrowsing)}
      >
        {isBrowsing ? trans.__('close the folders') : trans.__('browse by folder')}
      </button>
      {isBrowsing && <ParameterBrowser onChoose={onChoose} />}
    </>
  )
}
