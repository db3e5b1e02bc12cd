/** Assumptions on behaviour, kept in a file of their own beside the reform: docs/behaviour.md. */
import {
  allowOnly,
  type DocumentNode,
  type DocumentSource,
  entryOf,
  type MapEntry,
  malformed,
  shown,
} from '../../reforms/document/document.ts'
import { readDocument, readTextFile } from '../../reforms/document/read-document.ts'

/** As Tax-Calculator's family defines them. */
export interface Elasticities {
  /** Relative change of taxable income by relative change of what is left of a dollar earned; 0 or more. */
  readonly substitution: number
  /** Dollars of taxable income by dollars of income after tax; 0 or less. */
  readonly income: number
  /** Change of the logarithm of long-term gains by change of the rate on them; 0 or less. */
  readonly capitalGains: number
}

export interface Assumptions {
  readonly title: string
  readonly elasticities: Elasticities
}

/** In the file: which sign an elasticity has. */
const signs = { substitution: 1, income: -1, capital_gains: -1 } as const

/** The assumptions in the file at `path`. Throws `E_FILE_READ` and `E_ASSUMPTION_FILE`. */
export function readAssumptionFile(path: string): Promise<Assumptions> {
  return readAssumptions(readTextFile(path), path)
}

/** The assumptions in `text`; `file` is its name in messages. Throws `E_ASSUMPTION_FILE` with line and column. */
export async function readAssumptions(text: string, file: string): Promise<Assumptions> {
  const source: DocumentSource = { file, code: 'E_ASSUMPTION_FILE' }
  const fail = (at: DocumentNode | MapEntry, problem: string) => malformed(source, at, problem)
  const document = await readDocument(text, source)
  if (document.kind !== 'map') throw fail(document, 'a map with "elasticities" is expected')
  allowOnly(source, document, ['assumptions', 'title', 'description', 'elasticities'])
  const version = entryOf(document, 'assumptions')?.value
  if (version && !(version.kind === 'scalar' && version.value === 'reformlab/1'))
    throw fail(version, `the format ${shown(version)} is not known; write "assumptions: reformlab/1"`)
  const elasticities = entryOf(document, 'elasticities')?.value
  if (elasticities?.kind !== 'map')
    throw fail(elasticities ?? document, '"elasticities" takes substitution, income and capital_gains')
  allowOnly(source, elasticities, Object.keys(signs))
  const elasticity = (name: keyof typeof signs) => {
    const entry = entryOf(elasticities, name)
    if (!entry) return 0
    const { value } = entry
    if (value.kind !== 'scalar' || typeof value.value !== 'number' || !Number.isFinite(value.value))
      throw fail(value, `"${name}" takes a number, not ${shown(value)}`)
    if (value.value * signs[name] < 0)
      throw fail(value, `"${name}" is ${signs[name] > 0 ? '0 or more' : '0 or less'}, not ${value.value}`)
    return value.value
  }
  const title = entryOf(document, 'title')?.value
  return {
    title: title?.kind === 'scalar' ? String(title.value) : '',
    elasticities: {
      substitution: elasticity('substitution'),
      income: elasticity('income'),
      capitalGains: elasticity('capital_gains'),
    },
  }
}
