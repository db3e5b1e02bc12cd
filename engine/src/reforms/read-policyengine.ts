/**
 * Reads a reform of PolicyEngine: `{path: {period: value}}`, the flat `{path: value}`, or the envelope of its API with
 * `policy_json`. Enum values are capitals there, brackets are written `[i]`.
 *
 * Periods mean what they have meant since policyengine-core 3.29.2: a bare date holds from then on, `start.stop` and
 * `year:2026:5` end, and a later beginning overrides an earlier one. There a reform's values are not indexed; so
 * indexation is switched off with them.
 */
import { ReformlabError } from '../errors/index.ts'
import { ChangeList } from './change-list.ts'
import {
  type DocumentNode,
  type DocumentSource,
  entryOf,
  type MapEntry,
  type MapNode,
  malformed,
} from './document/document.ts'
import { layerSpans } from './layer-spans.ts'
import { parsePeriod } from './periods.ts'
import type { Reform } from './reform.ts'
import { parameterAt, type ReformTarget, unknownParameter } from './reform-target.ts'

/** `law/<country>/policyengine.yaml`: where PolicyEngine's paths are not ours. All other paths are the same. */
export interface PolicyEngineNames {
  readonly paths: Readonly<Record<string, MappedPath | readonly string[] | string>>
  /** Paths both models have, but which do not mean the same: with the reason. */
  readonly differs: Readonly<Record<string, string>>
}

interface MappedPath {
  readonly path: string
  /** Ours = theirs × factor. */
  readonly factor?: number
}

export function readPolicyEngine(
  document: MapNode,
  source: DocumentSource,
  target: ReformTarget,
  names: PolicyEngineNames,
): Reform {
  const list = new ChangeList(target, source)
  const envelope = envelopeOf(document)
  const policy = envelope ? entryOf(envelope, 'policy_json')!.value : document
  if (policy.kind !== 'map')
    throw malformed(source, policy, '"policy_json" takes parameters with their periods')
  for (const entry of policy.entries) readParameter(entry)
  const label = envelope && entryOf(envelope, 'label')?.value
  const title = label?.kind === 'scalar' && typeof label.value === 'string' ? label.value : ''
  return { title, description: '', format: 'policyengine', changes: list.finish() }

  function readParameter(entry: MapEntry): void {
    const targets = resolve(entry)
    const pieces = layerSpans(periodsOf(entry), target.years.last)
    for (const { path, factor } of targets) {
      const leaf = list.leaf(path, entry)
      for (const { from, to, content } of pieces) {
        const value = list.readValue(path, leaf, content)
        const ours = typeof value === 'number' && factor !== undefined ? value * factor : value
        const setting = { value: ours, ...(target.isIndexable(path) && { indexed: false }) }
        list.add(path, to === undefined ? { from } : { from, to }, setting, content)
      }
    }
  }

  function periodsOf({ key, value }: MapEntry) {
    if (value.kind !== 'map') return [{ from: target.years.first, content: value }]
    if (value.entries.length === 0) throw malformed(source, value, `"${key}" is given no period`)
    return value.entries.map(entry => {
      const period = parsePeriod(entry.key, target.years)
      if (!period)
        throw malformed(
          source,
          entry,
          `"${entry.key}" is not a period like 2026-01-01, 2026-01-01.2028-12-31, year:2026:5 or ETERNITY`,
        )
      return { ...list.years(key, period, entry.key, entry), content: entry.value as DocumentNode }
    })
  }

  function resolve({ key, ...at }: MapEntry): readonly MappedPath[] {
    const path = key.replace(/\.([A-Z][A-Z_]*)(?=\.|$)/g, capitals => capitals.toLowerCase())
    if (Object.hasOwn(names.differs, path))
      throw new ReformlabError('E_REFORM_PATH', {
        path: key,
        problem: names.differs[path]!,
        ...list.placeOf(at),
      })
    if (Object.hasOwn(names.paths, path)) {
      const mapped = names.paths[path]!
      return [mapped].flat().map(one => (typeof one === 'string' ? { path: one } : (one as MappedPath)))
    }
    if (!parameterAt(target.shape, path)) throw unknownParameter(target, key, list.placeOf(at))
    return [{ path }]
  }
}

/** The map that holds `policy_json`: the document, or the `result` of an answer of the API. */
export function envelopeOf(document: MapNode): MapNode | undefined {
  if (entryOf(document, 'policy_json')) return document
  const result = entryOf(document, 'result')?.value
  return result?.kind === 'map' && entryOf(result, 'policy_json') ? result : undefined
}
