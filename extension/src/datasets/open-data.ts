import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils'
import type { ViewHost } from '../document/main-view.ts'
import type { IEngine } from '../engine/engine-plugin.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import { DataPlace } from './data-place.ts'
import { dataView } from './data-view.tsx'

export interface OpenDataOptions {
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
  /** What is shown at first. */
  readonly subject: SessionSubject
}

/** The first that is looked at. */
const FIRST_VARIABLE = 'household_net_income'

export function openData(
  { subject, ...services }: OpenDataOptions,
  kept: ReadonlyPartialJSONObject,
  host: ViewHost,
) {
  const { year, dataset } = subject
  const place = new DataPlace({ dataset, year, tab: 'card', variable: FIRST_VARIABLE, by: '' }, kept)
  place.changed.connect(() => host.keep({ ...place.now }))
  return dataView({ place, ...services })
}
