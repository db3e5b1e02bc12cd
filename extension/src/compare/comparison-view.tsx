/** "Compare reforms": a column for each, charts over all of them, and everything as CSV. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import type { TranslationBundle } from '@jupyterlab/translation'
import { useRef } from 'react'
import type { IEngine } from '../engine/engine-plugin.ts'
import { ChartCard } from '../impact/chart-card.tsx'
import { SteadyRanges } from '../impact/charts/steady-ranges.ts'
import { downloadText } from '../impact/download.ts'
import { usePalette } from '../impact/use-palette.ts'
import { EngineNotice } from '../panel/engine-notice.tsx'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { SubjectChoosers } from '../panel/subject-choosers.tsx'
import { ErrorBoundary } from '../react/error-boundary.tsx'
import { ServicesProvider, useServices } from '../react/services.tsx'
import { useVersion } from '../react/use-version.ts'
import { compareCsv } from './compare-csv.ts'
import {
  type ComparedImpact,
  groupLinesFigure,
  markOf,
  netBudgetFigure,
  sidesFigure,
} from './compare-figures.ts'
import { compareSections } from './compare-rows.ts'
import { CompareTable } from './compare-table.tsx'
import type { ComparedReform } from './compared-reform.ts'
import type { Comparison } from './comparison.ts'
import { ReformChooser, type ReformFiles } from './reform-chooser.tsx'

export interface ComparisonOptions {
  readonly comparison: Comparison
  readonly files: ReformFiles
  readonly engine: IEngine
  readonly rendermime: IRenderMimeRegistry | null
  readonly trans: TranslationBundle
}

export function comparisonView({ engine, trans, ...props }: ComparisonOptions) {
  return (
    <ServicesProvider value={{ engine, trans }}>
      <EngineNotice />
      <ErrorBoundary>
        <ComparisonReport {...props} />
      </ErrorBoundary>
    </ServicesProvider>
  )
}

type ComparisonReportProps = Pick<ComparisonOptions, 'comparison' | 'files' | 'rendermime'>

function ComparisonReport({ comparison, files, rendermime }: ComparisonReportProps) {
  useVersion(comparison)
  const { trans } = useServices()
  const [palette, measure] = usePalette()
  const { reforms, subject } = comparison
  const impacts = reforms.map(({ impact }) => impact)
  const computed = reforms.flatMap(({ title, impact }, place): ComparedImpact[] =>
    impact ? [{ title, impact, place }] : [],
  )
  const download = () => downloadText(`reforms.${subject.year}.csv`, 'text/csv', compareCsv(computed))
  return (
    <div className="rl-Impact rl-Compare" ref={measure}>
      <header className="rl-Row">
        <h2>{trans.__('Reforms compared in %1, each against current law', subject.year)}</h2>
        <button type="button" className="rl-Button" disabled={computed.length === 0} onClick={download}>
          {trans.__('Download as CSV')}
        </button>
      </header>
      <div className="rl-Panel rl-CompareTools">
        <ReformChooser comparison={comparison} files={files} />
        <SubjectChoosers model={comparison} subject={subject} />
      </div>
      {reforms.length === 0 && (
        <p>
          {trans.__(
            'Choose reforms above: those that are open follow while you drag them, others are read from their files.',
          )}
        </p>
      )}
      {reforms.map(reform => (
        <Standing key={reform.path} reform={reform} />
      ))}
      {reforms.length > 0 && (
        <CompareTable
          columns={reforms.map((reform, place) => ({
            key: reform.path,
            head: <Head reform={reform} place={place} onRemove={() => comparison.remove(reform.path)} />,
          }))}
          sections={compareSections(impacts, trans)}
        />
      )}
      {computed.length > 0 && palette && (
        <CompareCharts
          computed={computed}
          palette={palette}
          rendermime={rendermime}
          version={comparison.version}
        />
      )}
    </div>
  )
}

interface CompareChartsProps extends Pick<ComparisonOptions, 'rendermime'> {
  readonly computed: readonly ComparedImpact[]
  readonly palette: NonNullable<ReturnType<typeof usePalette>[0]>
  readonly version: number
}

function CompareCharts({ computed, palette, rendermime, version }: CompareChartsProps) {
  const { trans } = useServices()
  const ranges = useRef(new SteadyRanges()).current
  const rangeOf = (name: string, extent: readonly [number, number], least: number) =>
    ranges.of(name, extent, least, false)
  const figures = [
    netBudgetFigure(computed, palette, rangeOf, trans),
    sidesFigure(computed, palette, trans),
    groupLinesFigure('averageChange', computed, palette, rangeOf, trans),
    groupLinesFigure('relativeChange', computed, palette, rangeOf, trans),
  ]
  return (
    <div className="rl-Charts">
      {figures.map(figure => (
        <ChartCard
          key={figure.name}
          figure={figure}
          sequence={version}
          isMoving={false}
          rendermime={rendermime}
        />
      ))}
    </div>
  )
}

interface HeadProps {
  readonly reform: ComparedReform
  readonly place: number
  onRemove(): void
}

function Head({ reform, place, onRemove }: HeadProps) {
  const { trans } = useServices()
  const { title, path, isOpen, isBehind } = reform
  return (
    <span className="rl-CompareHead" title={path}>
      <span>
        <span aria-hidden="true" style={{ color: `var(--rl-series-${place + 1})` }}>
          {markOf(place)}{' '}
        </span>
        {title}
      </span>
      <span className="rl-Actions">
        <span className="rl-Sub" role="status">
          {isBehind ? trans.__('computing …') : isOpen ? trans.__('open') : trans.__('file')}
        </span>
        <button
          type="button"
          className="rl-Link"
          aria-label={trans.__('Take %1 out', title)}
          title={trans.__('Take it out of the comparison')}
          onClick={onRemove}
        >
          {trans.__('remove')}
        </button>
      </span>
    </span>
  )
}

function Standing({ reform: { title, problem } }: { readonly reform: ComparedReform }) {
  const { trans } = useServices()
  if (!problem) return null
  return <ProblemNotice problem={{ ...problem, message: trans.__('%1: %2', title, problem.message) }} />
}
