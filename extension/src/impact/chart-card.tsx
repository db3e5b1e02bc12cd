/** A chart with its title and unit, and the table behind it. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { useId, useRef, useState } from 'react'
import { useServices } from '../react/services.tsx'
import type { Figure, LegendEntry, Table } from './charts/figure.ts'
import { canDraw, type PlotlyChart } from './charts/plotly-chart.ts'
import { DataTable } from './data-table.tsx'
import { download } from './download.ts'
import { Plot } from './plot.tsx'

export interface ChartCardProps {
  readonly figure: Figure
  /** That of the frame the figure shows. */
  readonly sequence: number
  /** A hand moves: what is not seen is written when it rests. */
  readonly isMoving: boolean
  readonly rendermime: IRenderMimeRegistry | null
}

export function ChartCard({ figure, sequence, isMoving, rendermime }: ChartCardProps) {
  const { trans } = useServices()
  const heading = useId()
  const [isTable, setIsTable] = useState(!canDraw(rendermime))
  const chart = useRef<PlotlyChart>(undefined)
  const written = useRef<Table>(undefined)
  if (!isMoving || !written.current || isTable) written.current = figure.table()
  const table = <DataTable caption={figure.title} table={written.current} />
  const save = async () => {
    const url = await chart.current?.picture()
    if (url !== undefined) download(`${figure.name}.svg`, url)
  }
  return (
    <section className="rl-Chart" aria-labelledby={heading} data-chart={figure.name}>
      <div className="rl-Row">
        <h3 id={heading}>{figure.title}</h3>
        <span className="rl-Actions">
          {!isTable && (
            <button type="button" className="rl-Link" onClick={() => void save()}>
              {trans.__('picture')}
            </button>
          )}
          {canDraw(rendermime) && (
            <button
              type="button"
              className="rl-Link"
              aria-pressed={isTable}
              onClick={() => setIsTable(!isTable)}
            >
              {isTable ? trans.__('chart') : trans.__('table')}
            </button>
          )}
        </span>
      </div>
      <p className="rl-Sub">{figure.subtitle}</p>
      {isTable || !canDraw(rendermime) ? (
        table
      ) : (
        <Plot figure={figure} sequence={sequence} rendermime={rendermime} chart={chart} />
      )}
      {!isTable && figure.legend && <Legend entries={figure.legend} />}
      {!isTable && <div className="rl-VisuallyHidden">{table}</div>}
    </section>
  )
}

function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className="rl-Legend" aria-hidden="true">
      {entries.map(({ label, colour, isHatched }) => (
        <li key={label} data-hatched={isHatched} style={{ '--rl-swatch': colour } as React.CSSProperties}>
          {label}
        </li>
      ))}
    </ul>
  )
}
