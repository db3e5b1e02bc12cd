/** Reads an outcome table's text piece by piece; whatever is not as it should be is `E_OUTCOME_TABLE` with the file's name. */
import { parse } from 'yaml'
import { ReformlabError } from '../errors/index.ts'

export class TableReader {
  private readonly name: string

  constructor(name: string) {
    this.name = name
  }

  fail(problem: string): never {
    throw new ReformlabError('E_OUTCOME_TABLE', { file: this.name, problem })
  }

  yaml(text: string): unknown {
    try {
      return parse(text)
    } catch (error) {
      return this.fail(String((error as Error).message).split('\n')[0]!)
    }
  }

  map(value: unknown, what: string): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
    return this.fail(`${what} is not a map`)
  }

  text(row: Record<string, unknown>, key: string): string {
    const value = row[key]
    return typeof value === 'string' ? value : this.fail(`${key} is missing in ${JSON.stringify(row)}`)
  }

  texts(value: unknown, what: string): string[] {
    const areTexts = Array.isArray(value) && value.every(item => typeof item === 'string')
    return areTexts ? value : this.fail(`${what} is a list of names`)
  }

  oneOf<T extends string>(row: Record<string, unknown>, key: string, allowed: readonly T[]): T {
    const found = allowed.find(value => value === row[key])
    return found ?? this.fail(`${key} is one of ${allowed.join(', ')}, not ${JSON.stringify(row[key])}`)
  }

  /** A list whose items have different names. */
  named<T extends { readonly name: string }>(
    value: unknown,
    what: string,
    read: (row: Record<string, unknown>) => T,
  ): T[] {
    if (!Array.isArray(value)) return this.fail(`${what} is not in a list`)
    const items = value.map(item => read(this.map(item, what)))
    const names = items.map(({ name }) => name)
    const twice = names.find((name, i) => names.indexOf(name) < i)
    return twice === undefined ? items : this.fail(`${twice} stands twice`)
  }

  share(row: Record<string, unknown>, key: string): number {
    const value = row[key]
    return typeof value === 'number' && value > 0 && value < 1
      ? value
      : this.fail(`${key} is a share between 0 and 1, not ${JSON.stringify(value)}`)
  }

  cuts(value: unknown): number[] {
    const ascending = Array.isArray(value) && value.every((cut, i) => cut > (i ? value[i - 1] : 0) && cut < 1)
    return ascending ? value : this.fail('cuts must be shares that ascend between 0 and 1')
  }

  apart(value: unknown): ('negative' | 'zero')[] {
    const signs = Array.isArray(value) && value.every(sign => sign === 'negative' || sign === 'zero')
    return signs ? value : this.fail('apart is a list of negative, zero')
  }
}
