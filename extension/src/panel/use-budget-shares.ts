/** What each change adds to the budget on top of those above it, worked out when the hand has rested for a while. */
import { useEffect, useState } from 'react'
import type { Impact, Parameter } from '../engine/api-types.ts'
import { signedMoneyOf } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import { emptyReform } from '../reform/empty-reform.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import { hasChanges, withValue } from '../reform/reform-text.ts'

const REST = 700
/** With more changes than this it would take too long. */
const MOST = 8
/** What formulas together add is found by this name, the others by the path of their parameter. */
export const FORMULAS = 'formulas'

export function useBudgetShares(
  model: ReformModel,
  parameters: readonly Parameter[],
): ReadonlyMap<string, string> {
  const { engine } = useServices()
  const [shares, setShares] = useState<ReadonlyMap<string, string>>(new Map())
  const { year, dataset, convention } = model.subject
  const { currency = 'USD' } = model.outcomes.impact ?? {}
  const isReady = model.outcomes.isSettled && !model.isDragging && !model.isUnreadable
  // Texts are not written for a hand that moves.
  const steps = isReady ? stepsOf(model, parameters) : []
  const isAsked = steps.length > 1 && steps.length <= MOST
  const key = JSON.stringify([year, dataset, steps])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` holds everything that is read.
  useEffect(() => {
    setShares(new Map())
    if (!isAsked) return
    const control = new AbortController()
    const work = async () => {
      const found = new Map<string, string>()
      let before = 0
      for (const { name, reforms } of steps) {
        const total = reforms.length > 0 ? await totalOf(reforms, control.signal) : 0
        found.set(name, signedMoneyOf(total - before, currency))
        before = total
      }
      setShares(found)
    }
    const totalOf = async (reforms: readonly string[], signal: AbortSignal) => {
      const body = { year, dataset, convention, reforms }
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

interface Step {
  readonly name: string
  /** Everything up to this one. */
  readonly reforms: readonly string[]
}

/** The formulas, then with the first parameter, with the first two, and so on. */
function stepsOf(model: ReformModel, parameters: readonly Parameter[]): Step[] {
  const { year } = model.subject
  const { values } = model
  const ground = model.said.ground
  const textOf = (some: readonly Parameter[]) =>
    some
      .flatMap(({ leaves }) => leaves)
      .filter(({ path }) => values[path] !== undefined)
      .reduce((text, { path }) => withValue(text, { leaf: path, year }, values[path]!), emptyReform(''))
  const upTo = parameters.map(({ path: name }, index) => {
    const text = textOf(parameters.slice(0, index + 1))
    return { name, reforms: [...ground, ...(hasChanges(text) ? [text] : [])] }
  })
  return [...(ground.length > 0 ? [{ name: FORMULAS, reforms: ground }] : []), ...upTo]
}
