/** The law that tests of outcomes report: a tax, a benefit, three conventions. For tests only. */
import { impactOfColumns } from '../impact-of-columns.ts'
import { readOutcomeTable } from '../outcome-table.ts'
import type { RandomPopulation } from './random-population.ts'

export const table = readOutcomeTable(new URL('./test-table.yaml', import.meta.url))

export const impactOf = ({ population, before, after }: RandomPopulation, convention = 'default') =>
  impactOfColumns(
    population,
    table,
    name => before[name]!,
    name => after[name]!,
    convention,
  )
