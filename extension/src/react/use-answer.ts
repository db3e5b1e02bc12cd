import { useEffect, useState } from 'react'

/** What `ask` answers for `key`; undefined until then, and where it fails. */
export function useAnswer<Answer>(key: string, ask: () => Promise<Answer>): Answer | undefined {
  const [answered, setAnswered] = useState<{ readonly key: string; readonly answer: Answer }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what `ask` asks.
  useEffect(() => {
    let isWanted = true
    ask().then(
      answer => isWanted && setAnswered({ key, answer }),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [key])
  return answered?.key === key ? answered.answer : undefined
}
