import { useEffect, useState } from 'react'

/** Milliseconds after which an answer is slow. */
const SLOW = 700

/** Whether something has been waited for long enough to say so. */
export function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!isWaiting) return
    const timer = window.setTimeout(() => setSlow(true), SLOW)
    return () => window.clearTimeout(timer)
  }, [isWaiting])
  return isSlow
}
