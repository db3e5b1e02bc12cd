import { type CompiledModel, earningsGrid, earningsVariation, openModel } from '../model/index.ts'
import type { Command, Options } from './command.ts'
import { lawOptions, type RequestedLaw, readLaw, readYear, usageError, yearOption } from './common-options.ts'
import { decimal } from './print/numbers.ts'
import { printEarnings } from './print/print-earnings.ts'
import { printEarningsGrid } from './print/print-earnings-grid.ts'
import { readSituation } from './read-situation.ts'
import type { Terminal } from './terminal.ts'

export const earningsCommand: Command = {
  name: 'earnings',
  usage: 'FILE [--reform FILE]… [--income NAME]',
  describe:
    'One household along one of its incomes: what it keeps, what it pays, the rate on one dollar more, and every kink and cliff to the cent with the rule that makes it. With --second, over two incomes at once. With a reform, before and after.',
  options: {
    income: { type: 'string', value: 'NAME', describe: 'The income that varies (employment_income)' },
    of: {
      type: 'string',
      value: 'NAME',
      describe: 'The person, or tax unit, whose income it is (the first)',
    },
    from: { type: 'string', value: 'AMOUNT', describe: 'Least income, in dollars a year (0)' },
    to: { type: 'string', value: 'AMOUNT', describe: 'Most income (200000)' },
    second: { type: 'string', value: 'NAME', describe: 'Another input that varies: a grid of both' },
    'second-of': { type: 'string', value: 'NAME', describe: 'Whose input it is (the first, or the next)' },
    'second-from': { type: 'string', value: 'AMOUNT', describe: 'Least of it (0)' },
    'second-to': { type: 'string', value: 'AMOUNT', describe: 'Most of it (200000)' },
    points: { type: 'string', value: 'N', describe: 'Amounts of each input of a grid (41), up to 141' },
    out: { type: 'string', value: 'FILE', describe: 'Writes the grid as .csv, .parquet or .arrow' },
    ...yearOption,
    ...lawOptions,
  },
  words: [1, 1],
  examples: [
    'reformlab earnings family.json',
    'reformlab earnings family.json --reform law/us/reforms/faster-eitc.reform.yaml --to 80000',
    'reformlab earnings family.json --income long_term_capital_gains --json > curve.json',
    'reformlab earnings family.json --second employment_income --second-of Bob --to 90000',
  ],
  async run({ words: [file], options, terminal }) {
    const year = readYear(options)
    const range = readRange(options, '')
    const isGrid = options.text('second') !== undefined
    const strange = ['second-of', 'second-from', 'second-to', 'points', 'out'].find(name =>
      options.text(name),
    )
    if (!isGrid && strange)
      throw usageError(`--${strange} is of a grid`, 'Name its other input with --second.')
    const situation = await readSituation(file!)
    const model = await openModel()
    const law = await readLaw(model, options)
    const { baseline, reform, reforms } = law
    const request = { situation, year, baseline, ...(reforms.length > 0 && { reform }) }
    if (isGrid) return answerGrid(model, request, range, law, options, terminal)
    const variation = await earningsVariation(model, { ...request, ...range })
    if (options.has('json')) terminal.print(JSON.stringify(variation, null, 2))
    else printEarnings(variation, model.catalogue, reforms, terminal)
  },
}

async function answerGrid(
  model: CompiledModel,
  request: Omit<Parameters<typeof earningsGrid>[1], 'first' | 'second'>,
  range: EarningsRange,
  { reforms }: RequestedLaw,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const out = options.text('out')
  const { checkFormat, writeTable } = await import('../model/table/write-table.ts')
  if (out !== undefined) checkFormat(out)
  const points = readPoints(options)
  const grid = await earningsGrid(model, {
    ...request,
    first: { ...range, ...points },
    second: { ...readRange(options, 'second-'), income: options.text('second')!, ...points },
  })
  if (out !== undefined) {
    const { gridTable } = await import('../model/earnings/grid-table.ts')
    const table = gridTable(grid)
    await writeTable(table, out)
    const columns = table.columns.map(({ title }) => title)
    if (options.has('json')) terminal.print(JSON.stringify({ file: out, rows: table.rows, columns }, null, 2))
    else terminal.print(`${decimal(table.rows, 0)} points: ${columns.join(', ')}, written to ${out}`)
  } else if (options.has('json')) terminal.print(JSON.stringify(grid))
  else printEarningsGrid(grid, model.catalogue, reforms, terminal)
}

interface EarningsRange {
  readonly income?: string
  readonly record?: string
  readonly from: number
  readonly to: number
}

/** Throws E_USAGE. */
function readRange(options: Options, prefix: '' | 'second-'): EarningsRange {
  const from = readAmount(options, `${prefix}from`, 0)
  const to = readAmount(options, `${prefix}to`, 200_000)
  if (!(to > from))
    throw usageError(
      `${to} is not above ${from}`,
      `Write --${prefix}from the least income and --${prefix}to the most.`,
    )
  const [income, record] = [options.text(`${prefix}income`), options.text(`${prefix}of`)]
  return { ...(income !== undefined && { income }), ...(record !== undefined && { record }), from, to }
}

/** Throws E_USAGE. */
function readPoints(options: Options): { readonly points?: number } {
  const text = options.text('points')
  if (text === undefined) return {}
  if (/^\d+$/.test(text)) return { points: Number(text) }
  throw usageError(`"${text}" is not a number of points`, 'Write --points and a number from 2 to 141.')
}

function readAmount(options: Options, option: string, otherwise: number): number {
  const text = options.text(option)
  if (text === undefined) return otherwise
  const amount = Number(text.replaceAll(',', ''))
  if (text.trim() !== '' && Number.isFinite(amount) && Math.abs(amount) <= 1e9) return amount
  throw usageError(`"${text}" is not an amount`, `Write --${option} and dollars a year, up to a billion.`)
}
