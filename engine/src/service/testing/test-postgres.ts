/** A PostgreSQL server of its own, in a temporary folder and on a unix socket there. */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Client } from 'pg'

export interface TestPostgres {
  /** URL of an empty database. */
  database(): Promise<string>
  stop(): Promise<void>
}

const USER = 'reformlab'
const ATTEMPTS = 200
const PAUSE = 50

export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'reformlab-postgres-'))
  const owner = unprivileged()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const as = { ...owner, cwd: folder, stdio: 'ignore' } as const
  const setting = ['--username', USER, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync']
  execFileSync(binary('initdb'), ['--pgdata', data, ...setting], as)
  const server = spawn(binary('postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses='], as)
  const ended = new Promise(resolve => server.once('close', resolve))
  const url = (name: string) => `postgresql://${USER}@${encodeURIComponent(folder)}/${name}`
  await ready(url('postgres'))
  let made = 0
  return {
    async database() {
      const name = `test_${++made}`
      const client = new Client({ connectionString: url('postgres') })
      await client.connect()
      await client.query(`CREATE DATABASE ${name}`)
      await client.end()
      return url(name)
    },
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** On the path, or where Debian puts it. */
function binary(name: string): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(version => join(debian, version, 'bin')) : []
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions]
  const found = folders.map(folder => join(folder, name)).find(existsSync)
  if (found) return found
  throw new Error(`There is no ${name}. Install PostgreSQL (Debian: apt-get install postgresql).`)
}

/** Whom PostgreSQL runs as where we are root, as which it refuses to. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (option: string, user: string) =>
    Number(execFileSync('id', [option, user], { encoding: 'utf8', stdio: 'pipe' }))
  for (const user of ['postgres', 'nobody'])
    try {
      return { uid: id('-u', user), gid: id('-g', user) }
    } catch {}
  throw new Error('There is no user but root to run PostgreSQL as.')
}

async function ready(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      await new Promise(resolve => setTimeout(resolve, PAUSE))
    }
  }
}
