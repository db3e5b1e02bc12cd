import type { LawModule } from './parse-module.ts'
import type { Value } from './value.ts'

export interface Binding {
  readonly name: string
  value: Value
  readonly assignable: boolean
}

/** The names of one block, and through its parent those around it. A function's scope is a border for assignment. */
export class Scope {
  readonly module: LawModule
  readonly #parent: Scope | undefined
  readonly #isFunction: boolean
  readonly #names = new Map<string, Binding>()

  private constructor(module: LawModule, parent: Scope | undefined, isFunction: boolean) {
    this.module = module
    this.#parent = parent
    this.#isFunction = isFunction
  }

  static ofModule(module: LawModule): Scope {
    return new Scope(module, undefined, true)
  }

  block(): Scope {
    return new Scope(this.module, this, false)
  }

  ofFunction(): Scope {
    return new Scope(this.module, this, true)
  }

  declare(name: string, value: Value, assignable: boolean): void {
    this.#names.set(name, { name, value, assignable })
  }

  declaresHere(name: string): boolean {
    return this.#names.has(name)
  }

  /** The binding of `name`, and whether it belongs to the function that this scope is part of. */
  find(name: string): { binding: Binding; own: boolean } | undefined {
    let own = true
    for (let scope: Scope | undefined = this; scope; scope = scope.#parent) {
      const binding = scope.#names.get(name)
      if (binding) return { binding, own }
      own &&= !scope.#isFunction
    }
    return undefined
  }

  /** The bindings that statements in this scope can assign. */
  assignable(): Binding[] {
    const found: Binding[] = []
    for (let scope: Scope | undefined = this; scope; scope = scope.#parent) {
      for (const binding of scope.#names.values()) if (binding.assignable) found.push(binding)
      if (scope.#isFunction) break
    }
    return found
  }

  /** All visible names, for suggestions. */
  names(): string[] {
    return [...this.#names.keys(), ...(this.#parent?.names() ?? [])]
  }
}
