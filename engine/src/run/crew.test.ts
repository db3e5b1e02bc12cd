import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Answers each request and then is busy for a while. */
const busyWorker = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ id }) => {
    parentPort.postMessage({ id })
    for (const until = Date.now() + 500; Date.now() < until; );
  })
  parentPort.postMessage({ id: 0 })`

test('closing keeps the process until threads have ended, also where one answers meanwhile', async () => {
  const module = fileURLToPath(new URL('crew.ts', import.meta.url))
  const script = `
    import { createCrew } from ${JSON.stringify(module)}
    const workerModule = new URL(${JSON.stringify(`data:text/javascript,${encodeURIComponent(busyWorker)}`)})
    const crew = await createCrew({ workers: 2, workerModule })
    crew.each(() => ({})).catch(() => {})
    for (const until = Date.now() + 200; Date.now() < until; );
    await crew.close()
    console.log('closed')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  let text = ''
  child.stdout.setEncoding('utf8').on('data', part => (text += part))
  const status = await new Promise(resolve => child.once('close', resolve))
  expect({ status, text }).toEqual({ status: 0, text: 'closed\n' })
})
