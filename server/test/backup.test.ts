import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupSqlite } from '../src/store/sqlite/backup-sqlite.ts';
import { databaseFileName } from '../src/store/sqlite/open-sqlite.ts';
import { verify } from '../src/verify.ts';
import { fixture, serviceModel } from './fixture.ts';
import { createTestStore, openTestRuntime, testClock } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

describe('a backup of SQLite', () => {
  let store: TestStore;
  let runtime: TestRuntime;
  let folder: string;
  beforeEach(async () => {
    store = await createTestStore('sqlite');
    runtime = await openTestRuntime(store);
    folder = await mkdtemp(join(tmpdir(), 'baton-backup-'));
  });
  afterEach(async () => {
    await runtime.close();
    await store.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const restored = async (file: string): Promise<TestRuntime> => {
    await rename(file, join(folder, databaseFileName));
    const clock = testClock(runtime.clock.nowMs());
    return openTestRuntime({ databaseUrl: null, dataFolder: folder, drop: () => Promise.resolve() }, clock);
  };

  it('should hold all that was acknowledged before, one moment of it, while the server works on', async () => {
    await runtime.deploy(serviceModel('p'));
    const before = await Promise.all(Array.from({ length: 200 }, () => runtime.start('p')));
    const load = Array.from({ length: 500 }, () => runtime.start('p'));
    const file = join(folder, 'copy.sqlite');
    backupSqlite(store.dataFolder, file);
    await Promise.all(load);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const copy = await restored(file);
    expect((await verify(copy.database)).violations).toEqual([]);
    const keys = await copy.database.rows<{ key: number }>('SELECT key FROM process_instances');
    expect(keys.map(({ key }) => key)).toEqual(expect.arrayContaining(before));
    await copy.start('p');
    await copy.close();
  });

  it('should fire a timer once after it was restored, late if need be', async () => {
    await runtime.deploy(fixture('boundary-timer'));
    const key = await runtime.start('boundary-timer', {});
    const file = join(folder, 'copy.sqlite');
    backupSqlite(store.dataFolder, file);
    const copy = await restored(file);
    await copy.advance(400 * 86_400_000);
    await copy.advance(400 * 86_400_000);
    const fired = await copy.database.rows<{ records: string }>(
      'SELECT records FROM journal WHERE process_instance_key = ?',
      [key],
    );
    expect(fired.filter(({ records }) => records.includes('"timer-fired"'))).toHaveLength(1);
    await copy.close();
  });

  it('should overwrite nothing, and say so when there is no database', () => {
    expect(() => backupSqlite(store.dataFolder, join(store.dataFolder, databaseFileName))).toThrow(
      'Expected nothing at',
    );
    expect(() => backupSqlite(folder, join(folder, 'copy.sqlite'))).toThrow('Expected a Baton database');
  });
});
