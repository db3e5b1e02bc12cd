import { useEffect, useRef, useState } from 'react'

/** Milliseconds that a hand rests between two words: what is typed meanwhile is not asked for. */
const PAUSE = 60

/** What `find` finds by what is typed; what was found before stays until there is something newer. */
export function useFound<Item>(typed: string, find: (typed: string) => Promise<readonly Item[]>) {
  const words = typed.trim()
  const asked = useRef(find)
  asked.current = find
  const [answer, setAnswer] = useState<{ readonly words: string; readonly found: readonly Item[] }>()
  useEffect(() => {
    if (words === '') return setAnswer(undefined)
    let isWanted = true
    const ask = () =>
      asked.current(words).then(
        found => isWanted && setAnswer({ words, found }),
        () => {},
      )
    const timer = window.setTimeout(() => void ask(), PAUSE)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [words])
  return { found: (words !== '' && answer?.found) || [], isSettled: answer?.words === words }
}
