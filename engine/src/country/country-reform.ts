/** Reforms of a country package's parameters: PolicyEngine's JSON, by day, checked against the law. */
import { nearestNames, ReformlabError } from '../errors/index.ts'
import type { CountryLaw } from './country-law.ts'
import { type DaySpan, daysText, parseDays } from './country-period.ts'
import { areSameValues, type DatedChange, isSameValue, valueAt, withChange } from './dated-values.ts'
import type { CountryParameter, CountryValue, DatedValues } from './law-file.ts'

/** Of each parameter that it names, all its values. */
export type CountryReform = ReadonlyMap<string, DatedValues>

export const noReform: CountryReform = new Map()

export interface CountryChange extends DatedChange {
  readonly path: string
}

/** By path and first day: each value holds until the next. */
export type WrittenReform = Readonly<Record<string, Readonly<Record<string, CountryValue>>>>

/** When a value without a period holds: PolicyEngine's own span. */
const USUAL_SPAN: DaySpan = { start: '2000-01-01', stop: '2099-12-31' }

/**
 * `{path: {period: value}}`, `{path: value}`, or an answer of PolicyEngine's API with `policy_json`.
 *
 * throws  E_COUNTRY_REFORM
 */
export function readCountryChanges(law: CountryLaw, reform: unknown): CountryChange[] {
  const policy = policyOf(typeof reform === 'string' ? parsed(reform) : reform)
  if (!isRecord(policy)) throw wrong('its beginning', 'it is no object of parameters and values')
  return Object.entries(policy).flatMap(([path, content]) => readChanges(law, path, content))
}

/** One after the other. Throws E_COUNTRY_REFORM. */
export function withChanges(law: CountryLaw, changes: readonly CountryChange[]): CountryReform {
  const reform = new Map<string, DatedValues>()
  for (const { path, value, ...days } of changes) {
    const read = readValue(parameterAt(law, path), value)
    reform.set(path, withChange(reform.get(path) ?? law.valuesOf(path), { ...days, value: read }))
  }
  return reform
}

/** In PolicyEngine's form, so that what is the same law is the same text. */
export function writtenReform(law: CountryLaw, reform: CountryReform): WrittenReform {
  const paths = [...reform.keys()].filter(path => !areSameValues(law.valuesOf(path), reform.get(path)!))
  return Object.fromEntries(
    paths.sort().map(path => [path, changesIn(law.valuesOf(path), reform.get(path)!)]),
  )
}

function changesIn(before: DatedValues, after: DatedValues): Readonly<Record<string, CountryValue>> {
  const days = [...new Set([...before, ...after].map(([instant]) => instant))].sort()
  const first = days.findIndex(day => !isSameValue(valueAt(before, day), valueAt(after, day)))
  const changed = days.slice(first).map(day => [daysText({ start: day }), valueAt(after, day)] as const)
  const kept = changed.filter(([, value], i) => i === 0 || !isSameValue(value, changed[i - 1]![1]))
  return Object.fromEntries(kept.map(([day, value]) => [day, written(value)]))
}

function readChanges(law: CountryLaw, path: string, content: unknown): CountryChange[] {
  const parameter = parameterAt(law, path)
  const dated = isRecord(content) ? Object.entries(content) : [[daysText(USUAL_SPAN), content] as const]
  if (dated.length === 0) throw wrong(path, 'it is given no period')
  const changes = dated.map(([period, value]) => {
    const span = parseDays(period)
    if (!span) throw wrong(path, `${period} is no period`)
    return { path, ...span, value: readValue(parameter, value) }
  })
  // A later beginning overrides an earlier one, in whatever order they are written.
  return changes.sort((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)))
}

function parameterAt(law: CountryLaw, path: string): CountryParameter {
  const parameter = law.parameter(path)
  if (!parameter) throw wrong(path, whatIsMissing(law, path))
  return parameter
}

const infinities = new Map([
  ['inf', Infinity],
  ['-inf', -Infinity],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
])

/** Numbers of conditions and conditions of numbers are taken as the packages take them. */
function readValue({ path, type }: CountryParameter, value: unknown): CountryValue {
  if (value === null) return null
  if (type === 'number') {
    const number = typeof value === 'boolean' ? Number(value) : (infinities.get(String(value)) ?? value)
    if (typeof number !== 'number') throw wrong(path, `it takes a number, not ${JSON.stringify(value)}`)
    return number
  }
  if (type === 'bool') {
    if (typeof value === 'boolean') return value
    if (value !== 0 && value !== 1) throw wrong(path, `it takes true or false, not ${JSON.stringify(value)}`)
    return value === 1
  }
  if (isRecord(value)) throw wrong(path, `${JSON.stringify(value)} is no value`)
  return value as CountryValue
}

/** The first name on the way to it that is not there. */
function whatIsMissing(law: CountryLaw, path: string): string {
  if (law.isGroup(path)) return 'it is a group of parameters'
  const steps = path.replaceAll('[', '.[').split('.')
  const joined = (count: number) => steps.slice(0, count).join('.').replaceAll('.[', '[')
  const known = steps.findLastIndex((_, i) => law.isGroup(joined(i + 1)) || law.parameter(joined(i + 1))) + 1
  const [group, name = ''] = [joined(known), steps[known]]
  if (name.startsWith('[')) return `there is no bracket ${name}`
  const near = nearestNames(name, law.namesIn(group))
  return `there is no ${name}${group && ` in ${group}`}${near.length ? `; nearest: ${near.join(', ')}` : ''}`
}

function policyOf(content: unknown): unknown {
  if (!isRecord(content)) return content
  const { policy_json: policy, result } = content
  return policy ?? (isRecord(result) ? result.policy_json : undefined) ?? content
}

/** Years as their first days: names that are numbers would come before all others, and of one day the last holds. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(/"(\d{4})"(\s*:)/g, '"$1-01-01"$2'))
  } catch (error) {
    throw wrong('its beginning', `it is no JSON: ${(error as Error).message}`)
  }
}

/** JSON has no infinite numbers. */
function written(value: CountryValue): CountryValue {
  return value === Infinity ? 'inf' : value === -Infinity ? '-inf' : value
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrong = (at: string, problem: string) => new ReformlabError('E_COUNTRY_REFORM', { at, problem })
