import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import knexFactory from 'knex';
import type { Database } from '../database.ts';
import { driverClient } from '../driver-client.ts';
import { migrate } from '../migrate.ts';
import type { SqlValue } from '../table.ts';
import { checkForDamage, wasLeftOpen } from './check-sqlite.ts';
import type { DamageCheck } from './check-sqlite.ts';
import { lockDataFolder } from './lock-data-folder.ts';
import { makePrivate } from './make-private.ts';
import { createSqliteWriter } from './write-sqlite.ts';
import { startWriterThread } from './writer-thread.ts';
import type { WriterThread } from './writer-thread.ts';

export interface SqliteOptions {
  /** Folder of the data; made when missing. */
  readonly folder: string;
  /** Reads only, takes no lock, migrates nothing: for `baton verify` beside a running server. (Default: false.) */
  readonly readOnly?: boolean;
}

/** The file of a data folder. */
export const databaseFileName = 'baton.sqlite';

/** Opens (and makes, and migrates) the SQLite file in a folder. Throws when another server has it, or when it is damaged. */
export const openSqlite = async ({ folder, readOnly = false }: SqliteOptions): Promise<Database> => {
  const filename = join(folder, databaseFileName);
  if (readOnly && !existsSync(filename))
    throw new Error(`Expected a Baton database at ${filename}, found none. Set BATON_DATA to its folder.`);
  if (!readOnly) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = readOnly ? () => undefined : lockDataFolder(folder);
  // Before SQLite makes it: the files beside it (log, shared memory) get the same rights.
  if (!readOnly) makePrivate(filename);
  const leftOpen = wasLeftOpen(filename);
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename, options: { readonly: readOnly } },
    useNullAsDefault: true,
    // One connection for all reading, in this thread; a thread of its own writes. Readers see what is committed and wait for nobody.
    pool: { min: 1, max: 1, idleTimeoutMillis: 2 ** 31 - 1 },
  });
  let check: DamageCheck | null = null;
  try {
    const lender = driverClient<Sqlite>(knex);
    const connection = await lender.acquireConnection();
    prepareConnection(connection, readOnly);
    await lender.releaseConnection(connection);
    if (readOnly) return sqliteDatabase(knex, connection, null, unlock);
    check = await checkForDamage(connection, filename, leftOpen);
    await migrate(knex, 'sqlite');
    return sqliteDatabase(knex, connection, { thread: startWriterThread(filename), check }, unlock);
  } catch (error) {
    check?.stop();
    await knex.destroy();
    unlock();
    throw error;
  }
};

const prepareConnection = (connection: Sqlite, readOnly: boolean): void => {
  connection.pragma('busy_timeout = 5000');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  // As the API wants it, and as PostgreSQL does it.
  connection.pragma('case_sensitive_like = ON');
  if (readOnly) return;
  connection.pragma('journal_mode = WAL');
  // FULL: an answer given is an answer kept, also when the power goes. Group commit makes it affordable.
  connection.pragma('synchronous = FULL');
};

const sqliteDatabase = (
  knex: Database['knex'],
  connection: Sqlite,
  writing: { readonly thread: WriterThread; readonly check: DamageCheck } | null,
  unlock: () => void,
): Database => {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) statements.set(sql, (statement = connection.prepare(sql)));
    return statement;
  };
  const readsOnly = (): Promise<never> =>
    Promise.reject(new Error('Expected to read only: this database was not opened for changes.'));
  return {
    dialect: 'sqlite',
    isShared: false,
    knex,
    // Async although nothing waits: an error becomes a rejection, as with the other database.
    rows: async <T>(sql: string, params: readonly SqlValue[] = []) => prepared(sql).all(...params) as T[],
    isIn: (column) => `${column} IN (SELECT value FROM json_each(?))`,
    list: (values) => JSON.stringify(values),
    ...(writing === null ? { write: readsOnly, takeKeys: readsOnly } : writeUnlessDamaged(writing)),
    close: async () => {
      writing?.check.stop();
      await writing?.thread.close();
      await knex.destroy();
      unlock();
    },
  };
};

/** What is acknowledged must be there tomorrow: nothing more is written into a file that is known to be damaged. */
const writeUnlessDamaged = ({
  thread,
  check,
}: {
  readonly thread: WriterThread;
  readonly check: DamageCheck;
}): Pick<Database, 'write' | 'takeKeys'> => {
  const write = createSqliteWriter(thread);
  const unlessDamaged = <A>(work: () => Promise<A>): Promise<A> => {
    const damage = check.damage();
    return damage === null ? work() : Promise.reject(damage);
  };
  return {
    write: (changes) => unlessDamaged(() => write(changes)),
    takeKeys: (count) => unlessDamaged(() => thread.takeKeys(count)),
  };
};
