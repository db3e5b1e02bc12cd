/** A program and the population that it runs over, as another process has written them: a head, and blobs by their place. */
import type { Population } from '../backends/backend.ts'
import type { Program } from '../program/index.ts'
import { decodeProgram } from '../program/program-codec.ts'

export type Blob = number
export type Blobs = readonly Uint8Array<ArrayBuffer>[]

export interface SentProgram {
  readonly program: Blob
  readonly entities: Readonly<
    Record<string, { readonly count: number; readonly columns?: Readonly<Record<string, Blob>> }>
  >
  readonly relations?: Readonly<Record<string, Blob>>
}

/** Throws `E_PROGRAM_MALFORMED`, and a `RangeError` where the population is not one for the program. */
export function readSentProgram(
  { program: place, entities, relations = {} }: SentProgram,
  blobs: Blobs,
): { readonly program: Program; readonly population: Population } {
  const program = decodeProgram(blobAt(blobs, place))
  for (const name of program.entities)
    if (!entities[name]) throw new RangeError(`there are no records of ${name}`)
  for (const { name } of program.relations)
    if (relations[name] === undefined) throw new RangeError(`there is no relation ${name}`)
  const population: Population = {
    entities: mapValues(entities, ({ count, columns = {} }, entity) => ({
      count,
      columns: new Map(
        Object.entries(columns).map(([name, column]) => {
          const values = numbersAt(blobs, column)
          if (values.length !== count)
            throw new RangeError(`column ${name} of ${entity} has ${values.length} values, not ${count}`)
          return [name, values]
        }),
      ),
    })),
    relations: mapValues(relations, column => new Int32Array(wholeBlob(blobs, column, 4))),
  }
  return { program, population }
}

/** Throws a `RangeError` where the blob is no column. */
export function numbersAt(blobs: Blobs, place: Blob): Float64Array<ArrayBuffer> {
  return new Float64Array(wholeBlob(blobs, place, 8))
}

/** Throws a `RangeError` where there is none. */
export function blobAt(blobs: Blobs, place: Blob): Uint8Array<ArrayBuffer> {
  const blob = blobs[place]
  if (!blob) throw new RangeError(`there is no blob ${place}`)
  return blob
}

function wholeBlob(blobs: Blobs, place: Blob, bytes: number): ArrayBuffer {
  const { buffer, byteLength } = blobAt(blobs, place)
  if (byteLength % bytes) throw new RangeError(`blob ${place} is not a column of numbers of ${bytes} bytes`)
  return buffer
}

function mapValues<A, B>(of: Readonly<Record<string, A>>, change: (value: A, key: string) => B) {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value, key)]))
}
