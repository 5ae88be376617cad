import { closeSync, copyFileSync, openSync, statSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseFileName, openSqlite } from '../src/store/sqlite/open-sqlite.ts';

describe('a SQLite file that is damaged', () => {
  let folder = '';
  let filename = '';

  /** A database of this server with so much in it besides. */
  const fill = async (megabytes: number): Promise<void> => {
    await (await openSqlite({ folder })).close();
    const database = new BetterSqlite(filename);
    database.exec('CREATE TABLE ballast (key INTEGER PRIMARY KEY, text TEXT)');
    const insert = database.prepare('INSERT INTO ballast (text) VALUES (?)');
    database.transaction(() => {
      for (let row = 0; row < megabytes * 1_024; row += 1) insert.run('x'.repeat(1_000));
    })();
    database.close();
  };

  /** Overwrites a little of every page in the last third of the file. */
  const damage = (): void => {
    const { size } = statSync(filename);
    const file = openSync(filename, 'r+');
    for (let page = Math.floor((size * 2) / 3 / 4_096); page < size / 4_096; page += 1)
      writeSync(file, Buffer.alloc(64, 0x5a), 0, 64, page * 4_096);
    closeSync(file);
  };

  /** What a killed server leaves behind is its log: one is kept aside while it is in use, and put back. */
  const keepLog = (): void => {
    const database = new BetterSqlite(filename);
    database.exec("INSERT INTO ballast (text) VALUES ('last')");
    copyFileSync(`${filename}-wal`, `${filename}-kept`);
    database.close();
  };
  const leaveOpen = (): void => copyFileSync(`${filename}-kept`, `${filename}-wal`);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-damage-'));
    filename = join(folder, databaseFileName);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('should be refused at every start when it is small', async () => {
    await fill(2);
    damage();
    await expect(openSqlite({ folder })).rejects.toThrow(/damaged [^]*restore a backup/);
  });

  it('should be refused when it is large and was left open, and not be looked through when it was closed', async () => {
    await fill(20);
    keepLog();
    damage();
    await (await openSqlite({ folder })).close();
    leaveOpen();
    // Found before it is open, or soon after by whoever writes next.
    await expect(
      openSqlite({ folder }).then(async (database) => {
        try {
          for (;;) await database.takeKeys(1);
        } finally {
          await database.close();
        }
      }),
    ).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' });
  });

  it('should be opened when it was left open and is whole', async () => {
    await fill(20);
    keepLog();
    leaveOpen();
    const database = await openSqlite({ folder });
    expect(await database.takeKeys(1)).toBeGreaterThan(0);
    await database.close();
  });
});
