/**
 * The parameters of a country package as a tree of years: what panels show and reforms of our own change.
 *
 * The law of a package is one of days. A year's value is that of its 1 January; where there is none, that of the nearest
 * year that has one. What is neither a number nor a condition is not in the tree.
 */
import type { CountryLaw, CountryParameter, CountryValue, DatedValues } from '../../country/index.ts'
import { type ParameterFile, ParameterTree, UNLIMITED } from '../../parameters/index.ts'
import type { Years } from '../../parameters/indexation.ts'

/** Years before and after that of the population. */
const AROUND = 10

export const yearsAround = (year: number): Years => ({ first: year - AROUND, last: year + AROUND })

export function lawTree(law: CountryLaw, years: Years): ParameterTree {
  const files = new Map<string, ParameterFile>()
  for (const parameter of law.file.parameters) {
    const values = valuesByYear(parameter, years)
    if (values) files.set(parameter.path, fileOf(parameter, values))
  }
  return ParameterTree.of(files, years)
}

function fileOf(
  { label, description, unit, reference, type, path }: CountryParameter,
  values: ParameterFile['values'],
): ParameterFile {
  const shown = type === 'bool' ? 'bool' : unit === 'bool' ? '' : unit
  return { label: label || path, description, unit: shown, reference, values }
}

/** Of the first year, and of those in which it changes; undefined for what is never a number or a condition. */
function valuesByYear(
  { type, values }: CountryParameter,
  { first, last }: Years,
): ParameterFile['values'] | undefined {
  if (type !== 'number' && type !== 'bool') return undefined
  const stated: Record<string, number | boolean> = {}
  let shown: number | undefined
  let next = 0
  for (let year = first; year <= last; year++) {
    const before = shown
    const day = `${year}-01-01`
    for (; next < values.length && values[next]![0] <= day; next++) shown = held(values[next]![1]) ?? shown
    shown ??= earliest(values)
    if (shown === undefined) return undefined
    if (shown !== before) stated[year] = type === 'bool' ? shown !== 0 : shown
  }
  return stated
}

const earliest = (values: DatedValues) =>
  values.map(([, value]) => held(value)).find(value => value !== undefined)

function held(value: CountryValue): number | undefined {
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'number' ? Math.max(-UNLIMITED, Math.min(value, UNLIMITED)) : undefined
}
