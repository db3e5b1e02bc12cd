/** Where a legal citation can be read. */

/** The United States Code at the House's own site; undefined for what has no section of it. */
export function citationUrl(reference: string): string | undefined {
  const match = /(\d+) USC §\s*([\w-]+)/.exec(reference)
  if (!match || reference.startsWith('none')) return undefined
  const [, title, section] = match
  const id = `USC-prelim-title${title}-section${section}`
  return `https://uscode.house.gov/view.xhtml?req=granuleid:${id}&num=0&edition=prelim`
}

/** `none: exists for reforms only` is `exists for reforms only`. */
export const citationText = (reference: string) => reference.replace(/^none: /, '')
