import BetterSqlite from 'better-sqlite3';
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import knexFactory from 'knex';
import { keyTaker, statementWriter } from '../../../threads/write-statements.mjs';
import type { Database } from '../database.ts';
import { driverClient } from '../driver-client.ts';
import { migrate } from '../migrate.ts';
import type { AnyRow, SqlValue } from '../table.ts';
import { createSqliteWriter } from './write-sqlite.ts';

/** An empty database with the schema; made once. */
interface Template {
  readonly content: Buffer;
  readonly knex: Database['knex'];
}

let template: Promise<Template> | undefined;

const makeTemplate = async (): Promise<Template> => {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    // The database is gone with its connection.
    pool: { min: 1, max: 1, idleTimeoutMillis: 2 ** 31 - 1 },
  });
  await migrate(knex, 'sqlite');
  const lender = driverClient<Sqlite>(knex);
  const connection = await lender.acquireConnection();
  const content = connection.serialize();
  await lender.releaseConnection(connection);
  await knex.destroy();
  return { content, knex };
};

/**
 * A database that is gone when it is closed: no file, no thread, no other server. For what runs and leaves nothing behind. It serves the runtime, not the
 * searches of the API, which go through Knex.
 */
export const openMemory = async (): Promise<Database> => {
  const { content, knex } = await (template ??= makeTemplate());
  const connection = new BetterSqlite(content);
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('case_sensitive_like = ON');
  const statements = new Map<string, Statement>();
  const rows = <T>(sql: string, params: readonly SqlValue[] = []): T[] => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = connection.prepare(sql)));
    return statement.all(...params) as T[];
  };
  const write = statementWriter(connection);
  /** The last transaction was not written: those that follow it are left out. */
  let isBroken = false;
  const takeKeys = keyTaker(connection);
  return {
    dialect: 'sqlite',
    isShared: false,
    skipLocked: '',
    knex,
    // Async although nothing waits: an error becomes a rejection.
    rows: async <T>(sql: string, params: readonly SqlValue[] = []) => rows<T>(sql, params),
    snapshot: async (reads) => reads.map(({ sql, params }) => rows<AnyRow>(sql, params)),
    isIn: (column) => `${column} IN (SELECT value FROM json_each(?))`,
    list: (values) => JSON.stringify(values),
    write: createSqliteWriter({
      write: async (planned, follows = false, own = []) => {
        if (isBroken && follows) return 'left out';
        isBroken = true;
        const missed = write(planned, own);
        isBroken = missed !== null;
        return missed;
      },
    }),
    takeKeys: async (count) => takeKeys(count),
    checkRoom: async () => undefined,
    close: async () => void connection.close(),
  };
};
