/** Finds parameters, and inputs, by words of their label, parts of their path, or what they cite. */

export interface Findable {
  readonly path: string
  readonly label: string
  readonly reference: string
}

/** Those in which every word stands, the likeliest first. */
export function findParameters<Item extends Findable>(
  parameters: readonly Item[],
  typed: string,
  most = 12,
): Item[] {
  const words = wordsOf(typed)
  if (words.length === 0) return []
  return parameters
    .map(parameter => ({ parameter, rank: rankOf(parameter, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.parameter.label.length - b.parameter.label.length)
    .slice(0, most)
    .map(({ parameter }) => parameter)
}

/** 0 where a word is nowhere; words at the beginning of a label's word count most. */
function rankOf({ label, path, reference }: Findable, words: readonly string[]): number {
  const label_ = ` ${wordsOf(label).join(' ')}`
  const elsewhere = ` ${wordsOf(path).join(' ')} ${wordsOf(reference).join(' ')}`
  const ranks = words.map(word => {
    if (label_.startsWith(` ${word}`)) return 4
    if (label_.includes(` ${word}`)) return 3
    if (elsewhere.includes(` ${word}`)) return 2
    const isWithin = word.length > 2 && (label_.includes(word) || elsewhere.includes(word))
    return isWithin ? 1 : 0
  })
  return ranks.some(rank => rank === 0) ? 0 : ranks.reduce((sum: number, rank) => sum + rank, 0)
}

/** In small letters, without §, dots and brackets: `26 USC §24(h)(2)` is `26 usc 24 h 2`. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(word => word !== '')
}
