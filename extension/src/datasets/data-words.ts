/** Numbers of datasets as people read them, and what entities are called. */
import type { DatasetCard } from '../engine/api-types.ts'
import { decimal, money, percent } from '../impact/numbers.ts'
import { useServices } from '../react/services.tsx'
import type { EntityName } from './answers.ts'

export const CURRENCY = /^currency-/
const MILLION = 1e6

/** What a number of a column's unit is; that of a condition is the share for which it holds. */
export interface Measured {
  readonly type: string
  readonly unit: string
}

/** `$52,310`, `12.4 %` of a condition, `2.53`; numbers that only name something have no size. */
export function valueText(value: number | null, measured: Measured): string {
  const { type, unit } = measured
  if (value === null || isName(measured)) return '–'
  if (CURRENCY.test(unit))
    return Math.abs(value) < 100 && !Number.isInteger(value) ? cents(value) : money(value)
  if (type === 'bool') return percent(value)
  return decimal(value, Number.isInteger(value) ? 0 : 2)
}

/** What a column comes to; of conditions how many records they hold for. */
export function totalText(value: number | null, { type, unit }: Measured): string {
  if (value === null) return '–'
  if (CURRENCY.test(unit)) return money(value)
  return type === 'bool' || unit === 'person' ? countText(value) : '–'
}

/** Identifiers and codes. */
const isName = ({ type, unit }: Measured) => type === 'integer' && unit === ''

/** `189.3 m` of millions. */
export function countText(count: number): string {
  return Math.abs(count) >= MILLION ? `${decimal(count / MILLION, 1)} m` : decimal(count, 0)
}

const cents = (value: number) => `${value < 0 ? '−' : ''}$${decimal(Math.abs(value), 2)}`

/** A name of the law as words: `head_of_household` as `head of household`. */
export const spaced = (name: string) => name.replaceAll('_', ' ')

export function useDataWords() {
  const { trans } = useServices()
  const plurals: Readonly<Record<EntityName, string>> = {
    person: trans.__('people'),
    tax_unit: trans.__('tax units'),
    household: trans.__('households'),
  }
  const plural = (entity: string) => plurals[entity as EntityName] ?? spaced(entity)
  const units: Readonly<Record<string, string>> = {
    '/1': '',
    year: trans.__('years'),
    person: trans.__('people'),
  }
  return {
    plural,
    unit: ({ type, unit }: Measured) =>
      type === 'bool' ? trans.__('yes or no') : (units[unit] ?? unit.replace(CURRENCY, '')),
    counts: ({ counts }: Pick<DatasetCard, 'counts'>) =>
      Object.entries(counts)
        .map(([entity, count]) => `${decimal(count, 0)} ${plural(entity)}`)
        .join(' · '),
  }
}
