/**
 * Writes what is derived from other files: `law/us/generated/types.ts` from the law, `schema/generated` from the
 * schema, `docs/errors.md` from the error table. With `--check`, only says whether types are fresh; tests do so for
 * the others.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lawTypes } from '../engine/src/compiler/law-types.ts'
import { errorsPage } from '../engine/src/errors/errors-page.ts'
import { apiTypes } from './api-types.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const path = 'law/us/generated/types.ts'
const fresh = lawTypes(root)
const check = process.argv.includes('--check')

const stale = apiTypes(root, { check })
if (check) {
  if (readFileSync(`${root}${path}`, 'utf8') !== fresh) stale.push(path)
  for (const file of stale) console.error(`${file} is out of date. Run \`npm run generate\`.`)
  if (stale.length > 0) process.exitCode = 1
} else {
  writeFileSync(`${root}${path}`, fresh)
  writeFileSync(`${root}docs/errors.md`, errorsPage())
  const bin = `${root}node_modules/.bin`
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }
  execFileSync(`${bin}/buf`, ['generate'], { cwd: `${root}schema`, env, stdio: 'inherit' })
}
