import { expect, test } from 'vitest'
import { datasetCards, openDataset } from './open-dataset.ts'

test('every dataset has a card that says what a user must know', () => {
  for (const card of datasetCards()) {
    expect(card.title).not.toBe('')
    expect(card.licence).not.toBe('')
    expect(['public', 'protected']).toContain(card.access)
    for (const list of [card.observed, card.rebuilt, card.imputed, card.ageing, card.weights, card.limits]) {
      expect(list.length).toBeGreaterThan(0)
      for (const line of list) expect(line).toMatch(/^\S.*\.$/)
    }
  }
  expect(datasetCards().map(({ name }) => name)).toEqual(['us-cps'])
})

test.each(['us_cps', '', 'toString'])('"%s" is no dataset, and the error names those there are', name => {
  expect(() => openDataset(name, 2026)).toThrow(
    expect.objectContaining({ code: 'E_DATASET_UNKNOWN', remedy: 'Datasets: us-cps.' }),
  )
})
