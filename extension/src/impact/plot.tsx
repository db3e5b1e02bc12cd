/** The drawing of a figure; it is redrawn in its turn when the figure is another. */
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { type MutableRefObject, useLayoutEffect, useRef } from 'react'
import type { Figure } from './charts/figure.ts'
import { PlotlyChart } from './charts/plotly-chart.ts'

export interface PlotProps {
  readonly figure: Figure
  /** That of the frame the figure shows. */
  readonly sequence: number
  readonly rendermime: IRenderMimeRegistry
  /** Where the drawing is handed out, for a picture of it. */
  readonly chart: MutableRefObject<PlotlyChart | undefined>
}

export function Plot({ figure, sequence, rendermime, chart }: PlotProps) {
  const host = useRef<HTMLDivElement>(null)
  // A layout effect ends before the host leaves the page: Lumino lets go only of what is still in it.
  useLayoutEffect(() => {
    const drawn = new PlotlyChart(rendermime, host.current!)
    chart.current = drawn
    const resized = new ResizeObserver(entries => {
      drawn.width = entries.at(-1)!.contentRect.width
    })
    const seen = new IntersectionObserver(entries => {
      drawn.isInView = entries.at(-1)!.isIntersecting
    })
    for (const observer of [resized, seen]) observer.observe(host.current!)
    return () => {
      for (const observer of [resized, seen]) observer.disconnect()
      drawn.dispose()
      chart.current = undefined
    }
  }, [rendermime, chart])
  // In the frame of the screen that shows its numbers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing has to be drawn too.
  useLayoutEffect(() => {
    chart.current?.draw(figure, sequence)
  }, [figure, sequence, rendermime, chart])
  return <div ref={host} className="rl-Plot" style={{ height: figure.height }} aria-hidden="true" />
}
