/** What the engine reads in a reform's text, and what that comes to in the year shown. */
import type { Changes, LeafValue, ReadReform } from '../engine/api-types.ts'
import { formulasOf, groundOf, type ReformFormula } from './formulas.ts'
import { type PlacedTerms, termsOf } from './reform-terms.ts'
import { hasChanges, isPlain, textOfCanonical } from './reform-text.ts'

export class ReformReading {
  readonly text: string
  readonly #year: number
  /** Undefined for a reform of nothing. */
  readonly #reform: ReadReform | undefined

  constructor(text: string, year: number, reform?: ReadReform) {
    this.text = text
    this.#year = year
    this.#reform = reform
  }

  /** Undefined for a reform of nothing. */
  get hash(): string | undefined {
    return this.#reform?.hash
  }

  /** All that differs from the law as it stands in the year shown, by leaf. */
  get values(): Changes {
    const ofYear = this.#reform?.changes.filter(({ year }) => year === this.#year) ?? []
    return Object.fromEntries(ofYear.map(({ path, after }) => [path, after]))
  }

  /** Leaves that are changed, in whatever year. */
  get leaves(): readonly string[] {
    return Object.keys(this.#reform?.canonical.changes ?? {})
  }

  /** Formulas that are replaced or added. */
  get formulas(): readonly ReformFormula[] {
    return this.#reform ? formulasOf(this.#reform) : []
  }

  /** The formulas alone as reforms, upon which changes of parameters lie. */
  get ground(): readonly string[] {
    return groundOf(this.#reform)
  }

  /** The text in a form that edits understand. */
  get editable(): string {
    if (!this.#reform || !hasChanges(this.text) || isPlain(this.text)) return this.text
    return textOfCanonical(this.#reform.canonical)
  }

  /** From when until when a leaf's change holds that is in force in the year shown, and how it grows. */
  termsOf(leaf: string): PlacedTerms | undefined {
    return this.#reform && termsOf(this.#reform.canonical, leaf, this.#year)
  }

  /** A leaf's values in the years in which they are others than the law's. */
  seriesOf(leaf: string): Readonly<Record<string, LeafValue>> {
    const changes = this.#reform?.changes.filter(({ path }) => path === leaf) ?? []
    return Object.fromEntries(changes.map(({ year, after }) => [year, after]))
  }
}
