/**
 * Amounts of a year as an outcome table has them: variables of a month are asked for month by month and added up, and some
 * are taken with the other sign.
 */
import type { Columns } from '../../backends/backend.ts'
import type { OutcomeTable } from '../../outcomes/index.ts'

/** What a country population is asked for. */
export function titlesOf(variables: readonly string[], monthly: readonly string[], year: number): string[] {
  return variables.flatMap(name => (monthly.includes(name) ? monthsOf(name, year) : [name]))
}

export function amountsOf(
  columns: Columns,
  name: string,
  { monthly, negative }: Pick<OutcomeTable, 'monthly' | 'negative'>,
  year: number,
): Float64Array {
  const amounts = monthly.includes(name) ? addedUp(columns, name, year) : columns.get(name)!
  return negative.includes(name) ? amounts.map(amount => -amount) : amounts
}

function addedUp(columns: Columns, name: string, year: number): Float64Array {
  const [first, ...others] = monthsOf(name, year).map(title => columns.get(title)!)
  const sums = first!.slice()
  for (const values of others)
    for (let row = 0; row < sums.length; row++) sums[row] = sums[row]! + values[row]!
  return sums
}

const monthsOf = (name: string, year: number) =>
  Array.from({ length: 12 }, (_, month) => `${name}@${year}-${String(month + 1).padStart(2, '0')}`)
