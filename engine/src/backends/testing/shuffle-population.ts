import type { Population } from '../backend.ts'
import { randomFrom } from './random-numbers.ts'

/** The same records, those of each entity in an order of their own: members of a group lie anywhere. */
export function shufflePopulation({ entities, relations }: Population, seed: number): Population {
  const random = randomFrom(seed)
  const order = new Map(
    Object.entries(entities).map(([name, { count }]) => {
      const keyed = Array.from({ length: count }, (_, row) => ({ row, key: random() }))
      return [name, keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)]
    }),
  )
  const shuffled = Object.entries(entities).map(([name, { count, columns }]) => {
    const rows = order.get(name)!
    const moved = [...columns].map(([column, values]) => {
      return [column, Float64Array.from(rows, row => values[row]!)] as const
    })
    return [name, { count, columns: new Map(moved) }] as const
  })
  const joined = Object.entries(relations).map(([name, ones]) => {
    const [from, to] = name.split('.') as [string, string]
    const place = new Map(order.get(to)!.map((row, i) => [row, i]))
    return [name, Int32Array.from(order.get(from)!, row => place.get(ones[row]!)!)] as const
  })
  return { entities: Object.fromEntries(shuffled), relations: Object.fromEntries(joined) }
}
