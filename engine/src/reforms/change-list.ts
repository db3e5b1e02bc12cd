/**
 * Gathers the changes of one reform file: checks each against the law, joins what belongs together and refuses what
 * contradicts itself. Every format's reader ends here.
 */
import { ReformlabError } from '../errors/index.ts'
import type { ParameterLeaf } from '../parameters/index.ts'
import { canonicalChanges } from './canonical-reform.ts'
import {
  type DocumentNode,
  type DocumentSource,
  malformed,
  type Position,
  shown,
} from './document/document.ts'
import { withinLaw, type YearSpan } from './periods.ts'
import type { Change } from './reform.ts'
import { parameterAt, type ReformTarget, unknownParameter } from './reform-target.ts'

/** What a change sets; at least one of the two. */
export interface Setting {
  readonly value?: number | boolean
  readonly indexed?: Change['indexed']
}

interface Placed {
  readonly change: Change
  readonly at: Position
}

export class ChangeList {
  readonly #target: ReformTarget
  readonly #source: DocumentSource
  readonly #byPath = new Map<string, Placed[]>()

  constructor(target: ReformTarget, source: DocumentSource) {
    this.#target = target
    this.#source = source
  }

  /** The leaf at `path`. Throws E_PARAMETER_UNKNOWN with the nearest names, E_PARAMETER_TYPE for a group. */
  leaf(path: string, at: Position): ParameterLeaf {
    const shape = parameterAt(this.#target.shape, path)
    if (!shape) throw unknownParameter(this.#target, path, this.placeOf(at))
    if (shape.kind === 'value') return shape
    const names = [...shape.children.keys()]
    throw new ReformlabError('E_PARAMETER_TYPE', {
      ...{ path, value: 'a single value', expected: `a value for each of ${names.join(', ')}` },
      ...this.placeOf(at),
    })
  }

  /** The value at `node` for the parameter `path`. Throws E_PARAMETER_TYPE. */
  readValue(path: string, leaf: ParameterLeaf, node: DocumentNode): number | boolean {
    const value = node.kind === 'scalar' ? node.value : undefined
    if (leaf.type === 'bool' && typeof value === 'boolean') return value
    if (leaf.type === 'number' && typeof value === 'number' && Number.isFinite(value))
      return value === 0 ? 0 : value
    const expected = leaf.type === 'bool' ? 'true or false' : 'a finite number'
    throw new ReformlabError('E_PARAMETER_TYPE', {
      path,
      value: shown(node),
      expected,
      ...this.placeOf(node),
    })
  }

  /** `span` inside the law's years. Throws E_DATE_RANGE, and the file's code when it ends before it begins. */
  years(path: string, span: YearSpan, written: string, at: Position): YearSpan {
    const { years } = this.#target
    const inside = withinLaw(span, years)
    if (!inside)
      throw new ReformlabError('E_DATE_RANGE', {
        path,
        value: written,
        first: years.first,
        last: years.last,
        ...this.placeOf(at),
      })
    if (inside.to !== undefined && inside.to < inside.from)
      throw malformed(
        this.#source,
        at,
        `${written} of "${path}" contains no 1 January, the day on which the law of a year is read`,
      )
    return inside
  }

  add(path: string, span: YearSpan, setting: Setting, at: Position): void {
    const placed = this.#byPath.get(path) ?? []
    this.#byPath.set(path, placed)
    const twin = placed.findIndex(({ change }) => change.from === span.from)
    const earlier = placed[twin]?.change
    if (earlier && !joins(earlier, setting, span))
      throw malformed(this.#source, at, `"${path}" is set twice for ${span.from}`)
    const change = { path, ...span, ...earlier, ...setting }
    if (earlier) placed[twin] = { change, at }
    else placed.push({ change, at })
  }

  /** All changes in canonical order. Throws the file's code when two of one parameter overlap, and when there are none. */
  finish(): readonly Change[] {
    for (const [path, placed] of this.#byPath) {
      placed.sort((a, b) => a.change.from - b.change.from)
      placed.forEach(({ change, at }, i) => {
        const earlier = placed[i - 1]?.change
        if (!earlier) return
        const bounded = earlier.to !== undefined && earlier.to >= change.from
        if (bounded || (earlier.to === undefined && change.to !== undefined))
          throw malformed(
            this.#source,
            at,
            `"${path}" from ${change.from} overlaps its change from ${earlier.from}`,
          )
      })
    }
    return canonicalChanges([...this.#byPath.values()].flat().map(({ change }) => change))
  }

  placeOf({ line, column }: Position) {
    return { file: this.#source.file, line, column }
  }
}

/** Whether a later setting of the same years completes an earlier one instead of contradicting it. */
function joins(earlier: Change, later: Setting, span: YearSpan): boolean {
  const twice = (a: unknown, b: unknown) => a !== undefined && b !== undefined
  return (
    !twice(earlier.value, later.value) && !twice(earlier.indexed, later.indexed) && earlier.to === span.to
  )
}
