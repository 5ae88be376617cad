import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { makePrivate } from './make-private.ts';

/**
 * Makes sure that one server alone works on a data folder, and returns what lets go of it. The lock is an exclusive transaction on a
 * little SQLite file of its own: the operating system drops it with the process, so that a killed server leaves nothing to clean up.
 */
export const lockDataFolder = (folder: string): (() => void) => {
  const filename = join(folder, 'baton.lock');
  makePrivate(filename);
  const lock = new BetterSqlite(filename, { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new Error(
      `The data folder ${folder} is in use by another Baton server. Stop that one first, or give this one a folder of its own by BATON_DATA.`,
      { cause: error },
    );
  }
  return () => lock.close();
};
