/** Reads a lockfile, and what it says to compute. */
import lockSchema from '@reformlab/schema/lock.schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import { ReformlabError } from '../../errors/index.ts'
import { readReform, readTextFile, reformHash } from '../../reforms/index.ts'
import type { CompiledModel } from '../model.ts'
import { readReformFile } from '../reformed-law.ts'
import { readAssumptions } from '../response/assumptions.ts'
import type { LockRequest } from './compute-lock.ts'
import type { Lock, LockedFile } from './lock.ts'

/** The lock in the file at `path`. Throws `E_FILE_READ`, `E_LOCK_FILE`. */
export function readLock(path: string): Lock {
  const malformed = (problem: string) => new ReformlabError('E_LOCK_FILE', { file: path, problem })
  const text = readTextFile(path)
  let lock: unknown
  try {
    lock = JSON.parse(text, finite)
  } catch {
    throw malformed('it is no JSON, or a number in it is too large')
  }
  const isLock = new Ajv({ allowUnionTypes: true }).compile<Lock>(lockSchema)
  if (isLock(lock)) return lock
  const { instancePath, message } = isLock.errors![0]!
  throw malformed(`${instancePath.slice(1).replaceAll('/', '.') || 'it'} ${message}`)
}

/** What `lock` says to compute, from the texts that it holds. Throws what `readReform` and `readAssumptions` throw. */
export async function requestOf(model: CompiledModel, lock: Lock): Promise<LockRequest> {
  const { command, options, dataset, assumptions } = lock
  const read = (files: readonly LockedFile[]) =>
    Promise.all(
      files.map(async ({ file, text }) => ({ ...(await readReform(text, file, model.reforms)), file })),
    )
  const [baseline, reforms] = [await read(lock.baseline), await read(lock.reforms)]
  return {
    ...{ command, options, year: dataset.year, dataset: dataset.name, baseline, reforms },
    ...(assumptions && {
      assumptions: {
        ...(await readAssumptions(assumptions.text, assumptions.file)),
        file: assumptions.file,
      },
    }),
  }
}

/** Of the reform files that `lock` names those that still exist and are another reform by now. */
export async function changedFiles(model: CompiledModel, { baseline, reforms }: Lock): Promise<string[]> {
  const hashNow = async ({ file }: LockedFile) => {
    try {
      return reformHash(await readReformFile(model, file))
    } catch {
      return undefined
    }
  }
  const now = await Promise.all(
    [...baseline, ...reforms].map(async locked => ({ ...locked, now: await hashNow(locked) })),
  )
  return now.filter(({ hash, now }) => now !== undefined && now !== hash).map(({ file }) => file)
}

function finite(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} is not in JSON`)
  return value
}
