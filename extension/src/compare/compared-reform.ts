/**
 * One column of a comparison: a reform file and what it does on the comparison's population and year.
 *
 * An open reform that is shown on the same is followed as it is dragged, in its own session; any other is asked for when it
 * rests.
 */
import { PathExt } from '@jupyterlab/coreutils'
import type { Contents } from '@jupyterlab/services'
import { Signal } from '@lumino/signaling'
import { AnswerQueue, type AnswerState } from '../engine/answer-queue.ts'
import type { Impact } from '../engine/api-types.ts'
import type { EngineClient } from '../engine/engine-client.ts'
import type { EngineProblem } from '../engine/engine-error.ts'
import type { SessionSubject } from '../engine/live-session.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import { hasChanges, titleOf } from '../reform/reform-text.ts'

type Queue = AnswerQueue<'impact'>

export interface ReformSources {
  readonly client: EngineClient
  readonly contents: Pick<Contents.IManager, 'get' | 'fileChanged'>
  /** The open reform of a path. */
  modelOf(path: string): ReformModel | undefined
}

export class ComparedReform {
  readonly path: string
  readonly changed = new Signal<this, void>(this)
  readonly #sources: ReformSources
  readonly #queue: Queue
  #subject: SessionSubject
  #model: ReformModel | undefined
  /** Of a file that is not open. */
  #text: string | undefined
  #fileProblem: EngineProblem | undefined

  constructor(path: string, sources: ReformSources, subject: SessionSubject) {
    this.path = path
    this.#sources = sources
    this.#subject = subject
    this.#queue = new AnswerQueue(sources.client, ['impact'])
    this.#queue.changed.connect(this.#tell, this)
    sources.contents.fileChanged.connect(this.#onFile, this)
    this.follow()
  }

  get title(): string {
    const named = this.#model?.title ?? titleOf(this.#text ?? '')
    return named !== '' ? named : PathExt.basename(this.path).replace(/\.reform\.ya?ml$/, '')
  }

  get isOpen(): boolean {
    return this.#model !== undefined
  }

  /** The newest there is. */
  get impact(): Impact | undefined {
    if (this.#isLive) return this.#model?.isUnreadable ? undefined : this.#model?.outcomes.impact
    return this.#state.answer
  }

  get problem(): EngineProblem | undefined {
    return this.#model?.problem ?? this.#fileProblem ?? this.#state.problem
  }

  /** What is shown answers something else than what is now set. */
  get isBehind(): boolean {
    return this.#isLive ? !this.#model!.outcomes.isSettled : this.#state.state === 'waiting'
  }

  /** The file's reform has been opened or closed. */
  follow(): void {
    const model = this.#sources.modelOf(this.path)
    if (model !== this.#model || (!model && this.#text === undefined)) {
      this.#model?.changed.disconnect(this.#onModel, this)
      this.#model = model
      model?.changed.connect(this.#onModel, this)
      if (!model) void this.#read()
    }
    this.#ask()
  }

  show(subject: SessionSubject): void {
    this.#subject = subject
    this.#ask()
  }

  dispose(): void {
    this.#sources.contents.fileChanged.disconnect(this.#onFile, this)
    this.#model?.changed.disconnect(this.#onModel, this)
    this.#queue.dispose()
    Signal.clearData(this)
  }

  get #isLive(): boolean {
    const { year, dataset, convention } = this.#subject
    const own = this.#model?.subject
    return own?.year === year && own.dataset === dataset && own.convention === convention
  }

  get #state(): AnswerState<Impact> {
    return this.#queue.state('impact') as AnswerState<Impact>
  }

  async #read(): Promise<void> {
    try {
      const { content } = await this.#sources.contents.get(this.path, {
        ...{ type: 'file', format: 'text', content: true },
      })
      this.#text = String(content)
      this.#fileProblem = undefined
    } catch {
      this.#fileProblem = {
        ...{ code: 'E_FILE_READ', message: `The file ${this.path} cannot be read.`, details: {} },
        remedy: 'It may have been moved or deleted; take it out of the comparison and add it again.',
      }
    }
    this.#ask()
  }

  #ask(): void {
    const text = this.#model?.text ?? this.#text
    const isMoving = this.#model?.isDragging ?? false
    if (this.#isLive || text === undefined) this.#queue.want('impact', undefined)
    else if (!isMoving) {
      const { year, dataset, convention } = this.#subject
      const body = { year, dataset, convention, reforms: hasChanges(text) ? [text] : [] }
      this.#queue.want('impact', { path: 'v1/impact', body })
    }
    this.#tell()
  }

  #onModel(): void {
    this.#ask()
  }

  #onFile(_: unknown, { type, newValue }: Contents.IChangedArgs): void {
    if (type === 'save' && newValue?.path === this.path && !this.#model) void this.#read()
  }

  #tell(): void {
    this.changed.emit()
  }
}
