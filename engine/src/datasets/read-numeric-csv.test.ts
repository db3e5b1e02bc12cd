import { expect, test } from 'vitest'
import { readColumn, readNumericCsv } from './read-numeric-csv.ts'

const read = (text: string) => readNumericCsv(new TextEncoder().encode(text), 'file.csv')
const columns = (text: string) =>
  Object.fromEntries([...read(text).columns].map(([name, values]) => [name, [...values]]))

test('columns come by name, in the order of the rows', () => {
  expect(columns('a,b\n1,-2\n30,4\n')).toEqual({ a: [1, 30], b: [-2, 4] })
})

test('the last line may lack its end, and lines may end as on Windows', () => {
  expect(columns('a,b\r\n1,2\r\n3,4')).toEqual({ a: [1, 3], b: [2, 4] })
})

test('decimals, exponents and long numbers are the doubles that JavaScript reads', () => {
  const texts = ['1.043862', '-0.5', '.25', '1e-3', '12345678901234567000', '+7', '-0']
  expect(columns(`a\n${texts.join('\n')}\n`).a).toEqual(texts.map(text => Number(text) + 0))
})

test('a header alone is a table of no rows', () => {
  expect(read('a,b\n').count).toBe(0)
})

test.each(['', 'NaN', 'inf', '1,5', 'abc', '0x10', '1e999', '--1'])(
  '"%s" is refused with its column and row',
  field => {
    const quoted = field.includes(',')
      ? /row 1 does not have 2 fields/
      : `Column "b" holds "${field}" in row 1`
    expect(() => read(`a,b\n1,2\n3,${field}\n`)).toThrow(quoted)
  },
)

test('a line with too few fields is refused', () => {
  expect(() => read('a,b\n1,2\n3\n')).toThrow('row 1 does not have 2 fields')
})

test('a header that repeats or lacks a name is refused', () => {
  expect(() => read('a,a\n1,2\n')).toThrow('"file.csv" is malformed')
  expect(() => read('a,\n1,2\n')).toThrow('"file.csv" is malformed')
})

test('a column that is not there is named', () => {
  expect(() => readColumn(read('a\n1\n'), 'b')).toThrow('it has no column b')
})
