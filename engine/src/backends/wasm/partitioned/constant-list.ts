/** Numbers that are known beforehand, each once: those that differ by a bit are different, NaNs are all equal. */
export class ConstantList {
  readonly values: number[] = []
  readonly #positions = new Map<number | string, number>()

  position(value: number): number {
    const key = Object.is(value, -0) ? '-0' : value
    const known = this.#positions.get(key)
    if (known !== undefined) return known
    this.#positions.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}
