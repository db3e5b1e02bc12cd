/** Charts are drawn one for each frame of the screen, so that the hand is never kept waiting for all of them. */

interface Drawable {
  /** Draws the newest of what it was given. */
  drawNow(): Promise<void>
}

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
  for (let next = first(); next; next = first()) {
    await nextFrame()
    if (waiting.delete(next)) await next.drawNow().catch(error => console.error(error))
  }
  isPumping = false
}

const first = () => waiting.values().next().value

/** A page that is not seen has no frames. */
function nextFrame(): Promise<unknown> {
  return new Promise(resolve => {
    if (document.hidden) window.setTimeout(resolve)
    else requestAnimationFrame(resolve)
  })
}
