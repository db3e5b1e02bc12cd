/** The household over two of its incomes at once, computed when it is asked for. */
import type { TranslationBundle } from '@jupyterlab/translation'
import { useState } from 'react'
import { ChartCard } from '../impact/chart-card.tsx'
import { Pending } from '../react/pending.tsx'
import { useServices } from '../react/services.tsx'
import type { EarningsGrid } from './answer-types.ts'
import { type GridMeasure, gridFigure } from './charts/grid-figure.ts'
import type { AlongProps } from './earnings-tab.tsx'
import { type Place, placeKey, samePlace } from './household.ts'
import { PlaceSelect } from './place-select.tsx'

export function GridTab({ model, places, nameOf, palette, rendermime }: AlongProps) {
  const { trans } = useServices()
  const [keys, setKeys] = useState<readonly [string?, string?]>([])
  const [measure, setMeasure] = useState<GridMeasure>('change')
  const first = places.find(place => placeKey(place) === keys[0]) ?? places[0]!
  const others = places.filter(place => !samePlace(place, first))
  const second = others.find(place => placeKey(place) === keys[1]) ?? others[0]
  if (!second)
    return (
      <p>
        {trans.__(
          'This household has one income. Add a second one, of another adult or of another kind, to see it over both.',
        )}
      </p>
    )
  const { answer } = model.answers.grid
  const measures = answer ? measuresOf(answer, trans) : []
  const shown = measures.some(([name]) => name === measure) ? measure : measures[0]?.[0]
  const placeOf = ({ record, income: input }: EarningsGrid['first']): Place =>
    places.find(one => one.record === record && one.input === input) ?? { group: 'people', record, input }
  const namesOf = (across: Place, up: Place) => ({
    first: nameOf(across),
    second: nameOf(up),
    own: [Number(model.valueAt(across) ?? 0), Number(model.valueAt(up) ?? 0)] as const,
  })
  return (
    <>
      <div className="rl-Row rl-Tools">
        <PlaceSelect
          label={trans.__('Across')}
          places={places}
          nameOf={nameOf}
          place={first}
          onChoose={place => setKeys([placeKey(place), keys[1]])}
        />
        <PlaceSelect
          label={trans.__('Up')}
          places={others}
          nameOf={nameOf}
          place={second}
          onChoose={place => setKeys([keys[0], placeKey(place)])}
        />
        <button type="button" className="rl-Button rl-Primary" onClick={() => model.askGrid(first, second)}>
          {answer ? trans.__('Compute again') : trans.__('Compute')}
        </button>
      </div>
      <Pending
        answers={model.answers}
        name="grid"
        state={model.answers.grid}
        doing={trans.__('Computing the household at 1,681 points …')}
      />
      {!answer && (
        <p className="rl-Sub">
          {trans.__(
            'A map of 41 by 41 amounts. It is computed when you ask for it, and takes a second or two.',
          )}
        </p>
      )}
      {answer && shown && (
        <>
          {model.isGridOld && (
            <p className="rl-Sub" role="status">
              {trans.__('The household, the year or the reform is another since this was computed.')}
            </p>
          )}
          <label className="rl-Along">
            <span>{trans.__('Show')}</span>
            <select value={shown} onChange={event => setMeasure(event.target.value as GridMeasure)}>
              {measures.map(([name, label]) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <ChartCard
            figure={gridFigure(
              answer,
              shown,
              namesOf(placeOf(answer.first), placeOf(answer.second)),
              palette,
              trans,
            )}
            sequence={model.version}
            isMoving={false}
            rendermime={rendermime}
          />
        </>
      )}
    </>
  )
}

const measuresOf = (
  { reform }: EarningsGrid,
  trans: TranslationBundle,
): readonly (readonly [GridMeasure, string])[] => [
  ...(reform ? ([['change', trans.__('change of net income')]] as const) : []),
  ['rate-law', trans.__('marginal rate under the law')],
  ...(reform ? ([['rate-reform', trans.__('marginal rate under the reform')]] as const) : []),
]
