import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorTable } from './error-table.ts'
import { errorsPage } from './errors-page.ts'

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8')

test('docs/errors.md says what the error table says; npm run generate writes it', () => {
  expect(page).toBe(errorsPage())
})

test('the page and the table hold the same codes', () => {
  const codes = [...page.matchAll(/^### (E_\w+)$/gm)].map(([, code]) => code!)
  expect(codes.toSorted()).toEqual(Object.keys(errorTable).toSorted())
})

test('every error says what is wrong in a sentence, and what to do', () => {
  for (const { message, remedy } of Object.values(errorTable)) {
    expect(message).toMatch(/\.$/)
    expect(remedy).toMatch(/[.}]$/)
  }
})
