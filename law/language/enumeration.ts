/** A closed, ordered list of categories. In formulas a value is its string, in columns its index. */
export interface EnumDomain<V extends string = string> {
  readonly name: string
  readonly values: readonly V[]
  readonly labels: Readonly<Record<V, string>>
}

export type EnumValue<D> = D extends EnumDomain<infer V> ? V : never

export function enumeration<const V extends string>(
  name: string,
  labels: Readonly<Record<V, string>>,
): EnumDomain<V> {
  return Object.freeze({ name, values: Object.freeze(Object.keys(labels) as V[]), labels })
}
