import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';

/**
 * Makes SQLite answer SQLITE_FULL to starts and to new keys, on machines where no disk can be made to look full: it says that of a table whose
 * numbers are used up, too. Returns what makes room.
 */
export const fillByTrigger = (dataFolder: string): (() => void) => {
  const database = new BetterSqlite(join(dataFolder, 'baton.sqlite'), { timeout: 5_000 });
  database.exec('CREATE TABLE full (id INTEGER PRIMARY KEY AUTOINCREMENT)');
  database.exec('INSERT INTO full VALUES (9223372036854775807)');
  for (const [name, change] of Object.entries({
    full_start: 'INSERT ON process_instances',
    full_keys: 'UPDATE ON key_blocks',
  }))
    database.exec(`CREATE TRIGGER ${name} BEFORE ${change} BEGIN INSERT INTO full DEFAULT VALUES; END`);
  return () => {
    database.exec('DROP TRIGGER full_start; DROP TRIGGER full_keys; DROP TABLE full');
    database.close();
  };
};
