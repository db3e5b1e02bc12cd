/** Numbers of outcomes as people read them. */

const MINUS = '−'
/** Half the width of the interval that 95 of 100 samples fall into, in standard errors. */
const INTERVAL = 1.96

/** `$` of USD, `£` of GBP; where people write none, its letters and a blank. */
export function signOf(currency: string): string {
  const known = signs.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  const { value } = format.formatToParts(0).find(({ type }) => type === 'currency')!
  const sign = /\p{L}$/u.test(value) ? `${value} ` : value
  signs.set(currency, sign)
  return sign
}

const signs = new Map<string, string>()

/** `£79.8 bn`, with a sign where it is negative. */
export function moneyOf(amount: number, currency: string): string {
  const size = Math.abs(amount)
  const scales = [
    [1e12, ' tn'],
    [1e9, ' bn'],
    [1e6, ' m'],
  ] as const
  const [scale, name] = scales.find(([least]) => size >= least * 0.9995) ?? [1, '']
  const digits = scale === 1 ? 0 : size / scale >= 99.95 ? 0 : 1
  const text = fixed(size / scale, digits)
  return `${isZero(text) ? '' : amount < 0 ? MINUS : ''}${signOf(currency)}${text}${isZero(text) ? '' : name}`
}

/** The same with a plus before what is above zero. */
export const signedMoneyOf = (amount: number, currency: string) => withPlus(moneyOf(amount, currency), amount)

/** Amounts of our own law, `$79.8 bn`. */
export const money = (amount: number) => moneyOf(amount, 'USD')

export const signedMoney = (amount: number) => signedMoneyOf(amount, 'USD')

/** `34.1 %` of a share of one. */
export const percent = (share: number, digits = 1) => `${decimal(share * 100, digits)} %`

export const signedPercent = (share: number, digits = 1) => withPlus(percent(share, digits), share)

export function decimal(value: number, digits: number): string {
  const text = fixed(Math.abs(value), digits)
  return `${value < 0 && !isZero(text) ? MINUS : ''}${text}`
}

export const signedDecimal = (value: number, digits: number) => withPlus(decimal(value, digits), value)

/** What lies between a number and the end of its interval; undefined where its error has no value. */
export function margin(standardError: number | null | undefined): number | undefined {
  return standardError === null || standardError === undefined ? undefined : INTERVAL * standardError
}

/** Digits after the point that show an error by its first two, and what it is the error of no finer. */
export function digitsFor(error: number | undefined, least: number, most: number): number {
  if (error === undefined || error === 0) return least
  return Math.min(most, Math.max(least, 1 - Math.floor(Math.log10(Math.abs(error)))))
}

function withPlus(text: string, value: number): string {
  return value > 0 && !isZero(text) ? `+${text}` : text
}

/** Formats are kept: making one takes longer than all the numbers of a frame. */
const formats = new Map<number, Intl.NumberFormat>()

function fixed(value: number, digits: number): string {
  let format = formats.get(digits)
  if (!format) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    formats.set(digits, format)
  }
  return format.format(value)
}

const isZero = (text: string) => !/[1-9]/.test(text)
