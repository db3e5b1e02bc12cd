/** Finds things of the law by words of their label, parts of their path, or what they cite. The panels find alike. */

export interface Findable {
  readonly path: string
  readonly label: string
  readonly reference: string
}

/** What is searched of one thing, in plain words, each after a blank. */
export interface SearchText {
  readonly label: string
  readonly elsewhere: string
}

/** Made once where much is searched often. */
export function searchText({ label, path, reference }: Findable): SearchText {
  return { label: plain(label), elsewhere: plain(`${path} ${reference}`) }
}

/** Those in which every word stands, the likeliest first; none where nothing is typed. */
export function findByWords<Item extends Findable>(
  items: readonly Item[],
  typed: string,
  most: number,
  textOf: (item: Item) => SearchText = searchText,
): Item[] {
  const words = plain(typed)
    .split(' ')
    .filter(word => word !== '')
  if (words.length === 0) return []
  return items
    .map(item => ({ item, rank: rankOf(textOf(item), words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.item.label.length - b.item.label.length)
    .slice(0, most)
    .map(({ item }) => item)
}

/** 0 where a word is nowhere; words at the beginning of a label's word count most. */
function rankOf({ label, elsewhere }: SearchText, words: readonly string[]): number {
  let sum = 0
  for (const word of words) {
    const rank = rankOfWord(label, elsewhere, word)
    if (rank === 0) return 0
    sum += rank
  }
  return sum
}

function rankOfWord(label: string, elsewhere: string, word: string): number {
  if (label.startsWith(` ${word}`)) return 4
  if (label.includes(` ${word}`)) return 3
  if (elsewhere.includes(` ${word}`)) return 2
  return word.length > 2 && (label.includes(word) || elsewhere.includes(word)) ? 1 : 0
}

/** In small letters, without §, dots and brackets: `26 USC §24(h)(2)` is ` 26 usc 24 h 2`. */
const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`
