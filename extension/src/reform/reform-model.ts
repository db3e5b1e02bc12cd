/**
 * One reform as the panel and the impact view see it: the file's text, what it changes in the year shown, and what that
 * does.
 *
 * A hand that moves changes the values shown at once (`setValue`); the text follows when it rests (`commit`).
 */
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils'
import { DocumentModel } from '../document/document-model.ts'
import type { Changes, LeafValue } from '../engine/api-types.ts'
import type { EngineClient } from '../engine/engine-client.ts'
import type { EngineProblem } from '../engine/engine-error.ts'
import type { FitSubject, SessionSubject } from '../engine/live-session.ts'
import { OutcomeFeed } from '../engine/outcome-feed.ts'
import { PASSING } from '../engine/session-problems.ts'
import { mayHaveFormulas, withoutFormulas } from './formulas.ts'
import { ReformReader } from './reform-reader.ts'
import { ReformReading } from './reform-reading.ts'
import { changedTerms, type TermsChange, withTerms } from './reform-terms.ts'
import { firstYearOf, hasChanges, isPlain, titleOf, without, withTitle, withValue } from './reform-text.ts'

/** A file's own first year is shown where it lies within these years of the one that is set. */
const NEAR = 10
/** Milliseconds after which an engine that is not there yet is asked again, where no session tells that it is. */
const AGAIN = 1500

export class ReformModel extends DocumentModel {
  readonly outcomes: OutcomeFeed
  readonly #reader: ReformReader
  #subject: SessionSubject
  #said: ReformReading
  #problem: EngineProblem | undefined
  /** What the file says in the year shown. */
  #read: Changes = {}
  /** What the hand has set and the file may not say yet. */
  #moved: Changes = {}
  /** What the session is opened upon; undefined where none has been opened. */
  #ground: readonly string[] | undefined
  /** Asked for by somebody, changed or not. */
  #added: readonly string[] = []
  /** Everything that was ever here, in the order it came. */
  readonly #seen = new Set<string>()
  #isDragging = false
  #again: number | undefined

