/** The incentives of a reform: asked when it rests and somebody looks, the newest question winning. */
import { useEffect, useReducer } from 'react'
import { AnswerQueue, type AnswerState } from '../../engine/answer-queue.ts'
import { useServices } from '../../react/services.tsx'
import type { ReformModel } from '../../reform/reform-model.ts'
import { hasChanges } from '../../reform/reform-text.ts'
import type { Incentives } from './incentives.ts'

type Queue = AnswerQueue<'incentives'>

/** Milliseconds for which a reform must have rested. */
const REST = 700

/** Answers outlast the view of them. */
const queues = new WeakMap<ReformModel, { readonly queue: Queue; asked: string }>()

export interface IncentiveAnswers {
  readonly queue: Queue
  readonly state: AnswerState<Incentives>
  /** What is shown is of something else than what is now set. */
  readonly isOld: boolean
}

export function useIncentives(model: ReformModel): IncentiveAnswers {
  const { engine } = useServices()
  const [, tell] = useReducer((count: number) => count + 1, 0)
  const kept = queues.get(model) ?? { queue: new AnswerQueue(engine.client, ['incentives']), asked: '' }
  queues.set(model, kept)
  const { queue } = kept
  useEffect(() => {
    const look = () => tell()
    queue.changed.connect(look)
    return () => {
      queue.changed.disconnect(look)
      queue.giveUp('incentives')
    }
  }, [queue])
  const { year, dataset, convention } = model.subject
  const reforms = hasChanges(model.text) ? [model.text] : []
  const body = { year, dataset, convention, reforms }
  const key = JSON.stringify(body)
  const rests =
    model.outcomes.isSettled && !model.isDragging && !model.isUnreadable && model.said.formulas.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds all of `body`.
  useEffect(() => {
    if (!rests) return
    const timer = window.setTimeout(() => {
      const isAgain = kept.asked === key && queue.state('incentives').state === 'given-up'
      kept.asked = key
      if (isAgain) queue.again('incentives')
      else queue.want('incentives', { path: 'v1/incentives', body })
    }, REST)
    return () => window.clearTimeout(timer)
  }, [rests, key, queue])
  const state = queue.state('incentives') as AnswerState<Incentives>
  const isOld = state.answer !== undefined && (!rests || kept.asked !== key || state.state !== 'answered')
  return { queue, state, isOld }
}
