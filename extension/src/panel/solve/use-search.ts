/** A search for the value of a leaf that gives a budget: shown while it goes on, one step back when it has ended. */
import { useEffect, useRef, useState } from 'react'
import type { SliderScale } from '../../parameters/slider-scale.ts'
import { isMoney } from '../../parameters/unit.ts'
import type { ReformModel } from '../../reform/reform-model.ts'
import { type Found, findValue } from './find-value.ts'
import { probeBudget } from './probe-budget.ts'

export type SearchState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'looking'; readonly tried: number }
  | { readonly kind: 'ended'; readonly found: Found; readonly target: number }
  | { readonly kind: 'failed'; readonly message: string }

export interface SearchSubject {
  readonly model: ReformModel
  readonly leaf: string
  readonly unit: string
  readonly value: number
  readonly scale: SliderScale
}

/** What values are rounded to: a cent of money, a ten-thousandth of a per cent. */
const roundedTo = (unit: string) => (isMoney(unit) ? 0.01 : unit === '/1' ? 1e-6 : 1)

export function useSearch({ model, leaf, unit, value, scale }: SearchSubject) {
  const [state, setState] = useState<SearchState>({ kind: 'asking' })
  const control = useRef<AbortController>(undefined)
  const cancel = () => {
    if (!control.current) return
    control.current.abort()
    control.current = undefined
    model.takeBack()
    setState({ kind: 'asking' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is under way ends when the form is left, and then alone.
  useEffect(() => cancel, [model, leaf])
  /** The value at which the budget changes by `target`, give or take `tolerance`. */
  const find = async (target: number, tolerance: number) => {
    cancel()
    const own = new AbortController()
    control.current = own
    const precision = roundedTo(unit)
    const round = (one: number) => Number((Math.round(one / precision) * precision).toPrecision(12))
    let tried = 0
    setState({ kind: 'looking', tried })
    const evaluate = (one: number) => {
      setState({ kind: 'looking', tried: ++tried })
      return probeBudget(model, leaf, round(one), own.signal)
    }
    const bounds = { low: scale.min, high: scale.max, start: value, target, tolerance, precision }
    try {
      const found = await findValue({ ...bounds, evaluate })
      if (found.kind === 'found') {
        model.setValue(leaf, round(found.value))
        await model.commit(`solve ${leaf}`)
      } else model.takeBack()
      setState({ kind: 'ended', found, target })
    } catch (error) {
      if (own.signal.aborted) return
      model.takeBack()
      setState({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
    control.current = undefined
  }
  return { state, find, cancel }
}
