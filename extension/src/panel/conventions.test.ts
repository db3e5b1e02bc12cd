import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { plainWords } from '../impact/testing/sample-impact.ts'
import { conventions } from './conventions.ts'

test('conventions are those of the law', () => {
  const table = readFileSync(new URL('../../../law/us/outcomes.yaml', import.meta.url), 'utf8')
  const names = conventions(plainWords).map(({ name }) => name)
  expect(names).toEqual(Object.keys(parse(table).conventions))
})
