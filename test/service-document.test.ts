/** What docs/service.md says to type is typed here, against a service on a free port. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningService, serve } from '../engine/src/service/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const document = readFileSync(`${root}docs/service.md`, 'utf8')
const [, block] = document.match(/^```sh\n([\s\S]*?)^```$/m)!
let service: RunningService
beforeAll(async () => {
  service = await serve({ host: '127.0.0.1', port: 0 })
})
afterAll(() => service.close())

test.each(block!.trim().split('\n'))('%s', async line => {
  const command = line.replaceAll('http://127.0.0.1:8765', service.address)
  expect(command).not.toBe(line)
  const child = spawn('sh', ['-c', command], { cwd: root })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', part => (text += part))
  expect(await new Promise(resolve => child.on('close', resolve))).toBe(0)
  const answer = JSON.parse(text) as object
  expect(answer).not.toHaveProperty('error')
  expect(JSON.stringify(answer).length).toBeGreaterThan(50)
})
