/** Texts one after another, with a way back and forth. */

/** Changes of the same thing within this many milliseconds are one step back. */
const ONE_STEP = 800

export class TextHistory {
  #past: string[] = []
  #future: string[] = []
  #text: string
  #subject = ''
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get text(): string {
    return this.#text
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }

  /** `subject` is what was changed: quick changes of one thing are undone together. */
  set(text: string, subject: string, now = Date.now()): void {
    if (text === this.#text) return
    const continues = subject !== '' && subject === this.#subject && now - this.#at < ONE_STEP
    if (!continues) this.#past.push(this.#text)
    this.#future = []
    this.#text = text
    this.#subject = subject
    this.#at = now
  }

  undo(): void {
    this.#move(this.#past, this.#future)
  }

  redo(): void {
    this.#move(this.#future, this.#past)
  }

  #move(from: string[], to: string[]): void {
    const text = from.pop()
    if (text === undefined) return
    to.push(this.#text)
    this.#text = text
    this.#subject = ''
  }
}
