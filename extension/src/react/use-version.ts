import type { ISignal } from '@lumino/signaling'
import { useCallback, useSyncExternalStore } from 'react'

/** What tells when it has changed. */
export interface Versioned {
  readonly version: number
  readonly changed: ISignal<unknown, void>
}

/** Renders again when `subject` changes. */
export function useVersion(subject: Versioned): number {
  const subscribe = useCallback(
    (tell: () => void) => {
      subject.changed.connect(tell)
      return () => void subject.changed.disconnect(tell)
    },
    [subject],
  )
  return useSyncExternalStore(subscribe, () => subject.version)
}
