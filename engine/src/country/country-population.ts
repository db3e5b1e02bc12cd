/**
 * A population under the law of a country package. Python traces when something is asked for the first time; then a
 * reform of parameters is other numbers for a compiled program, and no Python.
 */
import type { Progress } from '../datasets/index.ts'
import { ReformlabError } from '../errors/index.ts'
import { Turns } from '../run/turns.ts'
import { type CountryLaw, openCountryLaw } from './country-law.ts'
import { type CountryReform, noReform } from './country-reform.ts'
import { type PreparedCountry, prepareCountry } from './prepare-country.ts'
import { openPrepared, type PreparedProgram, type PreparedRows } from './prepared-program.ts'
import type { Standing } from './program-law.ts'

export interface CountryPopulationOptions {
  readonly package: string
  /** The file. */
  readonly population: string
  readonly year: number
  /** What is going to be asked for first. */
  readonly variables: readonly string[]
  /** Where it is open already. */
  readonly law?: CountryLaw
  readonly workers?: number | undefined
  readonly progress: Progress
  readonly signal?: AbortSignal | undefined
}

/** The law as it stands, and one that steers formulas otherwise. */
const MOST_PROGRAMS = 2

/** Throws what `prepareCountry` does. */
export async function openCountryPopulation(options: CountryPopulationOptions): Promise<CountryPopulation> {
  const prepared = await prepare(options, options.variables)
  const law = options.law ?? (await openCountryLaw(prepared.law))
  const program = await openPrepared(prepared.prepared!, law, options.workers)
  return new CountryPopulation(options, law, program)
}

export class CountryPopulation {
  readonly law: CountryLaw
  readonly year: number
  readonly entities: Readonly<Record<string, PreparedRows>>
  /** `person.household`: for each person, the row of its household. */
  readonly relations: Readonly<Record<string, Int32Array>>
  readonly #options: CountryPopulationOptions
  /** The last used first. */
  #programs: readonly PreparedProgram[]
  readonly #turns = new Turns()

  constructor(options: CountryPopulationOptions, law: CountryLaw, program: PreparedProgram) {
    this.law = law
    this.year = options.year
    this.entities = program.entities
    this.relations = program.relations
    this.#options = options
    this.#programs = [program]
  }

  /**
   * Of all records, in the population's order: `snap` in the year, `salary@2026-03` in a period of its own.
   *
   * throws  E_COUNTRY_VARIABLE, E_COUNTRY_PERIOD, E_COUNTRY_UNTRACED, and what `prepareCountry` does
   */
  columns(
    titles: readonly string[],
    reform: CountryReform = noReform,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, Float64Array>> {
    const names = new Map(titles.map(title => [title, title.includes('@') ? title : `${title}@${this.year}`]))
    const outputs = [...new Set(names.values())]
    return this.#turns.take(
      'columns',
      async stop => {
        for (const title of titles) this.law.variable(title.split('@')[0]!)
        const { program, parameters } = await this.#fitting(titles, outputs, reform, stop)
        const columns = await program.run(parameters, outputs)
        return new Map([...names].map(([title, name]) => [title, columns.get(name)!]))
      },
      signal,
    )
  }

  async close(): Promise<void> {
    await Promise.all(this.#programs.map(program => program.close()))
  }

  async #fitting(
    titles: readonly string[],
    outputs: readonly string[],
    reform: CountryReform,
    signal: AbortSignal,
  ): Promise<{ readonly program: PreparedProgram; readonly parameters: Float64Array }> {
    const able = this.#programs.filter(({ outputs: known }) =>
      outputs.every(name => Object.hasOwn(known, name)),
    )
    for (const program of able) {
      const standing = program.law.under(reform)
      if (standing.kind !== 'stands') continue
      this.#use(program)
      return { program, parameters: standing.parameters }
    }
    const base = able.find(({ law }) => law.isOfPackage) ?? (await this.#open(titles, signal))
    this.#use(base)
    const standing = base.law.under(reform)
    if (standing.kind === 'untraced') throw refusal(standing)
    if (standing.kind === 'stands') return { program: base, parameters: standing.parameters }
    this.#options.progress(`Preparing anew, for ${standing.path} steers formulas …`)
    const program = await this.#open(titles, signal, reform)
    return { program, parameters: program.law.base }
  }

  /** It is the last to give way. */
  #use(program: PreparedProgram): void {
    this.#programs = [program, ...this.#programs.filter(other => other !== program)]
  }

  async #open(
    titles: readonly string[],
    signal: AbortSignal,
    reform?: CountryReform,
  ): Promise<PreparedProgram> {
    const written = reform && this.law.written(reform)
    const { prepared } = await prepare({ ...this.#options, signal }, titles, written)
    signal.throwIfAborted()
    const [kept, ended] = [
      this.#programs.slice(0, MOST_PROGRAMS - 1),
      this.#programs.slice(MOST_PROGRAMS - 1),
    ]
    this.#programs = kept
    await Promise.all(ended.map(program => program.close()))
    const program = await openPrepared(prepared!, this.law, this.#options.workers)
    this.#programs = [program, ...kept]
    return program
  }
}

function prepare(
  { package: name, population: file, year, progress, signal }: CountryPopulationOptions,
  variables: readonly string[],
  reform?: ReturnType<CountryLaw['written']>,
): Promise<PreparedCountry> {
  const population = { file, year, variables }
  return prepareCountry({ package: name, population, ...(reform && { reform }), progress, signal })
}

function refusal({ paths, variable, cause }: Extract<Standing, { kind: 'untraced' }>): ReformlabError {
  return new ReformlabError('E_COUNTRY_UNTRACED', { paths: paths.join(', '), variable, cause })
}
