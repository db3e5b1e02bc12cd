/** Colours of charts, read from the theme's own and from style/: one meaning each in both themes. */

export interface Palette {
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly background: string
  readonly gain: string
  readonly gainLight: string
  readonly unchanged: string
  readonly lossLight: string
  readonly loss: string
  /** Of what a hand has set: the reform beside the law. */
  readonly accent: string
  /** Of things that are told apart and mean nothing else. */
  readonly series: readonly string[]
  readonly font: string
}

const SERIES = 8

/** Those in force at `node`. */
export function paletteAt(node: Element): Palette {
  const style = getComputedStyle(node)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: read('--jp-ui-font-color1'),
    muted: read('--rl-muted'),
    line: read('--jp-border-color2'),
    background: read('--jp-layout-color1'),
    gain: read('--rl-gain'),
    gainLight: read('--rl-gain-light'),
    unchanged: read('--rl-unchanged'),
    lossLight: read('--rl-loss-light'),
    loss: read('--rl-loss'),
    accent: read('--rl-accent'),
    series: Array.from({ length: SERIES }, (_, i) => read(`--rl-series-${i + 1}`)),
    font: read('--jp-ui-font-family'),
  }
}
