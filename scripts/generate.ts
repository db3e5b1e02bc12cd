/** Writes what is derived from the law's source: `law/us/generated/types.ts`. With `--check`, only says whether it is fresh. */
import { readFileSync, writeFileSync } from 'node:fs'
import { lawTypes } from '../engine/src/compiler/law-types.ts'

const root = new URL('..', import.meta.url).pathname
const path = `${root}law/us/generated/types.ts`
const fresh = lawTypes(root)

if (process.argv.includes('--check')) {
  if (readFileSync(path, 'utf8') !== fresh) {
    console.error('law/us/generated/types.ts is out of date. Run `npm run generate`.')
    process.exitCode = 1
  }
} else writeFileSync(path, fresh)
