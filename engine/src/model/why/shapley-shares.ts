/**
 * Shares out among groups what they bring about together: each has the mean of what it adds, over all orders in which
 * the groups could be enacted one after the other (the Shapley value). The shares add up to the whole change, a group
 * that never adds anything has 0, and no order is preferred.
 */

/** Less than this is the last bits of a calculation. */
export const NOTHING = 1e-9

/** `values[set]` is the value with the groups whose bits are in `set`; answers one share for each of `groups`. */
export function shapleyShares(values: readonly number[], groups: number): number[] {
  const orders = ordersBySize(groups)
  const allOrders = factorial(groups)
  const shares = Array.from({ length: groups }, (_, group) => {
    const bit = 1 << group
    const terms = values.flatMap((value, set) =>
      set & bit ? [] : [orders[sizeOf(set)]! * (values[set | bit]! - value)],
    )
    const share = sum(terms) / allOrders
    return Math.abs(share) < NOTHING ? 0 : share
  })
  return closed(shares, values.at(-1)! - values[0]!)
}

/** What the last bits of the sum lack goes to the largest share. */
function closed(shares: number[], whole: number): number[] {
  const largest = shares.reduce((best, share, i) => (Math.abs(share) > Math.abs(shares[best]!) ? i : best), 0)
  if (shares.length > 0 && shares[largest] !== 0) shares[largest]! += whole - sum(shares)
  return shares
}

/** In how many orders just a given set of each size comes before a group. */
function ordersBySize(groups: number): number[] {
  return Array.from({ length: groups }, (_, size) => factorial(size) * factorial(groups - size - 1))
}

function factorial(number: number): number {
  return number < 2 ? 1 : number * factorial(number - 1)
}

function sizeOf(set: number): number {
  let size = 0
  for (let rest = set; rest > 0; rest >>= 1) size += rest & 1
  return size
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
