/** Charts along one of the household's incomes, with the sum of its net income or what the caller adds. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { type ReactNode, useMemo, useRef } from 'react'
import { ChartCard } from '../impact/chart-card.tsx'
import type { Figure } from '../impact/charts/figure.ts'
import type { Palette } from '../impact/charts/palette.ts'
import { SteadyRanges } from '../impact/charts/steady-ranges.ts'
import { Pending } from '../react/pending.tsx'
import { useServices } from '../react/services.tsx'
import { changeFigure } from './charts/change-figure.ts'
import { netIncomeFigure } from './charts/net-income-figure.ts'
import { ratesFigure } from './charts/rates-figure.ts'
import { taxesFigure } from './charts/taxes-figure.ts'
import type { Place } from './household.ts'
import type { HouseholdModel } from './household-model.ts'
import { incomeParts } from './income-parts.ts'
import { rateAt } from './kinks.ts'
import { PartsTable } from './parts-table.tsx'
import { PlaceSelect } from './place-select.tsx'

/** Where the household stands on the income, and what that makes. */
export interface OwnPlace {
  readonly income: number
  readonly label: string
  readonly netIncome?: number
  readonly change?: number
}

export interface AlongProps {
  readonly model: HouseholdModel
  readonly places: readonly Place[]
  nameOf(place: Place): string
  readonly own: OwnPlace
  readonly palette: Palette
  readonly rendermime: IRenderMimeRegistry | null
}

export interface EarningsTabProps extends AlongProps {
  readonly view: 'income' | 'rates'
  readonly children?: ReactNode
}

export function EarningsTab({ view, children, ...props }: EarningsTabProps) {
  const { model, places, nameOf, rendermime } = props
  const { trans } = useServices()
  const figures = useFigures(view, props)
  const { answer } = model.answers.household
  return (
    <>
      {view === 'income' && answer && <PartsTable parts={incomeParts(answer, trans)} />}
      <PlaceSelect
        label={trans.__('Along')}
        places={places}
        nameOf={nameOf}
        place={model.along!.place}
        onChoose={place => model.setAlong(place)}
      />
      <Pending
        answers={model.answers}
        name="earnings"
        state={model.answers.earnings}
        doing={trans.__('Computing the household along the income …')}
      />
      <div className={figures.length === 1 ? 'rl-Charts rl-OneChart' : 'rl-Charts'}>
        {figures.map(figure => (
          <ChartCard
            key={figure.name}
            figure={figure}
            sequence={model.version}
            isMoving={model.isMoving}
            rendermime={rendermime}
          />
        ))}
      </div>
      {children}
    </>
  )
}

function useFigures(view: EarningsTabProps['view'], { model, own, palette }: AlongProps): readonly Figure[] {
  const { trans } = useServices()
  const ranges = useRef(new SteadyRanges()).current
  const earnings = model.answers.earnings.answer
  const { isMoving } = model
  const { income, label, netIncome, change } = own
  return useMemo(() => {
    if (!earnings) return []
    const at = { income, label }
    const rangeOf = (name: string, extent: readonly [number, number], least: number) =>
      ranges.of(name, extent, least, isMoving)
    const common = [palette, rangeOf, trans] as const
    const rate = rateAt(earnings.reform ?? earnings.baseline, income)
    if (view === 'rates')
      return [ratesFigure(earnings, { ...at, ...(rate !== undefined && { rate }) }, ...common)]
    return [
      netIncomeFigure(earnings, { ...at, ...(netIncome !== undefined && { netIncome }) }, ...common),
      earnings.reform
        ? changeFigure(earnings, { ...at, ...(change !== undefined && { change }) }, ...common)
        : undefined,
      taxesFigure(earnings, at, ...common),
    ].filter(figure => figure !== undefined)
  }, [earnings, income, label, netIncome, change, isMoving, palette, ranges, trans, view])
}
