import { createHash } from 'node:crypto'
import type { Json } from './lock.ts'

/** `value` in the one text that RFC 8785 (JSON Canonicalization Scheme) gives it: no blanks, names sorted by UTF-16 units. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is not in JSON`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const entries = Object.keys(value)
    .sort()
    .map(name => `${JSON.stringify(name)}:${canonicalJson(value[name]!)}`)
  return `{${entries.join(',')}}`
}

/** SHA-256 of the canonical text, in hexadecimal. */
export function canonicalHash(value: Json): string {
  return sha256(canonicalJson(value))
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** What `JSON.stringify` makes of `value`, read back: what is undefined is left out, what is not finite is null. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

export const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
