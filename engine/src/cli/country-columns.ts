/** `reformlab columns --model PACKAGE`: variables of an installed country package, for a population of one's own. */
import { countryColumns } from '../country/index.ts'
import type { CommandCall } from './command.ts'
import { readYear, splitNames, usageError } from './common-options.ts'
import { openAskedPopulation, populationFile, readCountryReform, refuseOptions } from './country-options.ts'
import { decimal } from './print/numbers.ts'

/** Throws E_USAGE for options that only our law has, and what the population throws. */
export async function columnsOfCountry({ words, options, terminal }: CommandCall): Promise<void> {
  refuseOptions(options, ['baseline', 'names', 'dataset'], 'does not go with --model')
  const out = options.text('out')
  if (!out) throw usageError('It is not said where to write', 'Add --out FILE.csv, .parquet or .arrow.')
  const file = populationFile(options)
  const [{ checkFormat, writeTable }, { countryTable }] = await Promise.all([
    import('../model/table/write-table.ts'),
    import('../model/country/country-table.ts'),
  ])
  checkFormat(out)
  const names = splitNames(words)
  const population = await openAskedPopulation(options, file, names)
  try {
    const found = await countryColumns(population, names, readCountryReform(population, options))
    const table = countryTable(found)
    await writeTable(table, out)
    const titles = table.columns.map(({ title }) => title)
    const { rows } = table
    if (options.has('json')) terminal.print(JSON.stringify({ file: out, rows, columns: titles }, null, 2))
    else
      terminal.print(
        `${decimal(rows, 0)} ${found.rows} of ${readYear(options)}: ${names.join(', ')}, written to ${out}`,
      )
  } finally {
    await population.close()
  }
}
