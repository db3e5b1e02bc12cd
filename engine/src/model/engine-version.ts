import { readFileSync } from 'node:fs'

/** Version of the engine, as its package states it. */
export function engineVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
