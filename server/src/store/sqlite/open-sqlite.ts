import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import knexFactory from 'knex';
import type { Database } from '../database.ts';
import { driverClient } from '../driver-client.ts';
import { migrate } from '../migrate.ts';
import type { AnyRow, SqlValue } from '../table.ts';
import { damageOfLog } from './check-log.ts';
import { checkRoom } from './check-room.ts';
import { checkForDamage, wasLeftOpen } from './check-sqlite.ts';
import type { DamageCheck } from './check-sqlite.ts';
import { DamagedDatabase } from './damaged.ts';
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
  const unlock = readOnly ? () => undefined : takeFolder(folder, filename);
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
    const damage = readOnly ? null : damageOfLog(filename);
    if (damage !== null) throw new DamagedDatabase(damage);
    const lender = driverClient<Sqlite>(knex);
    const connection = await lender.acquireConnection();
    // Given back first: knex would wait for it for ever when it is destroyed because of what is found.
    await lender.releaseConnection(connection);
    prepareConnection(connection, readOnly);
    if (readOnly) return sqliteDatabase(folder, knex, connection, null, unlock);
    check = await checkForDamage(connection, filename, leftOpen);
    await migrate(knex, 'sqlite');
    return sqliteDatabase(folder, knex, connection, { thread: startWriterThread(filename), check }, unlock);
  } catch (error) {
    check?.stop();
    await knex.destroy();
    unlock();
    throw readable(error, folder);
  }
};

/** Makes the folder where it is missing and keeps other servers out of it; what is returned lets go of it. */
const takeFolder = (folder: string, filename: string): (() => void) => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const unlock = lockDataFolder(folder);
    // Before SQLite makes it: the files beside it (log, shared memory) get the same rights.
    makePrivate(filename);
    return unlock;
  } catch (error) {
    throw readable(error, folder);
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

/** What people are told when the database cannot be opened. */
const readable = (error: unknown, folder: string): unknown => {
  if (error instanceof DamagedDatabase) return error;
  const { code = '', message } = error as { code?: string; message?: string };
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return new DamagedDatabase(`${code}: ${message ?? ''}`, error);
  if (/^(SQLITE_(READONLY|CANTOPEN)|EROFS|EACCES|EPERM)/.test(code))
    return new Error(
      `Expected to write in the data folder ${folder}, found that this is not allowed (${message ?? code}). ` +
        'Let the user of the server write there, or name another folder by BATON_DATA.',
      { cause: error },
    );
  return error;
};

const sqliteDatabase = (
  folder: string,
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
  // A reader's transaction: nothing is locked, and nothing changes for it meanwhile.
  const begin = connection.prepare('BEGIN');
  const commit = connection.prepare('COMMIT');
  const readsOnly = (): Promise<never> =>
    Promise.reject(new Error('Expected to read only: this database was not opened for changes.'));
  return {
    dialect: 'sqlite',
    isShared: false,
    // Nobody else changes anything.
    skipLocked: '',
    knex,
    // Async although nothing waits: an error becomes a rejection, as with the other database.
    rows: async <T>(sql: string, params: readonly SqlValue[] = []) => prepared(sql).all(...params) as T[],
    snapshot: async (reads) => {
      const readAll = (): AnyRow[][] => reads.map(({ sql, params }) => prepared(sql).all(...params) as AnyRow[]);
      // In a transaction of a search everything is of one moment anyway.
      if (connection.inTransaction) return readAll();
      begin.run();
      try {
        return readAll();
      } finally {
        commit.run();
      }
    },
    isIn: (column) => `${column} IN (SELECT value FROM json_each(?))`,
    list: (values) => JSON.stringify(values),
    ...(writing === null ? { write: readsOnly, takeKeys: readsOnly } : writeUnlessDamaged(writing)),
    checkRoom: () => checkRoom(folder),
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
    write: (changes, follows) => unlessDamaged(() => write(changes, follows)),
    takeKeys: (count) => unlessDamaged(() => thread.takeKeys(count)),
  };
};
