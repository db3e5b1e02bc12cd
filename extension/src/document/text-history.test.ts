import { expect, test } from 'vitest'
import { TextHistory } from './text-history.ts'

test('goes back and forth, quick changes of one thing at once', () => {
  const history = new TextHistory('a')
  expect(history.canUndo).toBe(false)
  history.set('b', 'rate', 0)
  history.set('c', 'rate', 500)
  history.set('d', 'amount', 600)
  history.set('e', 'amount', 5000)
  history.undo()
  expect(history.text).toBe('d')
  history.undo()
  expect(history.text).toBe('c')
  history.undo()
  expect([history.text, history.canUndo, history.canRedo]).toEqual(['a', false, true])
  history.redo()
  expect(history.text).toBe('c')
  history.set('f', '', 9000)
  expect(history.canRedo).toBe(false)
  history.undo()
  expect(history.text).toBe('c')
})
