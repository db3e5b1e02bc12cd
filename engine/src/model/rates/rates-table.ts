/** Marginal rates as a table of one row a tax unit, in the order of its identifier. */
import type { CompiledPopulation } from '../open-population.ts'
import type { Table } from '../table/table.ts'
import { identifiers, ordered, rowsInOrder } from '../unit-columns.ts'
import type { RatesOfTax } from './rate-calculator.ts'

export function ratesTable(population: CompiledPopulation, rates: readonly RatesOfTax[]): Table {
  const order = rowsInOrder(population)
  const columns = rates.flatMap(({ tax, right, left, rightJump, leftJump }) =>
    Object.entries({ next: right, last: left, jump_up: rightJump, jump_down: leftJump }).map(
      ([side, values]) => ({
        title: `${tax}_${side}`,
        kind: 'number' as const,
        values: ordered(values, order),
      }),
    ),
  )
  const recid = { title: 'RECID', kind: 'integer' as const, values: ordered(identifiers(population), order) }
  return { rows: order.length, columns: [recid, ...columns] }
}
