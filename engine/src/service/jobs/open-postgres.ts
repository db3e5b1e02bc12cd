import { Pool, type PoolClient } from 'pg'
import { type Database, unreachable } from './database.ts'

const CONNECTIONS = 8
const CONNECT_MILLISECONDS = 10_000

/** A PostgreSQL server at `url`, which several engines may share. Throws E_DATABASE when it is not reached. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    application_name: 'reformlab',
  })
  // Connections that lie idle when the server ends; the next query says so.
  pool.on('error', () => {})
  const database: Database = {
    query: (text, values) => asked(pool, text, values),
    async transaction(work) {
      const client = await orUnreachable(pool.connect())
      try {
        await asked(client, 'BEGIN')
        const done = await work({ query: (text, values) => asked(client, text, values) })
        await asked(client, 'COMMIT')
        client.release()
        return done
      } catch (error) {
        await rollBack(client)
        throw error
      }
    },
    close: () => pool.end(),
  }
  try {
    await database.query('SELECT 1')
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A connection that cannot even roll back is not used again. */
async function rollBack(client: PoolClient): Promise<void> {
  const failed = await client.query('ROLLBACK').then(
    () => undefined,
    (error: Error) => error,
  )
  client.release(failed)
}

async function asked<Row extends object>(
  on: Pool | PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await orUnreachable(on.query<Row>(text, [...values]))
  return rows
}

async function orUnreachable<T>(done: Promise<T>): Promise<T> {
  try {
    return await done
  } catch (error) {
    throw unreachable(error) ?? error
  }
}
