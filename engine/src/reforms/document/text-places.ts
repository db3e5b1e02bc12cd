import type { TextPlace } from '../../compiler/variable-change.ts'
import type { Position } from './document.ts'

/**
 * Where the characters of `value` stand in `document`, in which they are written from `begin` on: as they are, in quotes
 * with escapes, or as a YAML block. Always answers; where the two do not match, a place nearby.
 */
export function textPlaces(document: string, begin: Position, value: string): TextPlace[] {
  let at = offsetOf(document, begin)
  let { line, column } = begin
  const step = () => {
    const isEnd = document[at++] === '\n'
    line += Number(isEnd)
    column = isEnd ? 1 : column + 1
  }
  const blockHeader = /^[|>][^\n]*\n/.exec(document.slice(at, at + 200))?.[0] ?? ''
  for (const _ of blockHeader) step()
  const isEscaped = !blockHeader && document[at] === '"'
  if (isEscaped || (!blockHeader && document[at] === "'")) step()

  const places: TextPlace[] = []
  let expected: Position | undefined
  for (let offset = 0; offset < value.length; offset++) {
    const wanted = value[offset]!
    const isEscape = () => isEscaped && document[at] === '\\'
    while (at < document.length && !isEscape() && !isWritten(wanted, document[at]!)) step()
    if (line !== expected?.line || column !== expected.column) places.push({ offset, line, column })
    expected = { line, column: column + 1 }
    for (let length = isEscape() ? escapeLength(document, at) : 1; length > 0; length--) step()
  }
  return places.length > 0 ? places : [{ offset: 0, line, column }]
}

/** A line break may stand for a blank, as in folded text. */
const isWritten = (wanted: string, written: string) =>
  written === wanted || (wanted === ' ' && written === '\n')

function escapeLength(document: string, at: number): number {
  return { u: 6, x: 4, U: 10 }[document[at + 1] ?? ''] ?? 2
}

function offsetOf(document: string, { line, column }: Position): number {
  let start = 0
  for (let i = 1; i < line; i++) start = document.indexOf('\n', start) + 1
  return start + column - 1
}
