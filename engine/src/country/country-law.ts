/** The law of a country package with all its days: found by path and name, and changed by reforms. */
import { nearestNames, ReformlabError } from '../errors/index.ts'
import { readMessageFile } from '../run/message-file.ts'
import {
  type CountryChange,
  type CountryReform,
  readCountryChanges,
  type WrittenReform,
  withChanges,
  writtenReform,
} from './country-reform.ts'
import { valueAt } from './dated-values.ts'
import type {
  CountryEntity,
  CountryParameter,
  CountryValue,
  CountryVariable,
  DatedValues,
  LawFile,
} from './law-file.ts'
import { readParameters, type WrittenParameters } from './parameter-table.ts'

/** Of a file that Python has written. Throws E_FILE_READ. */
export async function openCountryLaw(path: string): Promise<CountryLaw> {
  const { head, blobs } = await readMessageFile(path, 'reformlab-country-law/1')
  const written = head as LawFile & WrittenParameters
  return new CountryLaw({ ...written, parameters: readParameters(written, blobs) })
}

export class CountryLaw {
  readonly file: LawFile
  readonly person: CountryEntity
  readonly #variables: ReadonlyMap<string, CountryVariable>
  readonly #parameters: ReadonlyMap<string, CountryParameter>
  readonly #structural: ReadonlySet<string>
  /** By path of a group, names in it; made when it is first asked for. */
  #names: ReadonlyMap<string, ReadonlySet<string>> | undefined

  constructor(file: LawFile) {
    this.file = file
    this.person = file.entities.find(({ isPerson }) => isPerson)!
    this.#variables = new Map(file.variables.map(variable => [variable.name, variable]))
    const parameters = new Map<string, CountryParameter>()
    for (const parameter of file.parameters) parameters.set(parameter.path, parameter)
    this.#parameters = parameters
    this.#structural = new Set(file.structural)
  }

  get package(): LawFile['package'] {
    return this.file.package
  }

  /** Throws E_COUNTRY_VARIABLE. */
  variable(name: string): CountryVariable {
    const found = this.#variables.get(name)
    if (found) return found
    const near = nearestNames(name, this.#variables.keys())
    const cure = near.length ? `Nearest names: ${near.join(', ')}` : 'Check the name'
    throw new ReformlabError('E_COUNTRY_VARIABLE', { package: this.package.name, variable: name, cure })
  }

  parameter(path: string): CountryParameter | undefined {
    return this.#parameters.get(path)
  }

  isGroup(path: string): boolean {
    return this.#groups().has(path)
  }

  namesIn(group: string): ReadonlySet<string> {
    return this.#groups().get(group) ?? new Set()
  }

  /** Whether a change of it may be one of formulas. */
  isStructural(path: string): boolean {
    return this.#structural.has(path)
  }

  /** PolicyEngine's JSON, as text or read. Throws E_COUNTRY_REFORM. */
  reformOf(reform: unknown): CountryReform {
    return withChanges(this, this.changesOf(reform))
  }

  /** The same one by one, to be laid over other changes. Throws E_COUNTRY_REFORM. */
  changesOf(reform: unknown): readonly CountryChange[] {
    return readCountryChanges(this, reform)
  }

  /** One change after the other. Throws E_COUNTRY_REFORM. */
  reformOfChanges(changes: readonly CountryChange[]): CountryReform {
    return withChanges(this, changes)
  }

  /** As PolicyEngine's JSON: what changes nothing is left out. */
  written(reform: CountryReform): WrittenReform {
    return writtenReform(this, reform)
  }

  /** Under a reform, or as the law stands. */
  valuesOf(path: string, reform?: CountryReform): DatedValues {
    return reform?.get(path) ?? this.#parameters.get(path)?.values ?? []
  }

  valueAt(path: string, instant: string, reform?: CountryReform): CountryValue {
    return valueAt(this.valuesOf(path, reform), instant)
  }

  #groups(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#names) return this.#names
    const names = new Map<string, Set<string>>([['', new Set()]])
    for (const path of this.#parameters.keys()) {
      const steps = path.replaceAll('[', '.[').split('.')
      let group = ''
      for (const step of steps) {
        if (!names.has(group)) names.set(group, new Set())
        names.get(group)!.add(step)
        group = step.startsWith('[') || !group ? group + step : `${group}.${step}`
      }
    }
    this.#names = names
    return names
  }
}
