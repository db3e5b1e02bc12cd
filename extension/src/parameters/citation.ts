/** Where what a parameter cites can be read. */

export interface CitedText {
  readonly text: string
  readonly url?: string
}

/** Of our own law a section of the United States Code; of a country package a line each, `title: address`. */
export function citations(reference: string): CitedText[] {
  return reference
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [, title = '', address] = /^(.*?)(?::\s*)?(https?:\/\/\S+)$/.exec(line) ?? []
      if (address !== undefined) return { text: title || hostOf(address), url: address }
      const url = codeUrl(line)
      return url === undefined ? { text: line.replace(/^none: /, '') } : { text: line, url }
    })
}

/** The first, in words: `none: exists for reforms only` is `exists for reforms only`. */
export const citationText = (reference: string) => citations(reference)[0]?.text ?? ''

/** The section at the House's own site; undefined for what has none. */
function codeUrl(reference: string): string | undefined {
  const match = /(\d+) USC §\s*([\w-]+)/.exec(reference)
  if (!match || reference.startsWith('none')) return undefined
  const [, title, section] = match
  const id = `USC-prelim-title${title}-section${section}`
  return `https://uscode.house.gov/view.xhtml?req=granuleid:${id}&num=0&edition=prelim`
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address)
