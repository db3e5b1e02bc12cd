/** "Marginal rates": what the next dollar earned leaves, over all who earn; computed while this tab is open. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { useState } from 'react'
import { Pending } from '../../react/pending.tsx'
import { useServices } from '../../react/services.tsx'
import { useVersion } from '../../react/use-version.ts'
import type { ReformModel } from '../../reform/reform-model.ts'
import { ChartCard } from '../chart-card.tsx'
import type { Palette } from '../charts/palette.ts'
import { DataTable } from '../data-table.tsx'
import type { RateKind } from './incentives.ts'
import { rateByGroupFigure, spreadFigure } from './rates-figures.ts'
import { rateGroupTable, rateTable, whoIsTouched } from './rates-tables.ts'
import { useIncentives } from './use-incentives.ts'

export interface RatesTabProps {
  readonly model: ReformModel
  readonly palette: Palette
  readonly rendermime: IRenderMimeRegistry | null
}

export function RatesTab({ model, palette, rendermime }: RatesTabProps) {
  const { trans } = useServices()
  useVersion(model)
  const [kind, setKind] = useState<RateKind>('next')
  const { queue, state, isOld } = useIncentives(model)
  const { answer } = state
  if (model.said.formulas.length > 0)
    return (
      <p>
        {trans.__(
          'This reform changes formulas. Marginal rates of a population are computed for changes of parameters alone; those of one household are in a household file.',
        )}
      </p>
    )
  return (
    <>
      <div className="rl-Row rl-Tools">
        <label className="rl-Along">
          <span>{trans.__('What is taken of')}</span>
          <select value={kind} onChange={event => setKind(event.target.value as RateKind)}>
            <option value="next">{trans.__('the next dollar earned')}</option>
            <option value="last">{trans.__('the last dollar earned')}</option>
            <option value="all">{trans.__('all that is earned')}</option>
          </select>
        </label>
        <span className="rl-Sub">
          {trans.__(
            'Exact slopes of the law for everybody who earns; computed when the reform rests, in a second or two.',
          )}
        </span>
      </div>
      <Pending
        answers={queue}
        name="incentives"
        state={state}
        doing={trans.__('Computing the marginal rates of all who earn …')}
      />
      {answer && (
        <>
          <p role="status">
            {isOld
              ? trans.__('What is shown is of the reform before; it follows when this one rests.')
              : whoIsTouched(answer, kind, trans)}
          </p>
          <div className="rl-Charts">
            {[spreadFigure, rateByGroupFigure].map(make => {
              const figure = make(answer, kind, palette, trans)
              return (
                <ChartCard
                  key={figure.name}
                  figure={figure}
                  sequence={0}
                  isMoving={false}
                  rendermime={rendermime}
                />
              )
            })}
          </div>
          <DataTable caption={trans.__('High rates and cliffs')} table={rateTable(answer, kind, trans)} />
          <h3>{trans.__('By income group')}</h3>
          <DataTable
            caption={trans.__('Rates by income group')}
            table={rateGroupTable(answer, kind, trans)}
          />
          <p className="rl-Sub">
            {answer.definitions.marginalRates.text} {answer.definitions.cliffs.text}
          </p>
        </>
      )}
    </>
  )
}
