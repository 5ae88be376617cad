import type { Database } from '../src/store/database.ts';
import { inOrder } from './in-order.ts';

/**
 * How a call to the store fails. `before`: the server dies with nothing written. `after`: it dies with everything written and nobody told.
 * `error`: the database refuses this once (busy, or a serialization failure), and the server goes on. `unanswered`: everything is written, but
 * the answer is lost on its way, and the server goes on.
 */
export const crashModes = ['before', 'after', 'error', 'unanswered'] as const;
export type CrashMode = (typeof crashModes)[number];

/** A real database of which one call that changes something fails. */
export interface CrashingDatabase extends Database {
  /** Whether the call was reached. */
  hasStruck(): boolean;
  /** Whether the server is dead: no call is answered any more. */
  isDead(): boolean;
}

const failure = (message: string, code: string): Error => Object.assign(new Error(message), { code });

/** Lets the call number `at` (from 1) to `write` or `takeKeys` fail. The database below stays open. */
export const crashingDatabase = (database: Database, at: number, mode: CrashMode): CrashingDatabase => {
  let calls = 0;
  let dead = false;
  const isSqlite = database.dialect === 'sqlite';
  const gone = (): Error => failure('this server is dead', isSqlite ? 'SQLITE_WRITER_ENDED' : 'ECONNRESET');

  const changing = async <T>(call: () => Promise<T>): Promise<T> => {
    if (dead) throw gone();
    calls += 1;
    if (calls !== at) return call();
    switch (mode) {
      case 'before':
        dead = true;
        throw gone();
      case 'after':
        await call();
        dead = true;
        throw gone();
      case 'error':
        throw failure('the database refuses this once', isSqlite ? 'SQLITE_BUSY' : '40001');
      case 'unanswered':
        await call();
        throw failure('the answer was lost', isSqlite ? 'SQLITE_IOERR' : 'ECONNRESET');
    }
  };
  return {
    ...database,
    rows: (sql, params) => (dead ? Promise.reject(gone()) : database.rows(sql, params)),
    snapshot: (reads) => (dead ? Promise.reject(gone()) : database.snapshot(reads)),
    write: inOrder(database, (changes) => changing(() => database.write(changes))),
    takeKeys: (count) => changing(() => database.takeKeys(count)),
    hasStruck: () => calls >= at,
    isDead: () => dead,
  };
};
