/** Numbers as people read them. */
const count = (digits: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const formats = [count(0), count(1), count(2), count(3), count(4)]

/** `value` with thousands separators and a fixed number of decimals; never `-0`. */
export function decimal(value: number, digits: 0 | 1 | 2 | 3 | 4): string {
  const text = formats[digits]!.format(value)
  return /^-[0,.]+$/.test(text) ? text.slice(1) : text
}

/** As `decimal`, with a plus sign before gains; what rounds to zero has no sign. */
export function signed(value: number, digits: 0 | 1 | 2 | 3 | 4): string {
  const text = decimal(value, digits)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** `$1,234`, `-$1,234`. */
export function dollars(value: number, digits: 0 | 1 | 2 = 0): string {
  const text = decimal(Math.abs(value), digits)
  return value < 0 && /[1-9]/.test(text) ? `-$${text}` : `$${text}`
}

export function signedDollars(value: number, digits: 0 | 1 | 2 = 0): string {
  const text = dollars(value, digits)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A share of one in per cent. */
export const percent = (share: number, digits: 0 | 1 | 2 = 1) => `${decimal(share * 100, digits)}%`
export const signedPercent = (share: number, digits: 0 | 1 | 2 = 1) => `${signed(share * 100, digits)}%`

/** Half of the interval that holds 95 of 100 samples. */
export const within = (error: number | null, text: (margin: number) => string) =>
  error === null || error === 0 ? '' : `±${text(1.96 * error)}`

export interface Scale {
  readonly divisor: number
  readonly word: 'billions' | 'millions'
}

/** Billions, unless the largest of `values` would then be less than a tenth. */
export function scaleFor(values: readonly number[]): Scale {
  const largest = Math.max(0, ...values.map(Math.abs))
  return largest > 0 && largest < 0.1e9
    ? { divisor: 1e6, word: 'millions' }
    : { divisor: 1e9, word: 'billions' }
}

/** A value of a variable or parameter as its unit has it; in full, for one household or one parameter. */
export function valueText(value: number | boolean | string, unit: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (value >= 9e99) return 'no limit'
  if (unit === 'currency-USD')
    return dollars(value, Number.isInteger(value) || Math.abs(value) >= 1e6 ? 0 : 2)
  if (unit === '/1') return `${trimmed(value * 100)}%`
  return trimmed(value)
}

/** Up to four decimals, none that is zero at the end. */
function trimmed(value: number): string {
  const text = decimal(value, 4)
  return text.replace(/\.?0+$/, '')
}
