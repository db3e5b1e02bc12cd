/** Frames of a session as server-sent events. A reader that is slower than the frames gets the newest, not all. */
import type { ServerResponse } from 'node:http'
import type { Frame, LiveSession } from './live-session.ts'

/** Keeps proxies from taking silence for an end. */
const KEEP_ALIVE = 15_000

/**
 * Writes to `response` what the session answers, until the session or the client ends it.
 *
 * after   the newest sequence the client has; the session's last frame comes first when it is newer
 */
export function streamFrames(live: LiveSession, response: ServerResponse, after = -1): Promise<void> {
  return new Promise(resolve => {
    let late: Frame | undefined
    let sent = after
    const write = (frame: Frame) => {
      if (frame.sequence <= sent) return
      if (response.writableNeedDrain) late = frame
      else {
        sent = frame.sequence
        response.write(eventOf(frame))
      }
    }
    const stopReading = live.read(write)
    const alive = setInterval(() => response.write(': alive\n\n'), KEEP_ALIVE)
    const end = () => response.end()
    response.on('drain', () => {
      const frame = late
      late = undefined
      if (frame) write(frame)
    })
    response.once('close', () => {
      clearInterval(alive)
      stopReading()
      live.ended.removeEventListener('abort', end)
      resolve()
    })
    response.write(': open\n\n')
    if (live.frame) write(live.frame)
    if (live.ended.aborted) end()
    else live.ended.addEventListener('abort', end, { once: true })
  })
}

function eventOf(frame: Frame): string {
  return `id: ${frame.sequence}\nevent: frame\ndata: ${JSON.stringify(frame)}\n\n`
}
