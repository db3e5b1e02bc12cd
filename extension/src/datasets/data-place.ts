/** Where in the data somebody is: kept with the page's layout, so that they are there again after a reload. */
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils'
import { type ISignal, Signal } from '@lumino/signaling'
import type { Versioned } from '../react/use-version.ts'

export const dataTabs = ['card', 'variables', 'summary', 'rows'] as const
export type DataTab = (typeof dataTabs)[number]

export interface Place {
  readonly dataset: string
  readonly year: number
  readonly tab: DataTab
  readonly variable: string
  /** A grouping of the dataset's schema; empty for none. */
  readonly by: string
}

export class DataPlace implements Versioned {
  readonly changed: ISignal<this, void>
  readonly #changed = new Signal<this, void>(this)
  #place: Place

  /** `first` in what `kept` does not say, by whatever version of this it was kept. */
  constructor(first: Place, kept: ReadonlyPartialJSONObject) {
    this.changed = this.#changed
    const { dataset, year, tab, variable, by } = kept
    this.#place = {
      dataset: typeof dataset === 'string' ? dataset : first.dataset,
      year: typeof year === 'number' ? year : first.year,
      tab: dataTabs.find(one => one === tab) ?? first.tab,
      variable: typeof variable === 'string' ? variable : first.variable,
      by: typeof by === 'string' ? by : first.by,
    }
  }

  version = 0

  get now(): Place {
    return this.#place
  }

  go(to: Partial<Place>): void {
    this.#place = { ...this.#place, ...to }
    this.version++
    this.#changed.emit()
  }
}
