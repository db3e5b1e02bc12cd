/** Finds parameters of a law by words, quickly in tens of thousands: what is searched is made once for each law. */
import type { ParameterFiles, ParameterTree } from '../../parameters/parameter-tree.ts'
import { type Findable, findByWords, type SearchText, searchText } from './find-by-words.ts'

interface Searched extends Findable {
  readonly text: SearchText
}

/** Reforms change values and leave what is searched as it is. */
const shelf = new WeakMap<ParameterFiles, readonly Searched[]>()

/** Paths of at most `most`, the likeliest first; without words in the law's order. */
export function findParameters({ files }: ParameterTree, words: string, most: number): readonly string[] {
  if (words.trim() === '') return [...files.keys()].slice(0, most)
  const searched = shelf.get(files) ?? searchedOf(files)
  shelf.set(files, searched)
  return findByWords(searched, words, most, ({ text }) => text).map(({ path }) => path)
}

function searchedOf(files: ParameterFiles): readonly Searched[] {
  return [...files].map(([path, { label, reference }]) => {
    const found = { path, label, reference }
    return { ...found, text: searchText(found) }
  })
}
