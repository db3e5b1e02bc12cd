/** What is waited for while a reform opens, in words. */
import type { TranslationBundle } from '@jupyterlab/translation'
import type { EngineState } from './engine-monitor.ts'

export interface OpeningWords {
  readonly title: string
  /** What the engine says that it does. */
  readonly doing?: string
}

export function openingWords(
  state: EngineState | undefined,
  year: number,
  trans: TranslationBundle,
): OpeningWords {
  if (!state || state.kind === 'failed') return { title: trans.__('Opening the population of %1 …', year) }
  const { kind, doing, model } = state
  const isPreparing = model && kind !== 'ready'
  const title = isPreparing
    ? trans.__('Preparing %1 on %2 …', model.package, model.population ?? trans.__('its population'))
    : trans.__('Opening the population of %1 …', year)
  return { title, ...(doing !== undefined && { doing }) }
}
