/**
 * One reform as the panel and the impact view see it: the file's text, what it changes in the year shown, and what that
 * does.
 *
 * A hand that moves changes the values shown at once (`setValue`); the text follows when it rests (`commit`).
 */
import { type ISignal, Signal } from '@lumino/signaling'
import type { Changes, LeafValue, ReadReform } from '../engine/api-types.ts'
import type { EngineClient } from '../engine/engine-client.ts'
import type { EngineProblem } from '../engine/engine-error.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import { OutcomeFeed } from '../engine/outcome-feed.ts'
import { PASSING } from '../engine/session-problems.ts'
import { ReformReader } from './reform-reader.ts'
import {
  hasChanges,
  isPlain,
  textOfCanonical,
  titleOf,
  without,
  withTitle,
  withValue,
} from './reform-text.ts'
import { TextHistory } from './text-history.ts'

export class ReformModel {
  readonly outcomes: OutcomeFeed
  readonly #reader: ReformReader
  #history: TextHistory
  readonly #changed = new Signal<this, void>(this)
  readonly #edited = new Signal<this, string>(this)
  #subject: SessionSubject
  #reform: ReadReform | undefined
  /** The text that `#reform` was read in. */
  #reformText: string | undefined
  #problem: EngineProblem | undefined
  /** What the file says in the year shown. */
  #read: Changes = {}
  /** What the hand has set and the file may not say yet. */
  #moved: Changes = {}
  /** Asked for by somebody, changed or not. */
  #added: readonly string[] = []
  /** Everything that was ever here, in the order it came. */
  readonly #seen = new Set<string>()
  #isDragging = false
  #version = 0

  constructor(client: EngineClient, text: string, subject: SessionSubject) {
    this.#reader = new ReformReader(client)
    this.#history = new TextHistory(text)
    this.#subject = subject
    this.outcomes = new OutcomeFeed(client, subject)
    this.outcomes.changed.connect(() => {
      const isBack = this.outcomes.state.kind === 'live' && PASSING.test(this.#problem?.code ?? '')
      if (isBack) void this.#readText()
      this.#tell()
    })
  }

  /** Rises with every change; for views that ask whether there is something new. */
  get version(): number {
    return this.#version
  }

  get changed(): ISignal<this, void> {
    return this.#changed
  }

  /** The text, when something here has changed it. */
  get edited(): ISignal<this, string> {
    return this.#edited
  }

  get text(): string {
    return this.#history.text
  }

  get title(): string {
    return titleOf(this.#history.text)
  }

  get subject(): SessionSubject {
    return this.#subject
  }

  /** What the engine read in the text; undefined for a reform of nothing and one that cannot be read. */
  get reform(): ReadReform | undefined {
    return this.#reform
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

  /** Leaves the panel shows, in the order they came. */
  get leaves(): readonly string[] {
    const shown = new Set([...Object.keys(this.values), ...this.#added])
    return [...this.#seen].filter(leaf => shown.has(leaf))
  }

  /** Whether a hand is moving something: axes keep their range until it rests. */
  get isDragging(): boolean {
    return this.#isDragging
  }

  get canUndo(): boolean {
    return this.#history.canUndo
  }

  get canRedo(): boolean {
    return this.#history.canRedo
  }

  /** The file has been read: its text, and the year it is shown in. */
  start(text: string, year: number): void {
    this.#history = new TextHistory(text)
    this.#subject = { ...this.#subject, year }
    this.open()
  }

  /** Opens the population; again after it was given up, or failed. */
  open(): void {
    this.outcomes.open(this.#subject)
    void this.#readText()
  }

  setSubject(change: Partial<SessionSubject>): void {
    this.#subject = { ...this.#subject, ...change }
    this.#read = {}
    this.open()
    this.#tell()
  }

  /** Shows a parameter's leaves, also those that do not differ. */
  add(leaves: readonly string[]): void {
    this.#added = [...this.#added, ...leaves]
    this.#tell()
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
    if (text === undefined) return this.#tell()
    const { year } = this.#subject
    this.#write(
      moved.reduce((so, [leaf, value]) => withValue(so, { leaf, year }, value), text),
      subject,
    )
  }

  /** The law as it stands, for these leaves. */
  async reset(leaves: readonly string[]): Promise<void> {
    const text = await this.#editableText()
    if (text === undefined) return
    this.#read = others(this.#read, leaves)
    this.#moved = others(this.#moved, leaves)
    this.#added = this.#added.filter(leaf => !leaves.includes(leaf))
    this.#show()
    this.#write(without(text, leaves), '')
  }

  setTitle(title: string): void {
    this.#write(withTitle(this.text, title), 'title')
  }

  undo(): void {
    this.#history.undo()
    this.#wasReplaced()
  }

  redo(): void {
    this.#history.redo()
    this.#wasReplaced()
  }

  /** The file has another text, by another hand. */
  setText(text: string): void {
    if (text === this.text) return
    this.#history.set(text, '')
    this.#moved = {}
    void this.#readText()
  }

  dispose(): void {
    this.#reader.stop()
    this.outcomes.dispose()
    Signal.clearData(this)
  }

  #wasReplaced(): void {
    this.#moved = {}
    this.#edited.emit(this.text)
    void this.#readText()
  }

  #write(text: string, subject: string): void {
    this.#history.set(text, subject)
    this.#edited.emit(this.text)
    void this.#readText()
  }

  /** The text in a form that edits understand; undefined where it cannot be read. */
  async #editableText(): Promise<string | undefined> {
    if (!hasChanges(this.text) || isPlain(this.text)) return this.text
    if (this.#reformText !== this.text) await this.#readText()
    return this.#reform && textOfCanonical(this.#reform.canonical)
  }

  /** Asks the engine what the text means in the year shown; what cannot be read leaves what was. */
  async #readText(): Promise<void> {
    const moved = this.#moved
    const { text } = this
    const reading = await this.#reader.read(text, this.#subject.year)
    if (!reading) return
    this.#problem = reading.problem
    if (reading.problem) return this.#tell()
    this.#reform = reading.reform
    this.#reformText = text
    this.#read = reading.values
    if (this.#moved === moved && !this.#isDragging) this.#moved = {}
    this.#show()
  }

  #show(): void {
    this.outcomes.show(this.values)
    this.#tell()
  }

  #tell(): void {
    for (const leaf of [...Object.keys(this.values), ...this.#added]) this.#seen.add(leaf)
    this.#version++
    this.#changed.emit()
  }
}

function others(changes: Changes, leaves: readonly string[]): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([leaf]) => !leaves.includes(leaf)))
}
