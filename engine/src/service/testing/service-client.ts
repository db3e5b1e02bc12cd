/** Asks a running service, and holds every answer to `schema/openapi.yaml`. */
import { Api, type Method } from '../api-document.ts'

export interface AskOptions {
  /** What stands for `{name}` in the path. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON, or as it is where it is text. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

export interface Answer<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

const api = new Api()

export class ServiceClient {
  readonly address: string
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>

  constructor(address: string, headers: Readonly<Record<string, string>> = {}) {
    this.address = address
    this.headers = headers
  }

  /** `path` as the document writes it. Throws when the answer is not as the document says. */
  async ask<T>(method: Method, path: string, options: AskOptions = {}): Promise<Answer<T>> {
    const { query, body, headers, signal } = options
    const url = new URL(this.url(path, options.params))
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
    const isText = typeof body === 'string'
    const response = await fetch(url, {
      method,
      headers: {
        ...this.headers,
        ...(body !== undefined && { 'content-type': isText ? 'text/plain' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    const text = await response.text()
    const answer = text === '' ? undefined : JSON.parse(text)
    this.#check(method, path, response, answer)
    return { status: response.status, headers: response.headers, body: answer as T }
  }

  url(path: string, params: Readonly<Record<string, string>> = {}): string {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!))
    return `${this.address}${filled}`
  }

  #check(method: Method, path: string, { status, headers }: Response, answer: unknown): void {
    const described = Object.hasOwn(api.operation(method, path).responses, status)
    if (described && answer === undefined) return
    const type = headers.get('content-type')?.split(';')[0] ?? ''
    const valid = api.validateResponse(method, path, described ? String(status) : 'default', type)
    if (!valid(answer))
      throw new Error(`${method} ${path} answered ${status} with ${JSON.stringify(valid.errors)}`)
    if (!described && status < 400) throw new Error(`${method} ${path} is not said to answer ${status}`)
  }
}
