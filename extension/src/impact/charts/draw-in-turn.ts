/** Charts are drawn in turn, in one frame of the screen as many as keep the hand waiting no longer than it notices. */

interface Drawable {
  /** Draws the newest of what it was given. */
  drawNow(): Promise<void>
}

/** Milliseconds of one frame of the screen after which no other chart is begun. */
const ENOUGH = 8

const waiting = new Set<Drawable>()
let isPumping = false

/** Draws `chart` when its turn has come; asked for again before that, it keeps its place. */
export function drawInTurn(chart: Drawable): void {
  waiting.add(chart)
  if (!isPumping) void pump()
}

export function leaveQueue(chart: Drawable): void {
  waiting.delete(chart)
}

async function pump(): Promise<void> {
  isPumping = true
  while (waiting.size > 0) {
    await nextFrame()
    const begun = performance.now()
    for (const next of waiting) {
      waiting.delete(next)
      await next.drawNow().catch(error => console.error(error))
      if (performance.now() - begun > ENOUGH) break
    }
  }
  isPumping = false
}

/** A page that is not seen has no frames. */
function nextFrame(): Promise<unknown> {
  return new Promise(resolve => {
    if (document.hidden) window.setTimeout(resolve)
    else requestAnimationFrame(resolve)
  })
}
