/** How a value of a parameter is written and typed, by its unit. */
import type { LeafValue } from '../engine/api-types.ts'
import { UNLIMITED } from '../reform/reform-text.ts'

export interface Unit {
  /** Written before and after a number in a sentence. */
  readonly before: string
  readonly after: string
  /** A typed number times this is the value: 100 % is 1. */
  readonly scale: number
}

const units: Readonly<Record<string, Unit>> = {
  'currency-USD': { before: '$', after: '', scale: 1 },
  '/1': { before: '', after: ' %', scale: 0.01 },
  years: { before: '', after: ' years', scale: 1 },
}

export const unitOf = (name: string): Unit => units[name] ?? { before: '', after: '', scale: 1 }

/** `2,200`, `39.6`: what stands in a field. Empty where there is no limit. */
export function fieldText(value: number, unit: string): string {
  return value >= UNLIMITED ? '' : shown(value / unitOf(unit).scale)
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
  const plain = text.replace(/[\s,$%]/g, '').replace('−', '-')
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return undefined
  const { scale } = unitOf(unit)
  return scale === 1 ? Number(plain) : tidy(Number(plain) * scale)
}

/** Without what multiplying in binary adds to a decimal number. */
export const tidy = (value: number) => Number(value.toPrecision(12))

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 })
const shown = (value: number) => numbers.format(tidy(value))
