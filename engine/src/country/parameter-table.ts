/** The parameters of a law as columns: policyengine-us has a hundred thousand, with nine hundred thousand dated values. */
import { type Blob, type Blobs, blobAt } from '../run/sent-program.ts'
import type { CountryParameter, CountryValue, DatedValues } from './law-file.ts'

const words = ['label', 'description', 'unit', 'reference', 'type'] as const

/** As `schema/country-law.schema.json` has them: for each parameter a place among the texts, for each value one among the instants. */
export interface ParameterColumns extends Readonly<Record<(typeof words)[number], Blob>> {
  readonly paths: readonly string[]
  /** Where the values of each begin, and where those of the last end. */
  readonly starts: Blob
  readonly days: Blob
  /** Conditions are 0 and 1; what is no number is NaN. */
  readonly numbers: Blob
}

export interface WrittenParameters {
  readonly parameters: ParameterColumns
  readonly texts: readonly string[]
  readonly instants: readonly string[]
  /** Of what is no number, texts and lists by the place of the value. */
  readonly others: Readonly<Record<string, CountryValue>>
}

/** Every parameter reads its columns when it is asked. */
export function readParameters(
  { parameters, texts, instants, others }: WrittenParameters,
  blobs: Blobs,
): readonly CountryParameter[] {
  const places = (blob: Blob) => new Uint32Array(blobAt(blobs, blob).buffer)
  const [starts, days] = [places(parameters.starts), places(parameters.days)]
  const numbers = new Float64Array(blobAt(blobs, parameters.numbers).buffer)
  const described = Object.fromEntries(words.map(word => [word, places(parameters[word])])) as Readonly<
    Record<(typeof words)[number], Uint32Array>
  >

  class ReadParameter implements CountryParameter {
    readonly #place: number

    constructor(place: number) {
      this.#place = place
    }

    get path(): string {
      return parameters.paths[this.#place]!
    }

    get label(): string {
      return texts[described.label[this.#place]!]!
    }

    get description(): string {
      return texts[described.description[this.#place]!]!
    }

    get unit(): string {
      return texts[described.unit[this.#place]!]!
    }

    get reference(): string {
      return texts[described.reference[this.#place]!]!
    }

    get type(): string {
      return texts[described.type[this.#place]!]!
    }

    get values(): DatedValues {
      const [start, end] = [starts[this.#place]!, starts[this.#place + 1]!]
      const isCondition = this.type === 'bool'
      return Array.from({ length: end - start }, (_, i) => [
        instants[days[start + i]!]!,
        valueAt(start + i, isCondition),
      ])
    }
  }

  function valueAt(place: number, isCondition: boolean): CountryValue {
    const number = numbers[place]!
    if (Number.isNaN(number)) return others[place] ?? null
    return isCondition ? number === 1 : number
  }

  return parameters.paths.map((_, place) => new ReadParameter(place))
}
