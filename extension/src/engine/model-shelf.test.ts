import { expect, test } from 'vitest'
import type { EngineClient } from './engine-client.ts'
import { EngineError } from './engine-error.ts'
import { ModelShelf } from './model-shelf.ts'

const card = {
  country: 'atlantis',
  kind: 'package',
  defaults: { dataset: 'persons', year: 2024 },
  conventions: [{ name: 'persons-by-income', label: 'People by income' }],
}
const datasets = [{ name: 'persons', years: { first: 2024, last: 2024 } }]

function shelf(fails = 0) {
  const asked: string[] = []
  const client = {
    ask: async (path: string) => {
      asked.push(path)
      if (asked.length <= fails)
        throw new EngineError({ code: 'E_ENGINE_LOST', message: '', remedy: '', details: {} })
      return path === 'v1/models' ? [card] : datasets
    },
  } as unknown as EngineClient
  return { model: new ModelShelf(client), asked }
}

test('what the model has not is replaced by its own', async () => {
  const { model, asked } = shelf()
  const own = { dataset: 'persons', year: 2024, convention: 'persons-by-income' }
  expect(await model.fit({ dataset: 'us-cps', year: 2026, convention: 'default' })).toEqual(own)
  expect(await model.fit({ ...own, year: 2030 })).toEqual(own)
  expect(await model.fit(own)).toEqual(own)
  expect(asked.toSorted()).toEqual(['v1/datasets', 'v1/models'])
  expect(model.known?.country).toBe('atlantis')
})

test('what an engine did not answer is asked again', async () => {
  const { model } = shelf(1)
  expect(model.known).toBeUndefined()
  await expect(model.card()).rejects.toMatchObject({ code: 'E_ENGINE_LOST' })
  expect(await model.card()).toMatchObject({ country: 'atlantis' })
})
