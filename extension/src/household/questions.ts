/** What the panel asks the engine, from what it shows. Equal questions are asked once. */

import type { Question } from '../engine/answer-queue.ts'
import { hasChanges } from '../reform/reform-text.ts'
import type { Place } from './household.ts'
import { partVariables } from './income-parts.ts'
import { incomeScale } from './income-scale.ts'
import { type Situation, situationWith } from './read-household.ts'

export interface Subject {
  readonly situation: Situation
  readonly year: number
  /** Text of a reform; undefined for the law as it stands. */
  readonly reform?: string
}

/** An income along which the household is shown, and what it is where the hand rests. */
export interface Along {
  readonly place: Place
  readonly stated: number
}

export const hasReform = ({ reform }: Subject): boolean => reform !== undefined && hasChanges(reform)

export const householdQuestion = (subject: Subject): Question => ({
  path: 'v1/households',
  body: { ...common(subject), variables: partVariables },
})

/** The income's own value is no part of the question: the curve is the same wherever on it the household stands. */
export function earningsQuestion(subject: Subject, { place, stated }: Along): Question {
  const situation = situationWith(subject.situation, place, 0)
  return {
    path: 'v1/earnings',
    body: { ...common({ ...subject, situation }), ...axisOf({ place, stated }) },
  }
}

export const changeQuestion = (subject: Subject, variable: string): Question => ({
  path: 'v1/changes',
  body: { ...common(subject), variable },
})

export const gridQuestion = (subject: Subject, first: Along, second: Along): Question => ({
  path: 'v1/earnings/grid',
  body: { ...common(subject), first: axisOf(first), second: axisOf(second) },
})

const axisOf = ({ place: { input, record }, stated }: Along) => ({
  income: input,
  record,
  ...incomeScale(stated),
})

const common = (subject: Subject) => ({
  situation: subject.situation,
  year: subject.year,
  ...(hasReform(subject) && { reforms: [subject.reform!] }),
})
