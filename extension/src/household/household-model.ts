/**
 * One household as its panel sees it: the file's text, the year and the reform it is shown under, and what the engine says.
 *
 * A hand that moves changes the values shown at once (`move`); the text follows when it rests (`commit`).
 */
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils'
import { DocumentModel } from '../document/document-model.ts'
import type { EngineClient } from '../engine/engine-client.ts'
import { adultsOf, type InputValue, type Place, placeKey, samePlace, statedAt } from './household.ts'
import { HouseholdAnswers } from './household-answers.ts'
import { withInput } from './household-text.ts'
import { type Along, hasReform, type Subject } from './questions.ts'
import { type ReadHousehold, readHousehold, situationWith } from './read-household.ts'
import { type ReformChoice, textNow } from './reform-choice.ts'

/** The first adult's wages. */
const FIRST_INCOME = 'employment_income'

export class HouseholdModel extends DocumentModel {
  readonly choice: ReformChoice
  readonly answers: HouseholdAnswers
  /** Undefined until the file has come. */
  #read: ReadHousehold | undefined
  #year: number
  #moved: { readonly place: Place; readonly value: InputValue } | undefined
  #along: Place | undefined
  #explained = 'income_tax'
  #isExplaining = false

  constructor(client: EngineClient, year: number, choice: ReformChoice) {
    super()
    this.#year = year
    this.choice = choice
    this.answers = new HouseholdAnswers(client)
    this.answers.changed.connect(() => this.tell())
    choice.changed.connect(() => this.#ask())
  }

  get view() {
    return { year: this.#year, reform: this.choice.wanted }
  }

  get read(): ReadHousehold | undefined {
    return this.#read
  }

  get year(): number {
    return this.#year
  }

  /** Whether a hand is moving something: axes keep their range until it rests. */
  get isMoving(): boolean {
    return this.#moved !== undefined || (this.choice.model?.isDragging ?? false)
  }

  /** The income that charts go along. */
  get along(): Along | undefined {
    if (!this.#read || this.#read.unreadable) return undefined
    const { household } = this.#read
    const isThere = ({ group, record }: Place) =>
      (group === 'people' ? household.people : household.units).some(({ name }) => name === record)
    const first: Place = { group: 'people', record: adultsOf(household)[0]!.name, input: FIRST_INCOME }
    const place = this.#along && isThere(this.#along) ? this.#along : first
    return { place, stated: Number(statedAt(household, place) ?? 0) }
  }

  get explained(): string {
    return this.#explained
  }

  get hasReform(): boolean {
    const subject = this.#subject()
    return subject !== undefined && hasReform(subject)
  }

  /** What stands at `place` now, the hand's value before the file's. */
  valueAt(place: Place): InputValue | undefined {
    if (this.#moved && samePlace(this.#moved.place, place)) return this.#moved.value
    return !this.#read || this.#read.unreadable ? undefined : statedAt(this.#read.household, place)
  }

  setYear(year: number): void {
    this.#year = year
    this.#ask()
  }

  setAlong(place: Place): void {
    this.#along = place
    this.#ask()
  }

  /** Which change is explained; nothing is asked while nobody looks. */
  explain(variable: string, isSeen: boolean): void {
    if (variable === this.#explained && isSeen === this.#isExplaining) return
    this.#explained = variable
    this.#isExplaining = isSeen
    this.#ask()
  }

  /** Computes the household over two incomes, once. */
  askGrid(first: Place, second: Place): void {
    const subject = this.#subject()
    if (!subject) return
    const along = (place: Place) => ({ place, stated: Number(this.valueAt(place) ?? 0) })
    this.answers.askGrid(subject, along(first), along(second))
    this.tell()
  }

  /** Whether what the grid was computed for is another now. */
  get isGridOld(): boolean {
    return this.answers.isGridOld(this.#subject())
  }

  move(place: Place, value: InputValue): void {
    this.#moved = { place, value }
    this.#ask()
  }

  /** What the hand has set counts no more. */
  takeBack(): void {
    this.#moved = undefined
    this.#ask()
  }

  /** Writes what the hand has set into the text. */
  commit(): void {
    if (!this.#moved) return
    const { place, value } = this.#moved
    this.#moved = undefined
    this.edit(withInput(this.text, place, value), placeKey(place))
  }

  override dispose(): void {
    this.choice.dispose()
    this.answers.dispose()
    super.dispose()
  }

  protected begin({ year, reform }: ReadonlyPartialJSONObject): void {
    if (typeof year === 'number') this.#year = year
    if (typeof reform === 'string') this.choice.choose(reform)
    this.take()
  }

  protected take(): void {
    this.#moved = undefined
    this.#read = readHousehold(this.text)
    this.#ask()
  }

  #subject(): Subject | undefined {
    if (!this.#read || this.#read.unreadable) return undefined
    const { situation } = this.#read
    const reform = this.choice.model && textNow(this.choice.model)
    return {
      situation: this.#moved ? situationWith(situation, this.#moved.place, this.#moved.value) : situation,
      year: this.#year,
      ...(reform !== undefined && { reform }),
    }
  }

  #ask(): void {
    const explained = this.#isExplaining ? this.#explained : undefined
    this.answers.ask(this.#subject(), this.along, explained, this.isMoving)
    this.tell()
  }
}
