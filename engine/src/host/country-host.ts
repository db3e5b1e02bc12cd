/** The population of a country package that stays open here, and columns of it. */
import { statSync } from 'node:fs'
import {
  type CountryColumns,
  type CountryPopulation,
  countryColumns,
  openCountryPopulation,
} from '../country/index.ts'
import { progressOnStderr } from '../datasets/index.ts'

export interface CountryRequest {
  readonly kind: 'country'
  readonly package: string
  /** The file. */
  readonly population: string
  readonly year: number
  /** `snap` in the year, `salary@2026-03` in a period of its own. */
  readonly variables: readonly string[]
  /** PolicyEngine's JSON. */
  readonly reform?: object | null
  /** Whose rows; that of persons repeats values of groups. */
  readonly entity?: string | null
}

export class CountryHost {
  #open: { readonly key: string; readonly population: CountryPopulation } | undefined

  /** Throws E_COUNTRY_…: those of the population, and E_COUNTRY_ENTITY, E_COUNTRY_REFORM. */
  async columns(request: CountryRequest): Promise<CountryColumns> {
    const { variables, reform, entity } = request
    const population = await this.#population(request)
    return countryColumns(
      population,
      variables,
      reform ? population.law.reformOf(reform) : undefined,
      entity ?? undefined,
    )
  }

  async close(): Promise<void> {
    await this.#open?.population.close()
    this.#open = undefined
  }

  /** One at a time: asking the same again is quick. */
  async #population({ package: name, population, year, variables }: CountryRequest) {
    const file = statSync(population, { throwIfNoEntry: false })
    const key = JSON.stringify([name, population, year, file?.mtimeMs, file?.size])
    if (this.#open?.key === key) return this.#open.population
    await this.close()
    const opened = await openCountryPopulation({
      ...{ package: name, population, year, variables },
      progress: progressOnStderr,
    })
    this.#open = { key, population: opened }
    return opened
  }
}
