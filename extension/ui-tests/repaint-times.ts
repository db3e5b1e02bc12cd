/** How long it takes from a hand's movement to the chart that shows it, measured in the page. */
import type { Page } from 'playwright-core'

interface Recording {
  readonly inputs: { readonly at: number; readonly value: number }[]
  readonly patches: { readonly at: number; readonly sequence: number }[]
  readonly paints: { readonly at: number; readonly sequence: number; readonly bar: string }[]
}

declare global {
  interface Window {
    recording: Recording
  }
}

/** Runs in the page before anything else: notes movements of sliders, patches sent and charts repainted. */
export function recordTimes(): void {
  const recording: Recording = { inputs: [], patches: [], paints: [] }
  window.recording = recording
  document.addEventListener(
    'input',
    event => {
      const { target } = event
      if (target instanceof HTMLInputElement && target.type === 'range')
        recording.inputs.push({ at: performance.now(), value: target.valueAsNumber })
    },
    true,
  )
  const { fetch } = window
  window.fetch = (input, init) => {
    const request = input instanceof Request && !init ? input : new Request(input, init)
    if (request.method === 'POST' && request.url.includes('/patches')) {
      const at = performance.now()
      void request
        .clone()
        .json()
        .then(({ sequence }) => recording.patches.push({ at, sequence }))
    }
    return fetch(request)
  }
  // A chart that has changed is on the screen when the next frame begins.
  const painted = (host: HTMLElement) => {
    const sequence = Number(host.dataset.sequence)
    const bar = host.querySelectorAll('.bars .point path')[4]?.getAttribute('d') ?? ''
    requestAnimationFrame(() => recording.paints.push({ at: performance.now(), sequence, bar }))
  }
  new MutationObserver(changes => {
    for (const { target } of changes)
      if (target instanceof HTMLElement && target.closest('[data-chart="averageChange"]')) painted(target)
  }).observe(document, { subtree: true, attributeFilter: ['data-sequence'] })
}

export interface RepaintTimes {
  /** Milliseconds of each movement, ascending. */
  readonly times: readonly number[]
  readonly inputs: number
  readonly patches: number
  readonly paints: number
  /** Outlines of one bar, one for each repaint. */
  readonly bars: readonly string[]
  /** In the order they were painted. */
  readonly sequences: readonly number[]
}

/** What was recorded since `from` (of `performance.now()`): each movement is answered by the first repaint that knows it. */
export async function repaintTimes(page: Page, from: number): Promise<RepaintTimes> {
  const recording = await page.evaluate(() => window.recording)
  const inputs = recording.inputs.filter(({ at }) => at >= from)
  const patches = recording.patches.filter(({ at }) => at >= from)
  const paints = recording.paints.filter(({ at }) => at >= from)
  const times = inputs.flatMap(({ at }) => {
    const patch = patches.find(sent => sent.at >= at)
    const paint = patch && paints.find(({ sequence }) => sequence >= patch.sequence)
    return paint ? [paint.at - at] : []
  })
  return {
    times: times.sort((a, b) => a - b),
    inputs: inputs.length,
    patches: patches.length,
    paints: paints.length,
    bars: paints.map(({ bar }) => bar),
    sequences: paints.map(({ sequence }) => sequence),
  }
}

export const quantile = (ascending: readonly number[], share: number) =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN
