import { progressOnStderr } from '../datasets/index.ts'
import { ReformlabError } from '../errors/index.ts'
import { compareLocks, computeLock, openModel } from '../model/index.ts'
import type { Command } from './command.ts'
import { populationOptions, readWorkers } from './common-options.ts'
import { printRerun } from './print/print-rerun.ts'

const { workers: workersOption } = populationOptions

export const rerunCommand: Command = {
  name: 'rerun',
  usage: 'FILE.lock.json',
  describe:
    'Computes again what a lockfile of `reformlab lock` pins, from the texts that it holds, and compares: law, data, version, and every number of the answer. Ends with status 0 if all is the same to the last bit, else with 1 and a table of what differs.',
  options: { workers: workersOption },
  words: [1, 1],
  examples: ['reformlab rerun mine.lock.json', 'reformlab rerun mine.lock.json --json'],
  async run({ words: [file], options, terminal }) {
    const workers = readWorkers(options)
    const { changedFiles, readLock, requestOf } = await import('../model/lock/read-lock.ts')
    const lock = readLock(file!)
    const model = await openModel(lock.law.country)
    const request = await requestOf(model, lock)
    for (const changed of await changedFiles(model, lock))
      terminal.note(`${changed} is another reform by now; what is computed is the text in the lockfile.`)
    const now = await computeLock(model, request, { ...workers, progress: progressOnStderr })
    const comparison = compareLocks(lock, now)
    if (options.has('json')) terminal.print(JSON.stringify(comparison, null, 2))
    else printRerun(file!, lock, comparison, terminal)
    if (comparison.same) return
    const { pins, results, isEdited } = comparison
    const differing = `${pins.length + results.length} values differ`
    const problem = isEdited ? `${differing}, and its answer was edited` : differing
    throw new ReformlabError('E_LOCK_DIFFERS', { file: file!, problem })
  },
}
