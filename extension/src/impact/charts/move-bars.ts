/**
 * Bars that get other lengths and nothing else: Plotly moves them and leaves axes, names and margins alone, which takes a
 * fraction of the time of drawing all of it.
 */
import type { Figure } from './figure.ts'

export interface BarMover {
  animate(node: HTMLElement, frame: unknown, options: unknown): Promise<unknown>
}

/** What Plotly makes of a node it draws in. */
interface Drawing extends HTMLElement {
  once(event: 'plotly_transitioning', listener: () => void): unknown
}

type Part = Readonly<Record<string, unknown>>

const AT_ONCE = {
  mode: 'immediate',
  frame: { duration: 0, redraw: false },
  transition: { duration: 0 },
}

/** Attributes of traces that may be others after a move. */
const MOVING: ReadonlySet<string> = new Set(['x', 'y', 'array', 'customdata'])

/** Equal for two figures of bars where only lengths differ; undefined where lengths move more than bars. */
export function shapeOf({ data, layout }: Pick<Figure, 'data' | 'layout'>): string | undefined {
  const isBars = data.every(trace => (trace as Part).type === 'bar')
  const axes = Object.entries(layout).filter(([name]) => /^[xy]axis/.test(name))
  const isFixed = axes.every(([, axis]) => (axis as Part).type === 'category' || (axis as Part).range)
  if (!isBars || !isFixed) return undefined
  return JSON.stringify([data, layout], (name, value) =>
    MOVING.has(name) && Array.isArray(value) && typeof value[0] !== 'string' ? value.length : value,
  )
}

/** Answers when the bars have moved, which is before Plotly says that it is done. */
export async function moveBars(library: BarMover, node: HTMLElement, data: Figure['data']): Promise<void> {
  const isMoving = new Promise<void>(resolve => (node as Drawing).once('plotly_transitioning', resolve))
  const traces = data.map((_, index) => index)
  await Promise.race([isMoving, library.animate(node, { data, traces }, AT_ONCE)])
}
