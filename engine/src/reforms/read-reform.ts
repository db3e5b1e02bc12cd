/**
 * Reads a reform file, recognised by its content: ours, PolicyEngine's or Tax-Calculator's. A file with a mistake is
 * refused whole.
 */
import { ReformlabError } from '../errors/index.ts'
import type { DocumentNode, DocumentSource, MapNode } from './document/document.ts'
import { entryOf } from './document/document.ts'
import { readDocument } from './document/read-document.ts'
import { envelopeOf } from './read-policyengine.ts'
import { readReformlab } from './read-reformlab.ts'
import { PARAMETER_PARTS, readTaxCalculator } from './read-tax-calculator.ts'
import type { Reform, ReformFormat } from './reform.ts'
import type { ReformContext } from './reform-context.ts'

/**
 * The reform in `text`; `file` is its name in messages.
 *
 * throws  E_REFORM_FILE (line, column), E_REFORM_FORMAT, E_REFORM_PATH, E_PARAMETER_UNKNOWN, E_PARAMETER_TYPE,
 *         E_DATE_RANGE; whether a value lies within its parameter's bounds is the parameter tree's to say
 */
export async function readReform(text: string, file: string, context: ReformContext): Promise<Reform> {
  const source: DocumentSource = { file, code: 'E_REFORM_FILE' }
  const document = await readDocument(text, source)
  const format = recogniseFormat(document)
  if (!format || document.kind !== 'map') throw new ReformlabError('E_REFORM_FORMAT', { file })
  if (format === 'reformlab') return readReformlab(document, source, context, text)
  if (format === 'policyengine') return context.policyEngine(document, source)
  return readTaxCalculator(document, source, context, await context.taxCalculatorNames())
}

/** Whose format a document is in, by its keys; undefined for nobody's. */
export function recogniseFormat(document: DocumentNode): ReformFormat | undefined {
  if (document.kind !== 'map' || document.entries.length === 0) return undefined
  if (['reform', 'changes', 'variables'].some(key => entryOf(document, key))) return 'reformlab'
  if (envelopeOf(document) || document.entries.some(({ key }) => key.includes('.'))) return 'policyengine'
  return isTaxCalculator(document) ? 'tax-calculator' : undefined
}

function isTaxCalculator(document: MapNode): boolean {
  if (PARAMETER_PARTS.some(part => entryOf(document, part))) return true
  return document.entries.every(
    ({ key, value }) =>
      /^\w+(-indexed)?$/.test(key) &&
      (value.kind !== 'map' || value.entries.some(entry => /^\d+$/.test(entry.key))) &&
      (value.kind !== 'scalar' || typeof value.value !== 'string'),
  )
}
