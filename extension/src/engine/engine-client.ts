/** Requests to the engine through the Jupyter server, with its cookies and its protection against forged requests. */
import { URLExt } from '@jupyterlab/coreutils'
import { ServerConnection } from '@jupyterlab/services'
import type { Handshake } from './api-types.ts'
import { EngineError, isAbort, unreachable } from './engine-error.ts'

/** What the Jupyter server says after a while, so that nothing on the way gives the request up. */
const STARTING = 'E_ENGINE_STARTING'

export interface EngineRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  /** Sent as JSON, or as it is where it is a text. */
  readonly body?: unknown
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
  /** Goes out even while the page is being left. */
  readonly keepalive?: boolean
}

export class EngineClient {
  readonly #settings: ServerConnection.ISettings

  constructor(settings: ServerConnection.ISettings) {
    this.#settings = settings
  }

  /**
   * What is answered as JSON; undefined where nothing is. An engine that is starting is waited for. Throws `EngineError`, or
   * what an abort throws.
   */
  async ask<Answer>(path: string, request: EngineRequest = {}): Promise<Answer> {
    const response = await this.#send(path, request)
    const text = await response.text()
    return (text === '' ? undefined : JSON.parse(text)) as Answer
  }

  /** The body of an answer while it comes. */
  async stream(path: string, request: EngineRequest): Promise<ReadableStream<Uint8Array>> {
    const response = await this.#send(path, request)
    return response.body!
  }

  /** Starts nothing. */
  handshake(): Promise<Handshake> {
    return this.ask<Handshake>('handshake')
  }

  async #send(path: string, { method = 'GET', body, ...rest }: EngineRequest): Promise<Response> {
    const url = URLExt.join(this.#settings.baseUrl, 'reformlab', 'api', path)
    const isText = typeof body === 'string'
    const init: RequestInit = {
      ...rest,
      method,
      // With `no-store`, which is JupyterLab's own, it would add a time to the query, and the engine refuses what it does not know.
      cache: 'no-cache',
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': isText ? 'text/plain' : 'application/json' }),
        ...rest.headers,
      },
    }
    for (;;) {
      const response = await this.#fetch(url, init)
      if (response.ok) return response
      const error = EngineError.ofAnswer(response.status, await response.text())
      if (error.code !== STARTING) throw error
    }
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    try {
      return await ServerConnection.makeRequest(url, init, this.#settings)
    } catch (error) {
      if (init.signal?.aborted || isAbort(error)) throw new DOMException('given up', 'AbortError')
      throw unreachable()
    }
  }
}
