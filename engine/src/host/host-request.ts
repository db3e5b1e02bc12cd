/** What the host is asked, read from a message. */
import requestSchema from '@reformlab/schema/host-request.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { ReformlabError } from '../errors/index.ts'
import type { Message } from '../run/message-stream.ts'
import type { Blob, SentProgram } from '../run/sent-program.ts'
import type { CountryRequest } from './country-host.ts'

export type RequestHead =
  | (SentProgram & { readonly kind: 'open'; readonly partition?: string; readonly threads?: number })
  | (SentProgram & { readonly kind: 'once'; readonly parameters: Blob; readonly outputs: readonly string[] })
  | {
      readonly kind: 'run'
      readonly session: number
      readonly parameters: Blob
      readonly outputs: readonly string[]
      readonly baseline?: boolean
    }
  | { readonly kind: 'close'; readonly session: number }
  | CountryRequest

const isRequest = new Ajv().compile<RequestHead>(requestSchema)

/** Throws `E_HOST_REQUEST` where it is not as `schema/host-request.schema.json` says. */
export function requestHead({ head }: Message): RequestHead {
  if (isRequest(head)) return head
  const { kind } = head as { kind?: unknown }
  const own = isRequest.errors!.filter(
    ({ schemaPath, keyword }) => schemaPath.includes(`/${kind}/`) && keyword !== 'const',
  )
  const { instancePath, message } = own[0] ?? isRequest.errors![0]!
  throw refused(`${instancePath.slice(1).replaceAll('/', '.') || 'it'} ${message}`)
}

export const refused = (problem: string) => new ReformlabError('E_HOST_REQUEST', { problem })
