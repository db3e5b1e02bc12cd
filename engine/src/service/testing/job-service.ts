/** A service with users that hand in jobs, on a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import type { Model } from '../../model/index.ts'
import type { Job } from '../jobs/job.ts'
import { type RunningService, serve } from '../serve.ts'
import { AUDIENCE, ISSUER, type Scope } from '../token.ts'
import { ServiceClient } from './service-client.ts'

const secret = 'a secret that is long enough to be one'

export class JobService {
  readonly data = mkdtempSync(join(tmpdir(), 'reformlab-jobs-test-'))
  readonly #model: Model
  #running!: RunningService

  constructor(model: Model) {
    this.#model = model
  }

  /** Again on the same folder after `stop`. */
  async start(): Promise<void> {
    const listening = { host: '127.0.0.1', port: 0, tokenSecret: secret, population: { workers: 2 } }
    this.#running = await serve({ ...listening, model: this.#model, data: this.data, jobsPerUser: 120 })
  }

  stop(): Promise<void> {
    return this.#running.close()
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.data, { recursive: true })
  }

  async client(user: string, scope: Scope): Promise<ServiceClient> {
    const token = await new SignJWT({ scp: [scope] })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(user)
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret))
    return new ServiceClient(this.#running.address, { authorization: `Bearer ${token}` })
  }
}

/** Throws where the job is refused. */
export async function submit(client: ServiceClient, body: object): Promise<Job> {
  const { status, body: job, headers } = await client.ask<Job>('POST', '/v1/jobs', { body })
  if (status !== 202 || headers.get('location') !== `/v1/jobs/${job.id}`)
    throw new Error(`a job was answered ${status} with ${JSON.stringify(job)}`)
  return job
}

/** The job when it has ended. */
export async function ended(client: ServiceClient, { id }: Pick<Job, 'id'>): Promise<Job> {
  for (;;) {
    const { body } = await client.ask<Job>('GET', '/v1/jobs/{id}', { params: { id }, query: { wait: '30' } })
    if (body.status !== 'queued' && body.status !== 'running') return body
  }
}

export const resultOf = (client: ServiceClient, { id }: Pick<Job, 'id'>, headers = {}) =>
  client.ask<object>('GET', '/v1/jobs/{id}/result', { params: { id }, headers })
