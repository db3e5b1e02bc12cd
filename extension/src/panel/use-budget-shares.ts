/** What each change adds to the budget on top of those above it, worked out when the hand has rested for a while. */
import { useEffect, useState } from 'react'
import type { Impact, Parameter } from '../engine/api-types.ts'
import { signedMoney } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import type { ReformModel } from '../reform/reform-model.ts'
import { emptyReform, hasChanges, withValue } from '../reform/reform-text.ts'

const REST = 700
/** With more changes than this it would take too long. */
const MOST = 8

export function useBudgetShares(
  model: ReformModel,
  parameters: readonly Parameter[],
): ReadonlyMap<string, string> {
  const { engine } = useServices()
  const [shares, setShares] = useState<ReadonlyMap<string, string>>(new Map())
  const { year, dataset, convention } = model.subject
  const texts = parameters.length > 1 && parameters.length <= MOST ? stepsOf(model, parameters) : []
  const isReady = model.outcomes.isSettled && !model.isDragging && !model.isUnreadable
  const key = JSON.stringify([isReady, year, dataset, texts])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds everything that is read.
  useEffect(() => {
    setShares(new Map())
    if (!isReady || texts.length === 0) return
    const control = new AbortController()
    const work = async () => {
      const found = new Map<string, string>()
      let before = 0
      for (const [index, text] of texts.entries()) {
        const total = hasChanges(text) ? await totalOf(text, control.signal) : 0
        found.set(parameters[index]!.path, signedMoney(total - before))
        before = total
      }
      setShares(found)
    }
    const totalOf = async (text: string, signal: AbortSignal) => {
      const body = { year, dataset, convention, reforms: [text] }
      const { budget } = await engine.client.ask<Impact>('v1/impact', { method: 'POST', body, signal })
      return budget.total
    }
    const timer = window.setTimeout(() => void work().catch(() => {}), REST)
    return () => {
      window.clearTimeout(timer)
      control.abort()
    }
  }, [key])
  return shares
}

/** The reform of the first parameter, of the first two, and so on. */
function stepsOf(model: ReformModel, parameters: readonly Parameter[]): string[] {
  const { year } = model.subject
  const { values } = model
  return parameters.map((_, index) =>
    parameters
      .slice(0, index + 1)
      .flatMap(({ leaves }) => leaves)
      .filter(({ path }) => values[path] !== undefined)
      .reduce((text, { path }) => withValue(text, { leaf: path, year }, values[path]!), emptyReform('')),
  )
}
