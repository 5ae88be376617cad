import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { databaseFileName } from './open-sqlite.ts';
import { makePrivate } from './make-private.ts';

/**
 * Writes a copy of the database to a file that is not there yet, also while a server works on it: it holds everything that was acknowledged
 * before, and is one consistent moment. Throws a sentence for people when there is no database, or something at the target.
 */
export const backupSqlite = (dataFolder: string, target: string): void => {
  const source = join(dataFolder, databaseFileName);
  if (!existsSync(source))
    throw new Error(`Expected a Baton database at ${source}, found none. Set BATON_DATA to its folder.`);
  if (existsSync(target))
    throw new Error(`Expected nothing at ${target}, found a file. Name another one, or remove it.`);
  // Made before, so that nobody else may read it; SQLite fills a file that is empty.
  makePrivate(target);
  const database = new BetterSqlite(source, { readonly: true, timeout: 5_000 });
  try {
    database.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    // Half a copy is none, and would be in the way of the next attempt.
    rmSync(target, { force: true });
    throw error;
  } finally {
    database.close();
  }
};
