import { StateDB } from '@jupyterlab/statedb'
import { expect, test } from 'vitest'
import { ViewMemory } from './view-memory.ts'

test('what was kept is recalled under the path, where the file has gone, and not once it was closed', async () => {
  const state = new StateDB()
  const memory = new ViewMemory(state, 'a.reform.yaml')
  expect(await memory.recall()).toEqual({})
  memory.keep({ year: 2028 })
  expect(await new ViewMemory(state, 'a.reform.yaml').recall()).toEqual({ year: 2028 })
  expect(await new ViewMemory(state, 'b.reform.yaml').recall()).toEqual({})
  memory.move('b.reform.yaml')
  expect(await new ViewMemory(state, 'a.reform.yaml').recall()).toEqual({})
  expect(await new ViewMemory(state, 'b.reform.yaml').recall()).toEqual({ year: 2028 })
  memory.forget()
  expect(await state.toJSON()).toEqual({})
})

test('the same is kept once', async () => {
  const state = new StateDB()
  const changes: string[] = []
  state.changed.connect((_, { type }) => void changes.push(type))
  const memory = new ViewMemory(state, 'a.reform.yaml')
  for (const year of [2027, 2027, 2028]) memory.keep({ year })
  await state.toJSON()
  expect(changes).toEqual(['save', 'save'])
})

test('where nothing can be kept, nothing is recalled', async () => {
  const memory = new ViewMemory(null, 'a.reform.yaml')
  memory.keep({ year: 2028 })
  expect(await memory.recall()).toEqual({})
})
