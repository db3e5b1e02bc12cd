import { type Findable, findByWords } from '@reformlab/engine/find-by-words'
import { useState } from 'react'
import { SearchBox, type SearchBoxProps } from './search-box.tsx'

/** As many as are looked through at a glance. */
export const MOST_FOUND = 12

export interface ListSearchProps<Item extends Findable>
  extends Omit<SearchBoxProps<Item>, 'typed' | 'found' | 'isSettled' | 'onType'> {
  readonly items: readonly Item[]
}

/** A search in what is there. */
export function ListSearch<Item extends Findable>({ items, ...props }: ListSearchProps<Item>) {
  const [typed, setTyped] = useState('')
  const found = findByWords(items, typed, MOST_FOUND)
  return <SearchBox {...props} {...{ typed, found, isSettled: items.length > 0 }} onType={setTyped} />
}
