/** Services on free ports of this machine, closed after the tests of a file. */
import { afterAll } from 'vitest'
import { type RunningService, type ServeOptions, serve } from '../serve.ts'
import { ServiceClient } from './service-client.ts'

const running: RunningService[] = []
afterAll(async () => {
  for (const service of running) await service.close()
})

export async function startService(options: Partial<ServeOptions> = {}): Promise<ServiceClient> {
  const service = await serve({ host: '127.0.0.1', port: 0, ...options })
  running.push(service)
  return new ServiceClient(service.address)
}