  constructor(client: EngineClient, subject: SessionSubject, fit: FitSubject) {
    super()
    this.#reader = new ReformReader(client)
    this.#subject = subject
    this.#said = new ReformReading('', subject.year)
    this.outcomes = new OutcomeFeed(client, subject, fit)
    this.outcomes.fitted.connect((_, fitted) => {
      this.#subject = fitted
      void this.#readText()
    })
    this.outcomes.changed.connect(() => {
      const isBack = this.outcomes.state.kind === 'live' && PASSING.test(this.#problem?.code ?? '')
      if (isBack) void this.#readText()
      this.tell()
    })
  }

  get title(): string {
    return titleOf(this.text)
  }

  get subject(): SessionSubject {
    return this.#subject
  }

  /** What the engine read in the text; while that cannot be read, in what it was before. */
  get said(): ReformReading {
    return this.#said
  }

  /** Why the text cannot be read, or the newest changes not be computed. */
  get problem(): EngineProblem | undefined {
    const error = this.outcomes.frame?.error
    return this.#problem ?? (error && { remedy: '', ...error })
  }

  /** Whether the file says something that cannot be computed here: outcomes would be those of something else. */
  get isUnreadable(): boolean {
    return this.#problem !== undefined && !PASSING.test(this.#problem.code)
  }

  /** All that differs from the law as it stands in the year shown, by leaf. */
  get values(): Changes {
    return { ...this.#read, ...this.#moved }
  }

  /** Leaves the panel shows, in the order they came: those that are changed in any year, and those asked for. */
  get leaves(): readonly string[] {
    const shown = new Set(this.#present)
    return [...this.#seen].filter(leaf => shown.has(leaf))
  }

  /** Whether a hand is moving something: axes keep their range until it rests. */
  get isDragging(): boolean {
    return this.#isDragging
  }

  get view() {
    return { ...this.#subject }
  }

  /** Opens the population; again after it was given up, or failed. */
  open(): void {
    this.#ground = undefined
    if (!mayHaveFormulas(this.text)) this.#openOn([])
    void this.#readText()
  }

  setSubject(change: Partial<SessionSubject>): void {
    this.#subject = { ...this.#subject, ...change }
    this.#read = {}
    this.open()
    this.tell()
  }

  /** Shows a parameter's leaves, also those that do not differ. */
  add(leaves: readonly string[]): void {
    this.#added = [...this.#added, ...leaves]
    this.tell()
  }

  setValue(leaf: string, value: LeafValue): void {
    this.#moved = { ...this.#moved, [leaf]: value }
    this.#isDragging = true
    this.#show()
  }

  /** Writes what the hand has set into the text; quick commits about one `subject` are undone together. */
  async commit(subject: string): Promise<void> {
    this.#isDragging = false
    const moved = Object.entries(this.#moved)
    const text = await this.#editableText()
    if (text === undefined) return this.tell()
    const { year } = this.#subject
    this.edit(
      moved.reduce((so, [leaf, value]) => withValue(so, { leaf, year }, value), text),
      subject,
    )
  }

  /** Forgets what the hand has set since the text was written. */
  takeBack(): void {
    this.#moved = {}
    this.#isDragging = false
    this.#show()
  }

  /** Lets the changes of these leaves that are in force hold under other terms. */
  async setTerms(leaves: readonly string[], change: TermsChange): Promise<void> {
    const text = await this.#editableText()
    if (text === undefined) return
    const { year } = this.#subject
    const own = (leaf: string) => this.#said.termsOf(leaf) ?? { from: year }
    this.edit(
      leaves.reduce((so, leaf) => withTerms(so, leaf, own(leaf).from, changedTerms(own(leaf), change)), text),
    )
  }

  /** The law's own formulas. */
  async resetFormulas(names: readonly string[]): Promise<void> {
    const text = await this.#editableText()
    if (text !== undefined) this.edit(withoutFormulas(text, names))
  }

  /** The law as it stands, as one step back. */
  async resetAll(): Promise<void> {
    const formulas = this.#said.formulas.map(({ name }) => name)
    await this.reset(this.leaves, formulas)
  }

  /** The law as it stands, for these leaves. */
  async reset(leaves: readonly string[], formulas: readonly string[] = []): Promise<void> {
    const text = await this.#editableText()
    if (text === undefined) return
    this.#read = others(this.#read, leaves)
    this.#moved = others(this.#moved, leaves)
    this.#added = this.#added.filter(leaf => !leaves.includes(leaf))
    this.#show()
    const rest = without(text, leaves)
    this.edit(formulas.length > 0 ? withoutFormulas(rest, formulas) : rest)
  }

  setTitle(title: string): void {
    this.edit(withTitle(this.text, title), 'title')
  }

  override dispose(): void {
    window.clearTimeout(this.#again)
    this.#reader.stop()
    this.outcomes.dispose()
    super.dispose()
  }

  protected begin(view: ReadonlyPartialJSONObject): void {
    const { year, dataset, convention } = this.#subject
    const first = firstYearOf(this.text)
    const ownYear = first !== undefined && Math.abs(first - year) <= NEAR ? first : year
    this.#subject = {
      year: typeof view.year === 'number' ? view.year : ownYear,
      dataset: typeof view.dataset === 'string' ? view.dataset : dataset,
      convention: typeof view.convention === 'string' ? view.convention : convention,
    }
    this.open()
  }

  protected take(by: 'edit' | 'history' | 'file'): void {
    if (by !== 'edit') this.#moved = {}
    void this.#readText()
  }

  /** The text in a form that edits understand; undefined where it cannot be read. */
  async #editableText(): Promise<string | undefined> {
    if (!hasChanges(this.text) || isPlain(this.text)) return this.text
    if (this.#said.text !== this.text) await this.#readText()
    return this.#said.text === this.text ? this.#said.editable : undefined
  }

  /** Asks the engine what the text means in the year shown; what cannot be read leaves what was. */
  async #readText(): Promise<void> {
    const moved = this.#moved
    const reading = await this.#reader.read(this.text, this.#subject.year)
    if (!reading) return
    this.#problem = 'problem' in reading ? reading.problem : undefined
    if ('problem' in reading) {
      const isAlone = this.#ground === undefined && PASSING.test(reading.problem.code)
      if (isAlone) this.#again = window.setTimeout(() => void this.#readText(), AGAIN)
      return this.tell()
    }
    this.#said = reading
    this.#read = reading.values
    if (this.#moved === moved && !this.#isDragging) this.#moved = {}
    this.#openOn(reading.ground)
    this.#show()
  }

  /** Opens a session upon these formulas, unless that is there. */
  #openOn(ground: readonly string[]): void {
    if (this.#ground && this.#ground.join() === ground.join()) return
    this.#ground = ground
    this.outcomes.open(this.#subject, ground)
  }

  get #present(): readonly string[] {
    return [...this.#said.leaves, ...Object.keys(this.values), ...this.#added]
  }

  #show(): void {
    this.outcomes.show(this.values)
    this.tell()
  }

  protected override tell(): void {
    for (const leaf of this.#present) this.#seen.add(leaf)
    super.tell()
  }
}

function others(changes: Changes, leaves: readonly string[]): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([leaf]) => !leaves.includes(leaf)))
}
