/** Whether every word of `search` stands in one of `texts`, in capitals or not. */
export function matchesWords(search: string, texts: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word))
}
