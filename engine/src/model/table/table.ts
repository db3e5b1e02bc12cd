/** A table on its way into a file. */
export interface Table {
  readonly rows: number
  readonly columns: readonly TableColumn[]
}

export interface TableColumn {
  readonly title: string
  /** `bool` is 0 and 1, `category` an index into `names`. */
  readonly kind: 'number' | 'integer' | 'bool' | 'category'
  readonly values: Float64Array
  readonly names?: readonly string[]
}
