import type { Situation } from '../../direct/index.ts'

/** A situation as files and requests hold it, and the axes beside its people; both still to be read. */
export function splitAxes(stated: unknown): { readonly situation: Situation; readonly axes?: unknown } {
  if (typeof stated !== 'object' || stated === null || !('axes' in stated))
    return { situation: stated as Situation }
  const { axes, ...situation } = stated
  return { situation: situation as Situation, axes }
}
