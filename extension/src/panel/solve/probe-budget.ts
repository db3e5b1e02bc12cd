import type { ReformModel } from '../../reform/reform-model.ts'

/** What the budget changes by with `value` at the leaf, shown while it is tried. Throws what the engine says, or the signal's reason. */
export function probeBudget(
  model: ReformModel,
  leaf: string,
  value: number,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { outcomes } = model
    const end = () => {
      outcomes.changed.disconnect(look)
      signal.removeEventListener('abort', stop)
    }
    const stop = () => {
      end()
      reject(signal.reason)
    }
    const look = () => {
      const isFailed = outcomes.state.kind === 'failed' || outcomes.state.kind === 'closed'
      if (!outcomes.isSettled && !isFailed) return
      end()
      const { frame } = outcomes
      if (frame?.impact && !isFailed) resolve(frame.impact.budget.total)
      else reject(new Error(frame?.error?.message ?? ''))
    }
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', stop)
    model.setValue(leaf, value)
    outcomes.changed.connect(look)
    look()
  })
}
