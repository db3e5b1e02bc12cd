import type { IndexationRule, Rounding } from '../parameters/index.ts'
import {
  allowOnly,
  type DocumentNode,
  type DocumentSource,
  entryOf,
  type MapNode,
  malformed,
  shown,
} from './document/document.ts'

const DIRECTIONS = ['nearest', 'down', 'up'] as const

/**
 * How a reform says that values grow: `{ index: gov.indices.cpi_u, rounding: { step: 50, direction: down } }`.
 * Without rounding, to the nearest cent; years grow from the unrounded value unless `carried: true`, as statutes have it.
 */
export function readIndexation(node: MapNode, source: DocumentSource): IndexationRule {
  allowOnly(source, node, ['index', 'rounding'])
  const index = entryOf(node, 'index')?.value
  if (index?.kind !== 'scalar' || typeof index.value !== 'string')
    throw malformed(source, index ?? node, 'an "index" like gov.indices.cpi_u is expected')
  return { index: index.value, rounding: readRounding(entryOf(node, 'rounding')?.value, source) }
}

function readRounding(node: DocumentNode | undefined, source: DocumentSource): Rounding {
  if (!node) return { step: 0.01, direction: 'nearest', carried: false }
  if (node.kind !== 'map')
    throw malformed(source, node, `"rounding" takes { step: 50, direction: down }, not ${shown(node)}`)
  allowOnly(source, node, ['step', 'direction', 'carried'])
  const value = (key: string) => {
    const entry = entryOf(node, key)?.value
    return entry?.kind === 'scalar' ? entry.value : undefined
  }
  const [step, direction, carried] = [
    value('step'),
    value('direction') ?? 'nearest',
    value('carried') ?? false,
  ]
  const known = DIRECTIONS.find(name => name === direction)
  if (typeof step !== 'number' || !(step > 0) || !Number.isFinite(step))
    throw malformed(source, node, 'rounding takes a "step" above 0')
  if (!known) throw malformed(source, node, `the "direction" of rounding is one of ${DIRECTIONS.join(', ')}`)
  if (typeof carried !== 'boolean') throw malformed(source, node, '"carried" takes true or false')
  return { step, direction: known, carried }
}
