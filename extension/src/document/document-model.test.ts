import { expect, test } from 'vitest'
import { DocumentModel } from './document-model.ts'

class Letters extends DocumentModel {
  readonly taken: string[] = []

  get view() {
    return {}
  }

  protected begin(): void {
    this.taken.push(`begin ${this.text}`)
  }

  protected take(by: string): void {
    this.taken.push(`${by} ${this.text}`)
    this.tell()
  }
}

test('edits go to the file, what the file says comes from it, and both can be taken back', () => {
  const model = new Letters()
  const written: string[] = []
  model.edited.connect((_, text) => void written.push(text))
  model.start('a', {})
  expect(model.canUndo).toBe(false)
  model.edit('ab')
  model.setText('abc')
  model.setText('abc')
  model.undo()
  model.undo()
  model.redo()
  expect(model.taken).toEqual(['begin a', 'edit ab', 'file abc', 'history ab', 'history a', 'history ab'])
  expect(written).toEqual(['ab', 'ab', 'a', 'ab'])
  expect([model.version, model.canUndo, model.canRedo]).toEqual([5, true, true])
})
