/** What is known of columns in one partition: that they have one value there, or are the same as another column. */
export interface Facts {
  /** Ascending. */
  readonly nodes: Int32Array
  /** Earlier node that each is the same as; −1 for those that have one value. */
  readonly sames: Int32Array
  readonly values: Float64Array
}

/** A value, or the node that a node is the same as. */
export type Fact = { readonly value: number } | { readonly same: number }

export function factsOf(known: ReadonlyMap<number, Fact>): Facts {
  const sorted = [...known].sort(([a], [b]) => a - b)
  return {
    nodes: Int32Array.from(sorted, ([node]) => node),
    sames: Int32Array.from(sorted, ([, fact]) => ('same' in fact ? fact.same : -1)),
    values: Float64Array.from(sorted, ([, fact]) => ('value' in fact ? fact.value : Number.NaN)),
  }
}

export function withValues({ nodes, sames, values }: Facts, more: ReadonlyMap<number, number>): Facts {
  const known = new Map<number, Fact>()
  for (const [i, node] of nodes.entries())
    known.set(node, sames[i]! < 0 ? { value: values[i]! } : { same: sames[i]! })
  for (const [node, value] of more) known.set(node, { value })
  return factsOf(known)
}

/** The facts of nodes that have all moved by `shift`. */
export function movedFacts({ nodes, sames, values }: Facts, shift: number): Facts {
  return {
    nodes: nodes.map(id => id + shift),
    sames: sames.map(id => (id < 0 ? id : id + shift)),
    values,
  }
}
