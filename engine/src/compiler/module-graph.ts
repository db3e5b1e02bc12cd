import type * as t from '@babel/types'
import type { LawSources } from './law-sources.ts'
import { type Import, type LawModule, parseModule } from './parse-module.ts'

export interface Declared {
  readonly module: LawModule
  readonly name: string
  readonly node: t.FunctionDeclaration | t.VariableDeclarator
}

/** The law's modules, each parsed once, and the way from a name to what it stands for. */
export class ModuleGraph {
  readonly modules: ReadonlyMap<string, LawModule>

  constructor(sources: LawSources) {
    this.modules = new Map([...sources].map(([path, text]) => [path, parseModule(path, text)]))
  }

  /** What `name` stands for inside `module`; undefined when it is not declared or imported there. */
  lookup(module: LawModule, name: string): Declared | undefined {
    const node = module.declarations.get(name)
    if (node) return { module, name, node }
    const around = module.formula?.around && this.lookup(module.formula.around, name)
    if (around) return around
    const imported = module.imports.get(name)
    return imported && this.#follow(imported, new Set())
  }

  #follow({ from, name }: Import, seen: Set<string>): Declared | undefined {
    const module = this.modules.get(from)
    if (!module || seen.has(`${from} ${name}`)) return undefined
    seen.add(`${from} ${name}`)
    const node = module.exported.has(name) ? module.declarations.get(name) : undefined
    if (node) return { module, name, node }
    const next = module.reexports.get(name) ?? (module.exported.has(name) && module.imports.get(name))
    if (next) return this.#follow(next, seen)
    for (const star of module.stars) {
      const found = this.#follow({ from: star, name }, seen)
      if (found) return found
    }
    return undefined
  }
}
