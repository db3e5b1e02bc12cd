import { writeFileSync } from 'node:fs'
import { progressOnStderr } from '../datasets/index.ts'
import { computeLock, type Lock, openModel, readAssumptionFile } from '../model/index.ts'
import type { Command, Options } from './command.ts'
import {
  DEFAULT_DATASET,
  lawOptions,
  populationOptions,
  readLaw,
  readNames,
  readWorkers,
  readYear,
  splitNames,
  usageError,
  yearOption,
} from './common-options.ts'

/** Options that only one of the commands has. */
const own: Readonly<Record<Lock['command'], readonly string[]>> = {
  impact: ['convention', 'assume'],
  columns: ['names'],
}

export const lockCommand: Command = {
  name: 'lock',
  usage: 'impact|columns [WORDS AND OPTIONS OF THAT COMMAND] --out FILE',
  describe:
    'Computes an impact or columns and writes a lockfile: the question with the content of its files, hashes of law and data, the version, and the answer with its hash. It is enough for `reformlab rerun` to compute the same again and compare.',
  options: {
    out: { type: 'string', value: 'FILE', describe: 'The lockfile to write, e.g. FILE.lock.json' },
    ...yearOption,
    ...lawOptions,
    ...populationOptions,
    convention: {
      type: 'string',
      value: 'NAME',
      describe: 'Of an impact: default, tax-calculator, policyengine-5',
    },
    assume: { type: 'string', value: 'FILE', describe: 'Of an impact: assumptions on behaviour' },
    names: { type: 'string', value: 'WHOSE', describe: 'Of columns: tax-calculator' },
  },
  words: [1, 100],
  examples: [
    'reformlab lock impact --reform mine.reform.yaml --out mine.lock.json',
    'reformlab lock columns income_tax,eitc --year 2024 --out columns.lock.json',
    'reformlab rerun mine.lock.json',
  ],
  async run({ words: [what, ...words], options, terminal }) {
    const command = readCommand(what!, options)
    const names = splitNames(words)
    if (command === 'impact' && names.length > 0) throw usageError(`"${words[0]}" is one word too many`, see)
    if (command === 'columns' && names.length === 0)
      throw usageError('It is not said which columns', 'Name variables after `columns`.')
    const year = readYear(options)
    const workers = readWorkers(options)
    const out = options.text('out')
    if (!out) throw usageError('It is not said where to write', 'Add --out FILE.lock.json.')
    const whose = readNames(options)
    const model = await openModel()
    const { reforms, baselineReforms: baseline } = await readLaw(model, options)
    const assume = options.text('assume')
    const request = {
      ...{ command, year, baseline, reforms, dataset: options.text('dataset') ?? DEFAULT_DATASET },
      options:
        command === 'impact'
          ? { convention: options.text('convention') ?? 'default' }
          : { variables: names, names: whose },
      ...(assume !== undefined && { assumptions: { ...(await readAssumptionFile(assume)), file: assume } }),
    }
    const lock = await computeLock(model, request, { ...workers, progress: progressOnStderr })
    const { writeWhole } = await import('../model/table/write-whole.ts')
    await writeWhole(out, draft => writeFileSync(draft, `${JSON.stringify(lock, null, 2)}\n`))
    const { resultHash, dataset } = lock
    if (options.has('json')) terminal.print(JSON.stringify({ file: out, resultHash }, null, 2))
    else
      terminal.print(
        `${command} of ${dataset.name} ${year} is locked in ${out}; result ${resultHash.slice(0, 12)}`,
      )
  },
}

const see = 'See `reformlab lock --help`.'

/** Throws E_USAGE for what cannot be locked, and for an option of the other command. */
function readCommand(what: string, options: Options): Lock['command'] {
  if (what !== 'impact' && what !== 'columns')
    throw usageError(
      `"${what}" cannot be locked`,
      'Write `reformlab lock impact` or `reformlab lock columns`.',
    )
  const others = Object.entries(own).flatMap(([command, names]) => (command === what ? [] : names))
  const wrong = others.find(name => options.text(name) !== undefined)
  if (wrong) throw usageError(`\`reformlab ${what}\` has no option --${wrong}`, see)
  return what
}
