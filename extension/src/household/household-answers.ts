/** What the engine says about one household: asked from what is shown, kept until it says something newer. */
import type { ISignal } from '@lumino/signaling'
import { AnswerQueue, type AnswerState, type Question } from '../engine/answer-queue.ts'
import type { EngineClient } from '../engine/engine-client.ts'
import type { Earnings, EarningsGrid, ExplainedChange, HouseholdAnswer } from './answer-types.ts'
import {
  type Along,
  changeQuestion,
  earningsQuestion,
  gridQuestion,
  hasReform,
  householdQuestion,
  type Subject,
} from './questions.ts'

export type QuestionName = 'household' | 'earnings' | 'change' | 'grid'

export class HouseholdAnswers {
  readonly #queue: AnswerQueue<QuestionName>
  /** What the grid was asked for. */
  #gridSubject = ''

  constructor(client: EngineClient) {
    this.#queue = new AnswerQueue(client, ['household', 'earnings', 'change', 'grid'])
  }

  get changed(): ISignal<unknown, void> {
    return this.#queue.changed
  }

  get household(): AnswerState<HouseholdAnswer> {
    return this.#queue.state('household') as AnswerState<HouseholdAnswer>
  }

  get earnings(): AnswerState<Earnings> {
    return this.#queue.state('earnings') as AnswerState<Earnings>
  }

  get change(): AnswerState<ExplainedChange> {
    return this.#queue.state('change') as AnswerState<ExplainedChange>
  }

  get grid(): AnswerState<EarningsGrid> {
    return this.#queue.state('grid') as AnswerState<EarningsGrid>
  }

  /** `explained` is the variable whose change is to be explained. */
  ask(
    subject: Subject | undefined,
    along: Along | undefined,
    explained: string | undefined,
    isMoving: boolean,
  ): void {
    const want = (name: QuestionName, question?: Question) => this.#queue.want(name, question, isMoving)
    want('household', subject && householdQuestion(subject))
    want('earnings', subject && along && earningsQuestion(subject, along))
    const isExplaining = subject && explained !== undefined && hasReform(subject)
    want('change', isExplaining ? changeQuestion(subject, explained) : undefined)
  }

  askGrid(subject: Subject, first: Along, second: Along): void {
    this.#queue.want('grid', gridQuestion(subject, first, second))
    this.#gridSubject = JSON.stringify(subject)
  }

  isGridOld(subject: Subject | undefined): boolean {
    return this.#gridSubject !== JSON.stringify(subject)
  }

  giveUp(name: QuestionName): void {
    this.#queue.giveUp(name)
  }

  again(name: QuestionName): void {
    this.#queue.again(name)
  }

  dispose(): void {
    this.#queue.dispose()
  }
}
