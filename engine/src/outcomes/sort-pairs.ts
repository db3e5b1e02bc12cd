/**
 * Sorts the pairs `keys[i], values[i]` for i from `start` up to, not including, `end` by key, in place; equal keys keep
 * their order. By insertion where there are few or they are nearly sorted, else by merging.
 */
export function sortPairs(keys: Float64Array, values: Float64Array, start: number, end: number): void {
  if (end - start <= 48 || isSorted(keys, start, end)) insertionSort(keys, values, start, end)
  else mergeSort(keys, values, start, end)
}

function insertionSort(keys: Float64Array, values: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!
    let at = i
    if (keys[at - 1]! <= key) continue
    const value = values[i]!
    do {
      keys[at] = keys[at - 1]!
      values[at] = values[at - 1]!
      at--
    } while (at > start && keys[at - 1]! > key)
    keys[at] = key
    values[at] = value
  }
}

function isSorted(keys: Float64Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (keys[i - 1]! > keys[i]!) return false
  return true
}

function mergeSort(keys: Float64Array, values: Float64Array, start: number, end: number): void {
  const run = 32
  for (let from = start; from < end; from += run) insertionSort(keys, values, from, Math.min(from + run, end))
  const leftKeys = new Float64Array(end - start)
  const leftValues = new Float64Array(end - start)
  for (let width = run; width < end - start; width *= 2)
    for (let from = start; from + width < end; from += 2 * width) {
      const middle = from + width
      leftKeys.set(keys.subarray(from, middle))
      leftValues.set(values.subarray(from, middle))
      let left = 0
      let right = middle
      const stop = Math.min(middle + width, end)
      for (let to = from; left < width; to++)
        if (right < stop && keys[right]! < leftKeys[left]!) {
          keys[to] = keys[right]!
          values[to] = values[right++]!
        } else {
          keys[to] = leftKeys[left]!
          values[to] = leftValues[left++]!
        }
    }
}
