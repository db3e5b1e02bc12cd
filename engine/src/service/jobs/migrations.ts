/** The tables of the store, as steps from one version to the next. A step that has been released is never changed. */
import { ReformlabError } from '../../errors/index.ts'
import type { Database } from './database.ts'

const steps: readonly (readonly string[])[] = [
  [
    `CREATE TABLE engine_batches (
      id text PRIMARY KEY,
      owner text NOT NULL,
      name text,
      request text NOT NULL,
      created timestamptz NOT NULL DEFAULT now())`,
    `CREATE TABLE engine_jobs (
      number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      id text NOT NULL UNIQUE,
      owner text NOT NULL,
      batch text REFERENCES engine_batches ON DELETE CASCADE,
      kind text NOT NULL,
      name text,
      dataset text NOT NULL,
      first_year integer NOT NULL,
      last_year integer NOT NULL,
      request text NOT NULL,
      status text NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
      attempt integer NOT NULL DEFAULT 0,
      lost integer NOT NULL DEFAULT 0,
      commits integer NOT NULL DEFAULT 0,
      lease timestamptz,
      progress double precision NOT NULL DEFAULT 0,
      note text NOT NULL DEFAULT '',
      error text,
      result text,
      result_type text,
      result_bytes double precision,
      reused boolean NOT NULL DEFAULT false,
      created timestamptz NOT NULL DEFAULT now(),
      started timestamptz,
      finished timestamptz)`,
    `CREATE INDEX engine_jobs_open ON engine_jobs (status) WHERE status IN ('queued', 'running')`,
    'CREATE INDEX engine_jobs_owner ON engine_jobs (owner, number)',
    'CREATE INDEX engine_jobs_turns ON engine_jobs (owner, started)',
    'CREATE INDEX engine_jobs_batch ON engine_jobs (batch)',
    'CREATE INDEX engine_jobs_result ON engine_jobs (result)',
    `CREATE TABLE engine_results (
      work text PRIMARY KEY,
      hash text NOT NULL,
      type text NOT NULL,
      bytes double precision NOT NULL,
      used timestamptz NOT NULL DEFAULT now())`,
    'CREATE INDEX engine_results_hash ON engine_results (hash)',
    `CREATE TABLE engine_keys (
      owner text NOT NULL,
      key text NOT NULL,
      fingerprint text NOT NULL,
      answer text,
      expires timestamptz NOT NULL,
      PRIMARY KEY (owner, key))`,
  ],
]

/** Any number that other programs are not likely to lock. */
const LOCK = 7_385_361

/** Brings the tables to the newest version. Throws E_DATABASE for those of a newer engine. */
export function migrate(database: Database): Promise<void> {
  return database.transaction(async ({ query }) => {
    await query('SELECT pg_advisory_xact_lock($1::int)', [LOCK])
    await query('CREATE TABLE IF NOT EXISTS engine_schema (version integer NOT NULL)')
    const [row] = await query<{ version: number }>('SELECT version FROM engine_schema')
    const version = row?.version ?? 0
    if (version > steps.length)
      throw new ReformlabError('E_DATABASE', { problem: 'a newer version of the engine has written to it' })
    for (const step of steps.slice(version)) for (const statement of step) await query(statement)
    await query('DELETE FROM engine_schema')
    await query('INSERT INTO engine_schema VALUES ($1::int)', [steps.length])
  })
}
