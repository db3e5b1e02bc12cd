/** Where two locks differ: the same request, locked once and computed again. */
import { asJson, canonicalHash, isList } from './canonical-json.ts'
import type { Json, Lock } from './lock.ts'

export interface LockComparison {
  readonly same: boolean
  /** What the answer was computed from, and its hash. */
  readonly pins: readonly Difference[]
  /** Numbers of the answer. */
  readonly results: readonly Difference[]
  /** The locked answer does not have the hash that is stated of it. */
  readonly isEdited: boolean
}

export interface Difference {
  /** E.g. `dataset.hash`, `budget.total`, `programmes.income_tax.change`. */
  readonly path: string
  /** Undefined where there is nothing. */
  readonly locked: Scalar | undefined
  readonly now: Scalar | undefined
}

type Scalar = string | number | boolean | null

export function compareLocks(locked: Lock, now: Lock): LockComparison {
  const pins = differences(pinsOf(locked), pinsOf(now))
  const results = differences(locked.result, now.result)
  const isEdited = canonicalHash(locked.result) !== locked.resultHash
  return { same: pins.length + results.length === 0 && !isEdited, pins, results, isEdited }
}

/** All but the answer, and the texts that have a hash. */
function pinsOf({ result: _, baseline, reforms, assumptions, ...pins }: Lock): Json {
  const hashes = (files: Lock['reforms']) => files.map(({ hash }) => ({ hash }))
  return asJson({
    ...{ baseline: hashes(baseline), reforms: hashes(reforms) },
    ...{ assumptions: assumptions && { hash: assumptions.hash }, ...pins },
  })
}

function differences(locked: Json, now: Json): Difference[] {
  const [before, after] = [scalarsOf(locked), scalarsOf(now)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .map(path => ({ path, locked: before.get(path), now: after.get(path) }))
}

/** Every scalar in `value` by its path. Items of a list that have names go by these. */
function scalarsOf(value: Json): Map<string, Scalar> {
  const scalars = new Map<string, Scalar>()
  walk(value, [])
  return scalars

  function walk(value: Json, path: readonly string[]): void {
    if (value === null || typeof value !== 'object') scalars.set(path.join('.'), value)
    else if (isList(value)) {
      const names = value.map(nameOf)
      const haveNames = names.every(name => name !== undefined) && new Set(names).size === names.length
      value.forEach((item, i) => {
        walk(item, [...path, haveNames ? names[i]! : String(i)])
      })
    } else for (const [name, own] of Object.entries(value)) walk(own, [...path, name])
  }
}

function nameOf(item: Json): string | undefined {
  if (item === null || typeof item !== 'object' || isList(item)) return undefined
  const name = item.name ?? item.title
  return typeof name === 'string' ? name : undefined
}
