/** How a value of a parameter is written and typed, by its unit. */
import type { LeafValue } from '../engine/api-types.ts'
import { signOf } from '../impact/numbers.ts'
import { UNLIMITED } from '../reform/reform-text.ts'

export interface Unit {
  /** Written before and after a number in a sentence. */
  readonly before: string
  readonly after: string
  /** A typed number times this is the value: 100 % is 1. */
  readonly scale: number
}

const units: Readonly<Record<string, Unit>> = {
  '/1': { before: '', after: ' %', scale: 0.01 },
  year: { before: '', after: ' years', scale: 1 },
  month: { before: '', after: ' months', scale: 1 },
  week: { before: '', after: ' weeks', scale: 1 },
  day: { before: '', after: ' days', scale: 1 },
  hour: { before: '', after: ' hours', scale: 1 },
  person: { before: '', after: ' people', scale: 1 },
  child: { before: '', after: ' children', scale: 1 },
}
/** What names no unit that people read, or says what a whole value is. */
const UNSAID = /^(|bool|count|currency|number|int|float|abs|list)$/

export function unitOf(name: string): Unit {
  const [, currency, per = ''] = /^currency-([A-Z]{3})(\/.*)?$/.exec(name) ?? []
  if (currency !== undefined)
    return { before: signOf(currency), after: per.replace('/', ' / ').replaceAll('_', ' '), scale: 1 }
  return (
    units[name] ?? { before: '', after: UNSAID.test(name) ? '' : ` ${name.replaceAll('_', ' ')}`, scale: 1 }
  )
}

/** An amount of money, of whatever currency. */
export const isMoney = (unit: string) => /^currency(-|$)/.test(unit)

/** `2,200`, `39.6`: what stands in a field. Empty where there is no limit. */
export function fieldText(value: number, unit: string): string {
  return Math.abs(value) >= UNLIMITED ? '' : shown(value / unitOf(unit).scale)
}

/** `$2,200`, `39.6 %`, `yes`, `no limit`. */
export function valueText(value: LeafValue, unit: string, words: ValueWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Math.abs(value) >= UNLIMITED) return words.noLimit
  const { before, after, scale } = unitOf(unit)
  const number = shown(Math.abs(value) / scale)
  return `${value < 0 ? '−' : ''}${before}${number}${after}`
}

export interface ValueWords {
  readonly yes: string
  readonly no: string
  readonly noLimit: string
}

/** What somebody typed; undefined where it is no number. Blanks, signs of the unit and thousands are taken. */
export function parseField(text: string, unit: string): number | undefined {
  const sign = unitOf(unit).before.trim()
  const plain = text
    .replace(sign, '')
    .replace(/[\s,%\p{Sc}]/gu, '')
    .replace('−', '-')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined
  const { scale } = unitOf(unit)
  return scale === 1 ? Number(plain) : tidy(Number(plain) * scale)
}

/** Without what multiplying in binary adds to a decimal number. */
export const tidy = (value: number) => Number(value.toPrecision(12))

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
const shown = (value: number) => numbers.format(tidy(value))
