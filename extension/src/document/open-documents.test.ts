import type { IWidgetTracker } from '@jupyterlab/apputils'
import { Signal } from '@lumino/signaling'
import { expect, test } from 'vitest'
import type { WidgetOf } from './document-content.ts'
import type { DocumentModel } from './document-model.ts'
import { OpenDocuments } from './open-documents.ts'

type Widget = WidgetOf<DocumentModel>

class Tracked {
  readonly disposed = new Signal<this, void>(this)
}

/** As far as it is asked. */
class Tracker {
  readonly currentChanged = new Signal<this, void>(this)
  currentWidget: Tracked | null = null

  focus(widget: Tracked | null): void {
    this.currentWidget = widget
    this.currentChanged.emit()
  }
}

function opened() {
  const tracker = new Tracker()
  const documents = new OpenDocuments(tracker as unknown as IWidgetTracker<Widget>)
  const told: (unknown | null)[] = []
  documents.currentChanged.connect((_, widget) => void told.push(widget))
  const open = (widget: Tracked) => documents.add(widget as unknown as Widget)
  const close = (widget: Tracked, next: Tracked | null) => {
    tracker.currentWidget = next
    widget.disposed.emit()
  }
  return { tracker, documents, told, open, close }
}

test('a document is current from when it is open, and the one before it until then', () => {
  const { tracker, documents, told, open } = opened()
  const [first, second] = [new Tracked(), new Tracked()]
  tracker.focus(first)
  expect(documents.currentWidget).toBeNull()
  open(first)
  tracker.focus(second)
  expect(documents.currentWidget).toBe(first)
  open(second)
  expect(documents.currentWidget).toBe(second)
  expect(told).toEqual([first, second])
})

test('what is closed is no more among them', () => {
  const { tracker, documents, told, open, close } = opened()
  const [first, second] = [new Tracked(), new Tracked()]
  for (const widget of [first, second]) {
    tracker.focus(widget)
    open(widget)
  }
  close(second, first)
  expect(documents.currentWidget).toBe(first)
  close(first, null)
  expect([documents.currentWidget, documents.size]).toEqual([null, 0])
  expect(told).toEqual([first, second, first, null])
})

test('where one is closed while another opens, none is current', () => {
  const { tracker, documents, open, close } = opened()
  const [first, second] = [new Tracked(), new Tracked()]
  tracker.focus(first)
  open(first)
  tracker.focus(second)
  close(first, second)
  expect(documents.currentWidget).toBeNull()
})
