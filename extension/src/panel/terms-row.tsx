/** From when until when a change holds, and how its value grows then. */
import { memo } from 'react'
import type { Parameter } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'
import { useModelCard } from '../react/use-model-card.ts'
import type { ReformModel } from '../reform/reform-model.ts'
import type { ReformReading } from '../reform/reform-reading.ts'
import type { TermsChange } from '../reform/reform-terms.ts'
import { growthOptions, nameOfGrowth } from './growth-options.ts'

export interface TermsRowProps {
  readonly model: ReformModel
  readonly said: ReformReading
  readonly parameter: Parameter
  readonly year: number
}

const FOR_GOOD = 'good'

/** The terms of the first leaf that is changed are shown; what is chosen is for all that change with it. */
export const TermsRow = memo(function TermsRow({ model, said, parameter, year }: TermsRowProps) {
  const { trans } = useServices()
  const { label, leaves } = parameter
  const years = Object.keys(leaves[0]!.values).map(Number)
  const stated = leaves.map(({ path }) => said.termsOf(path)).find(terms => terms !== undefined)
  const { from, to, indexed, earliest, latest } = stated ?? {
    ...{ from: year, to: undefined, indexed: undefined, earliest: 0, latest: years.at(-1)! },
  }
  const growth = growthOptions(parameter, indexed, trans, useModelCard()?.kind !== 'package')
  const set = (change: TermsChange) => {
    const together = leaves.filter(({ path }) => said.termsOf(path)?.from === stated?.from)
    void model.setTerms(
      together.map(({ path }) => path),
      change,
    )
  }
  const isNext = latest < years.at(-1)!
  const select = (
    name: string,
    value: string | number,
    options: React.ReactNode,
    onSet: (value: string) => void,
  ) => (
    <select value={value} aria-label={`${label}, ${name}`} onChange={event => onSet(event.target.value)}>
      {options}
    </select>
  )
  const option = (one: number) => (
    <option key={one} value={one}>
      {one}
    </option>
  )
  return (
    <div className="rl-Terms">
      <span className="rl-Term">
        <span>{trans.__('from')}</span>
        {select(
          trans.__('first year'),
          from,
          years.filter(one => one >= earliest && one <= (to ?? latest)).map(option),
          chosen => set({ from: Number(chosen) }),
        )}
      </span>
      <span className="rl-Term">
        <span>{trans.__('until')}</span>
        {select(
          trans.__('last year'),
          to ?? FOR_GOOD,
          <>
            <option value={FOR_GOOD}>{isNext ? trans.__('the next change') : trans.__('for good')}</option>
            {years.filter(one => one >= from && one <= latest && one < years.at(-1)!).map(option)}
          </>,
          chosen => set({ to: chosen === FOR_GOOD ? undefined : Number(chosen) }),
        )}
      </span>
      {growth.length > 1 && (
        <span className="rl-Term">
          <span>{trans.__('grows')}</span>
          {select(
            trans.__('growth'),
            nameOfGrowth(growth, indexed) ?? 'file',
            growth.map(one => (
              <option key={one.name} value={one.name}>
                {one.label}
              </option>
            )),
            chosen => set({ indexed: growth.find(({ name }) => name === chosen)!.indexed }),
          )}
        </span>
      )}
    </div>
  )
})
