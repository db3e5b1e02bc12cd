/** Reads `variables` of a reform file: the formulas it replaces, the variables it adds. The compiler reads their text. */
import type { VariableChange } from '../compiler/variable-change.ts'
import {
  allowOnly,
  type DocumentSource,
  entryOf,
  type MapEntry,
  malformed,
  type Position,
  shown,
} from './document/document.ts'
import { textPlaces } from './document/text-places.ts'

const KEYS = ['formula', 'entity', 'type', 'unit', 'label', 'reference']
const NAME = /^[a-z][a-z0-9_]{0,99}$/

/** The variables of `entry`, by name. `text` is that of the whole file. Throws E_REFORM_FILE. */
export function readVariables(entry: MapEntry, source: DocumentSource, text: string): VariableChange[] {
  const fail = (at: Position, problem: string) => malformed(source, at, problem)
  const body = text.replace(/^\uFEFF/, '')
  const { value: all } = entry
  if (all.kind !== 'map') throw fail(all, '"variables" takes the name of a variable on each line')
  return all.entries.map(readVariable).sort((a, b) => (a.name < b.name ? -1 : 1))

  function readVariable({ key: name, value: node, line, column }: MapEntry): VariableChange {
    if (!NAME.test(name))
      throw fail(
        { line, column },
        `${JSON.stringify(name.slice(0, 100))} is no name of a variable; use a-z, 0-9 and _`,
      )
    if (node.kind !== 'map') throw fail(node, `"${name}" takes a formula: ${name}: { formula: … }`)
    allowOnly(source, node, KEYS)
    const about = Object.fromEntries(
      KEYS.flatMap(key => {
        const given = entryOf(node, key)
        return given ? [[key, textOf(given)]] : []
      }),
    )
    const { formula, entity } = about
    const written = entryOf(node, 'formula')?.value
    if (!formula || !written) throw fail(node, `"${name}" has no formula`)
    const missing = ['label', 'reference'].find(key => !about[key])
    if (entity && missing) throw fail(node, `"${name}" is a new variable and has no ${missing}`)
    const extra = entity ? undefined : (entryOf(node, 'type') ?? entryOf(node, 'unit'))
    if (extra) throw fail(extra, `"${extra.key}" is said of a new variable, which also has an entity`)
    const places = textPlaces(body, written, formula)
    return { ...about, name, formula, file: source.file, line, column, places }
  }

  function textOf({ key, value }: MapEntry): string {
    const written = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : ''
    const content = written.replaceAll('\r\n', '\n').trim()
    if (content === '') throw fail(value, `"${key}" takes a text, not ${shown(value)}`)
    return content
  }
}
