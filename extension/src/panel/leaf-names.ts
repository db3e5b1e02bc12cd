/** Names of a parameter's leaves: categories and brackets, one level or two. */
import type { TranslationBundle } from '@jupyterlab/translation'

/** `head_of_household` is "head of household"; `7` is "bracket 7". */
export function keyName(key: string, trans: TranslationBundle): string {
  return /^\d+$/.test(key) ? trans.__('bracket %1', key) : key.replaceAll('_', ' ')
}

/** `1.single` under a parameter with brackets and categories: the category is chosen, the brackets are rows. */
export function parted(key: string): { readonly row: string; readonly column: string } {
  const [row, ...rest] = key.split('.')
  return { row: row!, column: rest.join('.') }
}
