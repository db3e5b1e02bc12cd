/** The law as a prepared program knows it: numbers for its parameters, and whether it is still the program of a reform. */
import { type Blobs, numbersAt } from '../run/sent-program.ts'
import type { CountryLaw } from './country-law.ts'
import type { CountryReform } from './country-reform.ts'
import { areSameValues, isSameValue } from './dated-values.ts'
import { Guards } from './guards.ts'
import type { PreparedFile, PreparedParameter } from './prepared-file.ts'

export type Standing =
  | { readonly kind: 'stands'; readonly parameters: Float64Array }
  /** There is another program under that law. */
  | { readonly kind: 'steered'; readonly path: string }
  /** What the original engine has computed reads it. */
  | {
      readonly kind: 'untraced'
      readonly paths: readonly string[]
      readonly variable: string
      readonly cause: string
    }

export class ProgramLaw {
  readonly #law: CountryLaw
  /** What the program was prepared under. */
  readonly #own: CountryReform
  readonly #base: Float64Array
  readonly #places: ReadonlyMap<
    string,
    readonly { readonly leaf: PreparedParameter; readonly place: number }[]
  >
  readonly #guards: Guards
  /** By path, the leaves that guards rest on. */
  readonly #guarding: ReadonlyMap<string, readonly PreparedParameter[]>
  readonly #statics: ReadonlyMap<string, PreparedFile['statics']>
  readonly #untraced: readonly {
    readonly variable: string
    readonly cause: string
    readonly reads: ReadonlySet<string>
  }[]

  /** `names`: of the program's parameters, in the order in which their values are to come. */
  constructor(law: CountryLaw, head: PreparedFile, blobs: Blobs, names: readonly string[]) {
    this.#law = law
    this.#own = law.reformOf(head.reform ?? {})
    const values = numbersAt(blobs, head.values)
    const written = new Map(head.parameters.map((leaf, i) => [leaf.name, { leaf, value: values[i]! }]))
    this.#base = Float64Array.from(names, name => written.get(name)!.value)
    const places = names.map((name, place) => ({ leaf: written.get(name)!.leaf, place }))
    this.#places = Map.groupBy(places, ({ leaf }) => leaf.path)
    this.#guards = new Guards(head, blobs)
    this.#guarding = Map.groupBy(this.#guards.parameters, ({ path }) => path)
    this.#statics = Map.groupBy(head.statics, ({ path }) => path)
    this.#untraced = Object.entries(head.untraced).map(([variable, { cause, reads }]) => ({
      ...{ variable, cause },
      reads: new Set(reads),
    }))
  }

  /** Whether it was prepared under the package's own law. */
  get isOfPackage(): boolean {
    return this.#own.size === 0
  }

  /** Values of the parameters under the law that it was prepared with. */
  get base(): Float64Array {
    return this.#base
  }

  /** Reads only what a reform changes: there are tens of thousands of parameters. */
  under(reform: CountryReform): Standing {
    const changed = this.#changed(reform)
    const structural = changed.find(path => this.#law.isStructural(path))
    if (structural) return { kind: 'steered', path: structural }
    for (const { variable, cause, reads } of this.#untraced) {
      const paths = changed.filter(path => prefixes(path).some(prefix => reads.has(prefix)))
      if (paths.length) return { kind: 'untraced', variable, cause, paths }
    }
    const parameters = this.#base.slice()
    for (const path of changed) {
      if (this.#isSteeredBy(path, reform)) return { kind: 'steered', path }
      for (const { leaf, place } of this.#places.get(path) ?? []) {
        const value = this.#valueOf(leaf, reform)
        if (value === undefined || this.#valueOf(leaf, this.#own) !== this.#base[place])
          return { kind: 'steered', path }
        parameters[place] = value
      }
    }
    const guarded = changed.filter(path => this.#guarding.has(path))
    const leaves = new Set(guarded.flatMap(path => this.#guarding.get(path)!.map(({ name }) => name)))
    if (leaves.size && !this.#guards.hold(leaves, leaf => this.#valueOf(leaf, reform)))
      return { kind: 'steered', path: guarded[0]! }
    return { kind: 'stands', parameters }
  }

  #changed(reform: CountryReform): string[] {
    return [...new Set([...reform.keys(), ...this.#own.keys()])].filter(
      path => !areSameValues(this.#law.valuesOf(path, reform), this.#law.valuesOf(path, this.#own)),
    )
  }

  #isSteeredBy(path: string, reform: CountryReform): boolean {
    return (this.#statics.get(path) ?? []).some(({ instant }) => {
      const [before, after] = [this.#own, reform].map(law => this.#law.valueAt(path, instant, law))
      return !isSameValue(before!, after!)
    })
  }

  /** Undefined where its instants have several values, or one of another type. */
  #valueOf({ path, instants, type }: PreparedParameter, reform: CountryReform): number | undefined {
    const [first, ...others] = instants.map(instant => this.#law.valueAt(path, instant, reform))
    const isOfType = typeof first === (type === 'bool' ? 'boolean' : 'number')
    return isOfType && others.every(other => other === first) ? Number(first) : undefined
  }
}

/** A path and all that it lies in. */
function prefixes(path: string): string[] {
  const ends = [...path.matchAll(/[.[]/g)].map(({ index }) => index)
  return [...ends.map(end => path.slice(0, end)), path]
}
