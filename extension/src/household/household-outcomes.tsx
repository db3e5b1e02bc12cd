/** What the law and a reform make of the household: headline numbers, and views of it in tabs. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { useMemo } from 'react'
import { Tabs } from '../impact/tabs.tsx'
import { usePalette } from '../impact/use-palette.ts'
import { Pending } from '../react/pending.tsx'
import { useServices } from '../react/services.tsx'
import { ChangeTab } from './change-tab.tsx'
import { EarningsTab, type OwnPlace } from './earnings-tab.tsx'
import { GridTab } from './grid-tab.tsx'
import type { Household } from './household.ts'
import { HouseholdHeadlines } from './household-headlines.tsx'
import type { HouseholdModel } from './household-model.ts'
import { sumOf } from './income-parts.ts'
import { KinkTable } from './kink-table.tsx'
import { type Inputs, incomePlaces, shortLabel } from './use-inputs.ts'

export interface HouseholdOutcomesProps {
  readonly model: HouseholdModel
  readonly household: Household
  readonly inputs: Inputs
  readonly rendermime: IRenderMimeRegistry | null
}

export function HouseholdOutcomes({ model, household, inputs, rendermime }: HouseholdOutcomesProps) {
  const { trans } = useServices()
  const [palette, measure] = usePalette()
  const places = useMemo(() => incomePlaces(household, inputs), [household, inputs])
  const { answer } = model.answers.household
  const earnings = model.answers.earnings.answer
  const along = model.along!
  const nameOf = (place: (typeof places)[number]) =>
    trans.__('%1: %2', place.record, shortLabel(inputs.get(place.input)?.label ?? place.input))
  const label = nameOf(along.place)
  const income = Number(model.valueAt(along.place) ?? 0)
  const own: OwnPlace = {
    income,
    label,
    ...(answer && {
      netIncome: sumOf(answer, 'household_net_income', model.hasReform ? 'reform' : 'baseline'),
      change:
        sumOf(answer, 'household_net_income', 'reform') - sumOf(answer, 'household_net_income', 'baseline'),
    }),
  }
  const alongProps = { model, places, nameOf, own, palette, rendermime }
  return (
    <div className="rl-Impact rl-HouseholdOutcomes" ref={measure}>
      <header className="rl-Row">
        <h2>{headingOf(model, trans)}</h2>
      </header>
      <Pending
        answers={model.answers}
        name="household"
        state={model.answers.household}
        doing={trans.__('Computing the household …')}
      />
      {answer && (
        <HouseholdHeadlines
          answer={answer}
          own={own}
          hasReform={model.hasReform && answer.variables[0]?.values[0]?.reform !== undefined}
          {...(earnings && { earnings })}
        />
      )}
      {answer && palette && (
        <Tabs
          label={trans.__('Views of the household')}
          tabs={[
            {
              name: 'income',
              label: trans.__('Net income'),
              content: () => <EarningsTab {...alongProps} palette={palette} view="income" />,
            },
            {
              name: 'rates',
              label: trans.__('Marginal rates'),
              content: () => (
                <EarningsTab {...alongProps} palette={palette} view="rates">
                  {earnings && (
                    <section>
                      <h3>{trans.__('Kinks and cliffs, and the rules behind them')}</h3>
                      <KinkTable earnings={earnings} label={label} />
                    </section>
                  )}
                </EarningsTab>
              ),
            },
            {
              name: 'why',
              label: trans.__('Why it changes'),
              content: () => <ChangeTab model={model} />,
            },
            {
              name: 'grid',
              label: trans.__('Two incomes'),
              content: () => <GridTab {...alongProps} palette={palette} />,
            },
          ]}
        />
      )}
    </div>
  )
}

function headingOf(
  { choice, hasReform, year }: HouseholdModel,
  trans: ReturnType<typeof useServices>['trans'],
) {
  if (!hasReform) return trans.__('Household in %1 under current law', year)
  const title = choice.model?.title || trans.__('the reform')
  return trans.__('Household in %1: “%2” against current law', year, title)
}
