/** The known names closest to a misspelt one, best first: those within a third of its length of edits. */
export function nearestNames(name: string, known: Iterable<string>, most = 3): string[] {
  const limit = Math.max(2, Math.ceil(name.length / 3))
  return [...known]
    .filter(candidate => Math.abs(candidate.length - name.length) <= limit)
    .map(candidate => ({ candidate, edits: editDistance(name, candidate) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate))
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** Insertions, deletions and replacements that turn `a` into `b`. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}
