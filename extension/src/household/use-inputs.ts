/** What can be stated of people and tax units, as the engine tells it. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { useEffect, useState } from 'react'
import { EngineError, type EngineProblem, isAbort } from '../engine/engine-error.ts'
import { citationText } from '../parameters/citation.ts'
import { useServices } from '../react/services.tsx'
import type { ListedVariable } from './answer-types.ts'
import { type Group, type Household, type Place, placeKey } from './household.ts'

export type Inputs = ReadonlyMap<string, ListedVariable>

/** What a person or a tax unit can be asked; where records of the data come from is not among it. */
const isAsked = ({ kind, file, name, entity }: ListedVariable) =>
  kind === 'input' &&
  (entity === 'person' || entity === 'tax_unit') &&
  !file.endsWith('/survey.ts') &&
  name !== 'tax_unit_role' &&
  name !== 'credit_take_up_draw'

/** Milliseconds after which an engine that is not there is asked again. */
const AGAIN = 1500

/** Asked until the engine answers; the problem is why it has not yet. */
export function useInputs(): { readonly inputs?: Inputs; readonly problem?: EngineProblem } {
  const { engine } = useServices()
  const [found, setFound] = useState<{ readonly inputs?: Inputs; readonly problem?: EngineProblem }>({})
  useEffect(() => {
    const control = new AbortController()
    const { signal } = control
    let timer: number | undefined
    const ask = async () => {
      void engine.monitor.look()
      try {
        const listed = await engine.client.ask<readonly ListedVariable[]>('v1/variables', { signal })
        setFound({ inputs: new Map(listed.filter(isAsked).map(variable => [variable.name, variable])) })
        void engine.monitor.look()
      } catch (error) {
        if (isAbort(error) || !(error instanceof EngineError)) return
        setFound({ problem: error })
        timer = window.setTimeout(() => void ask(), AGAIN)
      }
    }
    void ask()
    return () => {
      control.abort()
      window.clearTimeout(timer)
    }
  }, [engine])
  return found
}

export const groupOf = ({ entity }: ListedVariable): Group => (entity === 'person' ? 'people' : 'tax_units')

export const isMoney = (variable: ListedVariable | undefined) => variable?.unit === 'currency-USD'

export interface Addable {
  readonly path: string
  readonly label: string
  readonly reference: string
  readonly place: Place
  readonly variable: ListedVariable
}

/** Age and filing status have controls of their own. */
const hasNoOwnPlace = ({ name }: ListedVariable) => name !== 'age' && name !== 'filing_status'

/** Every input of every record that is not stated yet. */
export function addable(household: Household, inputs: Inputs, trans: TranslationBundle): Addable[] {
  const { people, units } = household
  return [...inputs.values()].filter(hasNoOwnPlace).flatMap(variable => {
    const group = groupOf(variable)
    const records = group === 'people' ? people : units
    return records
      .filter(({ values }) => values[variable.name] === undefined)
      .map(({ name: record }) => {
        const place: Place = { group, record, input: variable.name }
        const reference = trans.__('%1 · %2', record, citationText(variable.reference))
        return { path: placeKey(place), label: variable.label, reference, place, variable }
      })
  })
}

/** Incomes that charts can go along: every adult's wages and what is stated in dollars. */
export function incomePlaces({ people, units }: Household, inputs: Inputs): Place[] {
  const stated = (group: Group, records: readonly { name: string; values: object }[]) =>
    records.flatMap(({ name: record, values }) =>
      Object.keys(values)
        .filter(input => isMoney(inputs.get(input)))
        .map((input): Place => ({ group, record, input })),
    )
  const wages = people
    .filter(({ role }) => role !== 'dependent')
    .map(({ name: record }): Place => ({ group: 'people', record, input: 'employment_income' }))
  const all = [...wages, ...stated('people', people), ...stated('tax_units', units)]
  return [...new Map(all.map(place => [placeKey(place), place])).values()]
}

/** `Wages` of `Wages, salaries and tips, after contributions …`. */
export function shortLabel(label: string): string {
  return label.split(/[,;:]/)[0]!
}
