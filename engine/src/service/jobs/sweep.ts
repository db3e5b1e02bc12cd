import type { Database } from './database.ts'
import type { ResultStore } from './result-store.ts'

/** A result is written before it is named. */
const UNNAMED_MILLISECONDS = 60 * 60_000

/** Forgets jobs that ended, and results that nobody used, for more than `days`; keys whose time is over; files without a name. */
export async function sweep(database: Database, results: ResultStore, days: number): Promise<void> {
  await database.query(`DELETE FROM engine_jobs WHERE finished < now() - make_interval(days => $1::int)`, [
    days,
  ])
  await database.query(
    `DELETE FROM engine_batches WHERE created < now() - make_interval(days => $1::int)
     AND NOT EXISTS (SELECT 1 FROM engine_jobs WHERE batch = engine_batches.id)`,
    [days],
  )
  await database.query(
    `DELETE FROM engine_results WHERE used < now() - make_interval(days => $1::int)
     AND NOT EXISTS (SELECT 1 FROM engine_jobs WHERE result = engine_results.hash)`,
    [days],
  )
  await database.query('DELETE FROM engine_keys WHERE expires < now()')
  // Nobody else does in PGlite.
  await database.query('VACUUM (ANALYZE) engine_batches, engine_jobs, engine_results, engine_keys')
  await results.sweep(new Date(Date.now() - UNNAMED_MILLISECONDS))
}
