import { createHash } from 'node:crypto'

/** SHA-256 over named texts in their order, in hexadecimal. */
export function textHash(texts: readonly (readonly [name: string, text: string])[]): string {
  const hash = createHash('sha256')
  for (const [name, text] of texts) hash.update(`${name}\0${text.length}\0${text}\0`)
  return hash.digest('hex')
}
