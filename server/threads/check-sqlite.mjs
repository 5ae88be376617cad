// @ts-check
/**
 * Reads a whole SQLite file and says on stdout what is wrong with it, `ok` when nothing is. A process of its own, because reading gigabytes is
 * one call that nothing but the end of the process stops.
 */
import BetterSqlite from 'better-sqlite3';

const database = new BetterSqlite(process.argv[2] ?? '', { readonly: true, fileMustExist: true });
process.stdout.write(String(database.pragma('quick_check(1)', { simple: true })));
database.close();
