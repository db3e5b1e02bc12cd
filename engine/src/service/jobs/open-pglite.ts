/**
 * PGlite, PostgreSQL in this process, in a folder that one process has for itself.
 *
 * PGlite leaves out what makes a commit outlast the machine's power: it starts with fsync off, and its files have none.
 * Both are put right here. What a killed process leaves is recovered from the log when it is opened.
 */
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { ReformlabError } from '../../errors/index.ts'
import { storeIn } from './data-folder.ts'
import type { Database, Queries } from './database.ts'

const DRAFT = 'store.draft'
const settings = ['wal_sync_method=fsync', 'shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=32MB']
const startParams = [
  ...PGlite.defaultStartParams.filter(parameter => parameter !== '-F'),
  ...settings.flatMap(setting => ['-c', setting]),
]

/** Emscripten's Node files, with fsync. */
class SyncedFiles extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args)
    const synced = ({ NODEFS }: { readonly NODEFS: unknown }) => {
      const { stream_ops } = NODEFS as { stream_ops: { fsync?(stream: { readonly nfd: number }): number } }
      stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd)
        return 0
      }
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), synced] } }
  }
}

/** The store in `folder`, made where there is none. Throws E_DATA_FOLDER for one that cannot be opened. */
export async function openPglite(folder: string): Promise<Database> {
  const place = storeIn(folder)
  try {
    if (!existsSync(place)) await make(folder, place)
    return databaseOf(await start(place))
  } catch (error) {
    const problem = `its store cannot be opened (${String((error as Error).message ?? error).split('\n')[0]})`
    throw new ReformlabError('E_DATA_FOLDER', { folder, problem })
  }
}

/** Whole or not at all: a process that is killed meanwhile leaves a draft, which the next one removes. */
async function make(folder: string, place: string): Promise<void> {
  const draft = join(folder, DRAFT)
  rmSync(draft, { recursive: true, force: true })
  await (await start(draft)).close()
  syncAll(draft)
  renameSync(draft, place)
  sync(dirname(place))
}

function start(place: string): Promise<PGlite> {
  return PGlite.create({ fs: new SyncedFiles(place), relaxedDurability: false, startParams })
}

function databaseOf(pglite: PGlite): Database {
  const queriesOf = (on: Pick<PGlite, 'query'>): Queries => ({
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await on.query<Row>(text, [...values])).rows,
  })
  return {
    ...queriesOf(pglite),
    transaction: work => pglite.transaction(on => work(queriesOf(on as Pick<PGlite, 'query'>))),
    close: () => pglite.close(),
  }
}

function syncAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile() || entry.isDirectory()) sync(join(entry.parentPath, entry.name))
}

function sync(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
