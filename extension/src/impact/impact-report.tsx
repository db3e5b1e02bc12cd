/** An impact as headline numbers and charts, each view a tab. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { memo, useMemo, useRef } from 'react'
import type { Impact } from '../engine/api-types.ts'
import { useServices } from '../react/services.tsx'
import { ChartCard } from './chart-card.tsx'
import { budgetFigure } from './charts/budget-figure.ts'
import { averageChangeFigure, relativeChangeFigure } from './charts/decile-figures.ts'
import type { Figure } from './charts/figure.ts'
import type { Palette } from './charts/palette.ts'
import { canDraw } from './charts/plotly-chart.ts'
import { SteadyRanges } from './charts/steady-ranges.ts'
import { winnersFigure } from './charts/winners-figure.ts'
import { DataTable } from './data-table.tsx'
import { Definitions } from './definitions.tsx'
import { HeadlineRow } from './headline-row.tsx'
import { hasPoverty } from './headlines.ts'
import { inequalityTable } from './inequality-table.ts'
import { PovertyView } from './poverty-view.tsx'
import { type Tab, Tabs } from './tabs.tsx'

export interface ImpactReportProps {
  readonly impact: Impact
  readonly sequence: number
  /** While a hand moves, axes stay as they are. */
  readonly isDragging: boolean
  readonly palette: Palette
  readonly rendermime: IRenderMimeRegistry | null
  /** Views of what the impact does not hold. */
  readonly more?: readonly Tab[] | undefined
}

export const ImpactReport = memo(function ImpactReport({
  impact,
  sequence,
  isDragging,
  palette,
  rendermime,
  more = [],
}: ImpactReportProps) {
  const { trans } = useServices()
  const ranges = useRef(new SteadyRanges()).current
  const figures = useMemo(() => {
    const rangeOf = (name: string, extent: readonly [number, number], least: number) =>
      ranges.of(name, extent, least, isDragging)
    return {
      average: averageChangeFigure(impact, palette, rangeOf, trans),
      relative: relativeChangeFigure(impact, palette, rangeOf, trans),
      winners: winnersFigure(impact, palette, trans),
      budget: budgetFigure(impact, palette, rangeOf, trans),
    }
  }, [impact, isDragging, palette, ranges, trans])
  const card = (figure: Figure) => (
    <ChartCard
      key={figure.name}
      figure={figure}
      sequence={sequence}
      isMoving={isDragging}
      rendermime={rendermime}
    />
  )
  return (
    <>
      <HeadlineRow impact={impact} />
      {!canDraw(rendermime) && (
        <p className="rl-Sub">
          {trans.__(
            'Charts are shown as tables: the Python package plotly is missing where Jupyter runs (pip install plotly, then reload this page).',
          )}
        </p>
      )}
      <Tabs
        label={trans.__('Views of the impact')}
        tabs={[
          {
            name: 'overview',
            label: trans.__('Overview'),
            content: () => (
              <div className="rl-Charts">
                {[figures.average, figures.winners, figures.budget, figures.relative].map(card)}
              </div>
            ),
          },
          {
            name: 'budget',
            label: trans.__('Budget'),
            content: () => <DataTable caption={figures.budget.title} table={figures.budget.table()} />,
          },
          {
            name: 'incomes',
            label: trans.__('Incomes'),
            content: () =>
              [figures.average, figures.relative, figures.winners].map(({ name, title, table }) => (
                <section key={name}>
                  <h3>{title}</h3>
                  <DataTable caption={title} table={table()} />
                </section>
              )),
          },
          ...(hasPoverty(impact)
            ? [
                {
                  name: 'poverty',
                  label: trans.__('Poverty'),
                  content: () => <PovertyView poverty={impact.poverty} />,
                },
              ]
            : []),
          {
            name: 'inequality',
            label: trans.__('Inequality'),
            content: () => (
              <DataTable caption={trans.__('Inequality')} table={inequalityTable(impact, trans)} />
            ),
          },
          ...more,
          {
            name: 'definitions',
            label: trans.__('Definitions'),
            content: () => <Definitions impact={impact} />,
          },
        ]}
      />
    </>
  )
})
