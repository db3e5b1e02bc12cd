/**
 * One chart drawn by the Plotly that JupyterLab has from the Python package `plotly`.
 *
 * Its renderer draws a model once and never again. What follows is drawn by the library that it loaded, or by another renderer
 * where that does not say which library it uses.
 */
import type { IRenderMime, IRenderMimeRegistry } from '@jupyterlab/rendermime'
import { Widget } from '@lumino/widgets'
import { drawInTurn, leaveQueue } from './draw-in-turn.ts'
import type { Figure } from './figure.ts'
import { type BarMover, moveBars, shapeOf } from './move-bars.ts'

export const PLOTLY = 'application/vnd.plotly.v1+json'

interface PlotlyLibrary extends BarMover {
  react(node: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>
  toImage(node: HTMLElement, options: { readonly format: string }): Promise<string>
}

/** A figure and the frame that it shows. */
interface Drawing {
  readonly figure: Figure
  readonly sequence: number
}

const CONFIG = { displayModeBar: false, responsive: false, showTips: false }

export const canDraw = (rendermime: IRenderMimeRegistry | null): rendermime is IRenderMimeRegistry =>
  rendermime?.mimeTypes.includes(PLOTLY) ?? false

export class PlotlyChart {
  readonly #rendermime: IRenderMimeRegistry
  readonly #host: HTMLElement
  #renderer: IRenderMime.IRenderer | undefined
  #library: PlotlyLibrary | undefined
  #wanted: Drawing | undefined
  #drawn: Drawing | undefined
  #shape: string | undefined
  #width: number
  #isInView = true

  constructor(rendermime: IRenderMimeRegistry, host: HTMLElement) {
    this.#rendermime = rendermime
    this.#host = host
    this.#width = Math.floor(host.getBoundingClientRect().width)
  }

  /** Draws `figure` in its turn, or when it comes into view; one that comes before that takes its place. */
  draw(figure: Figure, sequence: number): void {
    this.#want({ figure, sequence })
  }

  set isInView(isInView: boolean) {
    this.#isInView = isInView
    this.#want(this.#wanted)
  }

  /** Pixels of its host: Plotly that has to measure it makes the page lay itself out for each drawing. */
  set width(width: number) {
    const whole = Math.floor(width)
    if (whole === 0 || whole === this.#width) return
    this.#width = whole
    this.#want(this.#wanted ?? this.#drawn)
  }

  /** The chart as an SVG picture in a data URL; undefined before it has been drawn. */
  async picture(): Promise<string | undefined> {
    return this.#renderer && this.#library?.toImage(this.#renderer.node, { format: 'svg' })
  }

  dispose(): void {
    leaveQueue(this)
    this.#wanted = undefined
    this.#renderer?.dispose()
    this.#renderer = undefined
  }

  async drawNow(): Promise<void> {
    if (!this.#wanted) return
    const { figure, sequence } = this.#wanted
    this.#drawn = this.#wanted
    this.#wanted = undefined
    const { data, height } = figure
    const layout = { ...figure.layout, height, ...(this.#width > 0 && { width: this.#width }) }
    const before = this.#shape
    this.#shape = shapeOf({ data, layout })
    if (!this.#library || !this.#renderer) await this.#render({ data, layout, config: CONFIG })
    else if (before && before === this.#shape) await moveBars(this.#library, this.#renderer.node, data)
    else await this.#library.react(this.#renderer.node, data, layout, CONFIG)
    this.#host.dataset.sequence = String(sequence)
  }

  #want(drawing: Drawing | undefined): void {
    this.#wanted = drawing
    if (drawing && this.#isInView) drawInTurn(this)
  }

  async #render(content: { readonly data: unknown; readonly layout: unknown; readonly config: unknown }) {
    const old = this.#renderer
    const renderer = this.#rendermime.createRenderer(PLOTLY)
    const model = this.#rendermime.createModel({ trusted: true, data: { [PLOTLY]: content as never } })
    Widget.attach(renderer, this.#host)
    this.#renderer = renderer
    await renderer.renderModel(model)
    old?.dispose()
    const { Plotly } = renderer.constructor as { Plotly?: PlotlyLibrary }
    if (typeof Plotly?.react === 'function') this.#library = Plotly
  }
}
