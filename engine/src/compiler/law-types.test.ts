import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lawTypes } from './law-types.ts'

const root = new URL('../../..', import.meta.url).pathname

test('the committed types of the law are those its source and parameters give', () => {
  expect(readFileSync(`${root}law/us/generated/types.ts`, 'utf8')).toBe(lawTypes(root))
})
