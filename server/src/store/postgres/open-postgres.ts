import knexFactory from 'knex';
import type { PoolClient } from 'pg';
import pg from 'pg';
import type { Database } from '../database.ts';
import { driverClient } from '../driver-client.ts';
import { migrate } from '../migrate.ts';
import type { SqlValue } from '../table.ts';
import { codedError, writeError } from './lost-connection.ts';
import { createPipelinedReads } from './pipelined-reads.ts';
import { createPostgresWriter } from './write-postgres.ts';

export interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  readonly url: string;
  /** Reads only and migrates nothing: for `baton verify`. (Default: false.) */
  readonly readOnly?: boolean;
}

const int8 = 20;

/**
 * A server that is paused after it has sent a part of a transaction leaves a session that neither `idle_in_transaction_session_timeout` ends (it is
 * not idle: a message was begun) nor `statement_timeout` (which waits for the message). Only this ends it, in PostgreSQL 17 and later; before
 * that there is no such setting. Milliseconds; above `statement_timeout`, which cancels one statement and leaves the connection.
 */
const limitTransactions = `SELECT set_config(name, '16000', false) FROM pg_settings WHERE name = 'transaction_timeout'`;

/** Keys and times are far below 2^53, so that int8 can be a number; anything larger is a bug worth an error. */
const parseInt8 = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`Expected an integer below 2^53, found ${value}.`);
  return number;
};

/** The process of the database that serves a connection; the driver's types do not tell of it. */
const sessionOf = (client: PoolClient): number | null =>
  (client as PoolClient & { readonly processID?: number | null }).processID ?? null;

/** Opens (and migrates) a PostgreSQL database. */
export const openPostgres = async ({ url, readOnly = false }: PostgresOptions): Promise<Database> => {
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === int8
        ? parseInt8
        : (pg.types.getTypeParser as (oid: number, format?: string) => (value: string) => unknown)(oid, format),
  };
  // A migration may take its time, and so may one who only reads.
  let isServing = false;
  const knex = knexFactory({
    client: 'pg',
    connection: {
      connectionString: url,
      // A paused or hung peer must never block the others for long.
      statement_timeout: 15_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 10_000,
      application_name: 'baton',
      // Statements go out without waiting for the answers to those before them.
      pipeline: true,
      types,
      ...(readOnly ? { options: '-c default_transaction_read_only=on' } : {}),
    } as object,
    pool: {
      min: 0,
      max: 8,
      afterCreate: (client: PoolClient, done: (error?: Error) => void) =>
        isServing ? client.query(limitTransactions, (error) => done(error)) : done(),
    },
    acquireConnectionTimeout: 10_000,
  });
  try {
    if (!readOnly) {
      await migrate(knex, 'postgresql');
      isServing = true;
      // The connection that the migrations have used.
      await knex.raw(limitTransactions);
    } else await knex.raw('select 1');
  } catch (error) {
    await knex.destroy();
    throw error;
  }
  const lender = driverClient<PoolClient>(knex);
  const withConnection = async <T>(use: (client: PoolClient) => Promise<T>): Promise<T> => {
    // A connection may break before anything is asked by it.
    const client = await lender.acquireConnection().catch((error: unknown) => {
      throw codedError(error);
    });
    try {
      return await use(client);
    } catch (error) {
      throw codedError(error);
    } finally {
      await lender.releaseConnection(client);
    }
  };
  const { rows, snapshot } = createPipelinedReads(withConnection);
  const write = createPostgresWriter();
  return {
    dialect: 'postgresql',
    isShared: true,
    skipLocked: ' FOR UPDATE SKIP LOCKED',
    knex,
    rows,
    snapshot,
    isIn: (column, type) => `${column} = ANY(?::${type === 'int' ? 'int8' : 'text'}[])`,
    // The driver turns an array into PostgreSQL's own array; the port's type does not know arrays.
    list: (values) => values as unknown as SqlValue,
    write: (changes) =>
      withConnection((client) =>
        write(client, changes).catch((error: unknown) => {
          throw writeError(error, sessionOf(client));
        }),
      ),
    takeKeys: async (count) => {
      const [row] = await rows<{ next: number }>(
        `UPDATE key_blocks SET next = next + ? WHERE name = 'keys' RETURNING next`,
        [count],
      );
      if (row === undefined) throw new Error('Expected the key counter in table key_blocks, found none.');
      return row.next - count;
    },
    checkRoom: async () => undefined,
    close: () => knex.destroy(),
  };
};
