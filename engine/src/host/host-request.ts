/** What the host is asked, read from a message. */
import requestSchema from '@reformlab/schema/host-request.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import type { Population } from '../backends/backend.ts'
import { ReformlabError } from '../errors/index.ts'
import type { Program } from '../program/index.ts'
import { decodeProgram } from '../program/program-codec.ts'
import type { Message } from './message-stream.ts'

type Blob = number

interface ProgramHead {
  readonly program: Blob
  readonly entities: Readonly<
    Record<string, { readonly count: number; readonly columns?: Readonly<Record<string, Blob>> }>
  >
  readonly relations?: Readonly<Record<string, Blob>>
}

export type RequestHead =
  | (ProgramHead & { readonly kind: 'open'; readonly partition?: string; readonly threads?: number })
  | (ProgramHead & { readonly kind: 'once'; readonly parameters: Blob; readonly outputs: readonly string[] })
  | {
      readonly kind: 'run'
      readonly session: number
      readonly parameters: Blob
      readonly outputs: readonly string[]
      readonly baseline?: boolean
    }
  | { readonly kind: 'close'; readonly session: number }

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

/** Throws `E_PROGRAM_MALFORMED`, and `E_HOST_REQUEST` where the population is not one for the program. */
export function readProgram(
  { program: place, entities, relations = {} }: ProgramHead,
  message: Message,
): { readonly program: Program; readonly population: Population } {
  const program = decodeProgram(blobAt(message, place))
  for (const name of program.entities) if (!entities[name]) throw refused(`there are no records of ${name}`)
  for (const { name } of program.relations)
    if (relations[name] === undefined) throw refused(`there is no relation ${name}`)
  const population: Population = {
    entities: mapValues(entities, ({ count, columns = {} }, entity) => ({
      count,
      columns: new Map(
        Object.entries(columns).map(([name, column]) => {
          const values = numbersAt(message, column)
          if (values.length !== count)
            throw refused(`column ${name} of ${entity} has ${values.length} values, not ${count}`)
          return [name, values]
        }),
      ),
    })),
    relations: mapValues(relations, column => new Int32Array(wholeBlob(message, column, 4))),
  }
  return { program, population }
}

export function numbersAt(message: Message, place: Blob): Float64Array<ArrayBuffer> {
  return new Float64Array(wholeBlob(message, place, 8))
}

export const refused = (problem: string) => new ReformlabError('E_HOST_REQUEST', { problem })

function wholeBlob(message: Message, place: Blob, bytes: number): ArrayBuffer {
  const { buffer, byteLength } = blobAt(message, place)
  if (byteLength % bytes) throw refused(`blob ${place} is not a column of numbers of ${bytes} bytes`)
  return buffer
}

function blobAt({ blobs }: Message, place: Blob): Uint8Array<ArrayBuffer> {
  const blob = blobs[place]
  if (!blob) throw refused(`there is no blob ${place}`)
  return blob
}

function mapValues<A, B>(of: Readonly<Record<string, A>>, change: (value: A, key: string) => B) {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value, key)]))
}
