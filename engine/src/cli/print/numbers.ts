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

/** `$1,234`, `-$1,234`; of another currency its own sign, or its three letters. */
export function money(value: number, currency: string, digits: 0 | 1 | 2 = 0): string {
  const text = decimal(Math.abs(value), digits)
  return `${value < 0 && /[1-9]/.test(text) ? '-' : ''}${signOf(currency)}${text}`
}

export function signedMoney(value: number, currency: string, digits: 0 | 1 | 2 = 0): string {
  const text = money(value, currency, digits)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

export const dollars = (value: number, digits: 0 | 1 | 2 = 0) => money(value, 'USD', digits)
export const signedDollars = (value: number, digits: 0 | 1 | 2 = 0) => signedMoney(value, 'USD', digits)

/** In what amounts are: dollars, EUR. */
export const currencyWord = (currency: string) => (currency === 'USD' ? 'dollars' : currency)

/** The currency of a unit like currency-EUR; undefined for other units. */
export const currencyOf = (unit: string) => /^currency-([A-Z]{3})$/.exec(unit)?.[1]

function signOf(currency: string): string {
  const format = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const sign = new Intl.NumberFormat('en-US', format)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')!
  return /^[A-Z]+$/.test(sign.value) ? `${sign.value} ` : sign.value
}

/** A share of one in per cent. */
export const percent = (share: number, digits: 0 | 1 | 2 = 1) => `${decimal(share * 100, digits)}%`
export const signedPercent = (share: number, digits: 0 | 1 | 2 = 1) => `${signed(share * 100, digits)}%`

/** Half of the interval that holds 95 of 100 samples. */
export const within = (error: number | null, text: (margin: number) => string) =>
  error === null || error === 0 ? '' : `±${text(1.96 * error)}`

export interface Scale {
  readonly divisor: number
  /** Nothing for single ones. */
  readonly word: 'billions' | 'millions' | 'thousands' | ''
}

const scales: readonly Scale[] = [
  { divisor: 1e9, word: 'billions' },
  { divisor: 1e6, word: 'millions' },
  { divisor: 1e3, word: 'thousands' },
  { divisor: 1, word: '' },
]

/** `billions of dollars`. */
export const scaled = ({ word }: Scale, what: string) => (word ? `${word} of ${what}` : what)

/** Billions, unless the largest of `values` would then be less than a tenth; and so on. */
export function scaleFor(values: readonly number[]): Scale {
  const largest = Math.max(0, ...values.map(Math.abs))
  return scales.find(({ divisor }) => largest === 0 || largest >= divisor / 10) ?? scales.at(-1)!
}

/** For counts of people: millions of a country's, single ones of a few. */
export const countScale = (people: number) =>
  scales.find(({ divisor }) => divisor === 1e6 && people >= 1e6) ?? scales.at(-1)!

/** A value of a variable or parameter as its unit has it; in full, for one household or one parameter. */
export function valueText(value: number | boolean | string, unit: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (value >= 9e99) return 'no limit'
  const currency = currencyOf(unit)
  if (currency) return money(value, currency, Number.isInteger(value) || Math.abs(value) >= 1e6 ? 0 : 2)
  if (unit === '/1') return `${trimmed(value * 100)}%`
  return trimmed(value)
}

/** Up to four decimals, none that is zero at the end. */
function trimmed(value: number): string {
  const text = decimal(value, 4)
  return text.replace(/\.?0+$/, '')
}
