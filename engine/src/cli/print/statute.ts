const REFERENCE_ROOM = 24

/** The first of several citations, as far as there is room; the others are in the JSON. */
export function statute(reference: string): string {
  const [first = ''] = reference.startsWith('none') ? [] : reference.split(';')
  const parts = first.split(', ')
  while (parts.length > 1 && parts.join(', ').length > REFERENCE_ROOM) parts.pop()
  return parts.join(', ')
}
