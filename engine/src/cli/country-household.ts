/** `reformlab household --model PACKAGE`: a situation in the form of the package. */
import type { CommandCall } from './command.ts'
import { splitNames, usageError } from './common-options.ts'
import { openAskedPopulation, readCountryReform, refuseOptions } from './country-options.ts'
import { printHousehold } from './print/print-household.ts'
import { readSituation } from './read-situation.ts'

/** Throws E_USAGE for what only our law can, and what the population throws. */
export async function householdOfCountry({ words: [file], options, terminal }: CommandCall): Promise<void> {
  refuseOptions(options, ['baseline', 'explain'], 'does not go with --model')
  const { askedInSituation, countryHousehold } = await import('../model/country/country-household.ts')
  const situation = await readSituation(file!)
  const named = splitNames([options.text('variables') ?? ''])
  const titles = [...new Set([...named, ...askedInSituation(situation)])]
  if (titles.length === 0)
    throw usageError('Nothing is asked', 'Write null for a variable in the situation, or --variables A,B.')
  const population = await openAskedPopulation(options, file!, titles)
  try {
    const result = await countryHousehold(population, titles, readCountryReform(population, options))
    const reforms = options.list('reform').map(name => ({ title: '', file: name }))
    if (options.has('json')) terminal.print(JSON.stringify(result, null, 2))
    else printHousehold(result, reforms, terminal)
  } finally {
    await population.close()
  }
}
