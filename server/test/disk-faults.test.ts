import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../src/store/open-database.ts';
import { verify } from '../src/verify.ts';
import { canFailDisks, createFaultyDisk } from './faults/faulty-disk.ts';
import { fillByTrigger } from './faults/fill-by-trigger.ts';
import { serviceModel } from './fixture.ts';
import { deployLoad, post, startOf } from './kill/load.ts';
import { buildServer, startServerProcess } from './kill/server-process.ts';
import { ProgramEnded } from './program-process.ts';
import type { ProgramProcess } from './program-process.ts';
import { createTestStore, openTestRuntime } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';
import { startTestServer } from './test-server.ts';
import { pause } from './test-worker.ts';

beforeAll(buildServer);

const logged = { BATON_LOG_LEVEL: 'fatal' };

/** Starts an instance that waits for a job, and answers its key. */
const startInstance = async ({ address }: ProgramProcess, padding = ''): Promise<string> => {
  const body = { ...startOf('c0-0'), variables: { orderId: 'o', padding } };
  return (await post(address, '/v2/process-instances', body)).processInstanceKey;
};

/** Nothing may be wrong with what is stored, and these instances must be there. */
const expectKept = async (store: TestStore, keys: readonly string[]): Promise<void> => {
  const database = await openDatabase(store);
  expect((await verify(database)).violations).toEqual([]);
  const rows = await database.rows<{ key: number }>(
    `SELECT key FROM process_instances WHERE ${database.isIn('key', 'int')}`,
    [database.list(keys.map(Number))],
  );
  expect(rows).toHaveLength(keys.length);
  await database.close();
};

describe('a server on SQLite whose disk fails', () => {
  /** A file may have so many blocks of 512 bytes (1,024 in some shells); to the server that is a write that fails. */
  const limited = ['sh', '-c', 'ulimit -f 6000; exec "$0" "$@"'];
  const write = { name: 'write', code: /SQLITE_IOERR_WRITE/ };
  const sync = { name: 'sync', code: /SQLITE_IOERR_FSYNC/ };

  it.each(canFailDisks ? [write, sync] : [write])(
    'should stop at once when a $name fails, and have kept what it said yes to',
    async ({ name, code }) => {
      const disk = name === 'sync' ? createFaultyDisk() : null;
      const store = await createTestStore('sqlite');
      const server = await startServerProcess(
        store,
        disk === null ? { env: logged, through: limited } : { env: { ...logged, ...disk.env } },
      );
      await deployLoad(server.address);
      const kept = [await startInstance(server)];
      disk?.begin('sync');
      for (let isUp = true; isUp && kept.length < 200;) {
        const key = await startInstance(server, 'x'.repeat(200_000)).catch(() => null);
        if (key === null) isUp = false;
        else kept.push(key);
      }
      expect(await server.ended()).toBe(1);
      expect(server.log()).toMatch(code);
      expect(server.log()).toMatch(/The disk failed under the database, so the server stops.*Look at the disk/);
      if (disk !== null) {
        expect(kept).toHaveLength(1);
        expect(disk.failedSyncs()).toBe(1);
        disk.remove();
      }
      await expectKept(store, kept);
      await store.drop();
    },
  );
});

describe('a server on SQLite', () => {
  const disk = canFailDisks ? createFaultyDisk() : null;
  const kept: string[] = [];
  let store: TestStore;
  let server: ProgramProcess;
  beforeAll(async () => {
    store = await createTestStore('sqlite');
    server = await startServerProcess(store, { env: { ...logged, ...disk?.env } });
    await deployLoad(server.address);
    kept.push(await startInstance(server));
  });
  afterAll(async () => {
    server.signal('SIGKILL');
    await store.drop();
    disk?.remove();
  });

  const answerToStart = async (): Promise<object> => {
    const response = await fetch(`${server.address}/v2/process-instances`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...startOf('c0-0'), variables: { padding: 'x'.repeat(50_000) } }),
    });
    const { title } = (await response.json()) as { title?: string };
    return { status: response.status, title, retryAfter: response.headers.get('retry-after') };
  };
  const states = async (): Promise<object> => {
    const [status, health] = await Promise.all([
      fetch(`${server.address}/v2/status`),
      fetch(`${server.address}/health`),
    ]);
    const { reason } = (await health.json()) as { reason: string | null };
    return { status: status.status, health: health.status, reason };
  };
  const expectTrouble = async (title: string, reason: string): Promise<void> => {
    expect(await answerToStart()).toEqual({ status: 503, title, retryAfter: '1' });
    expect(await states()).toEqual({ status: 503, health: 503, reason });
    const { items } = await post(server.address, '/v2/process-instances/search', {});
    expect(items).toHaveLength(kept.length);
  };
  const expectWell = async (): Promise<void> => {
    await expect.poll(states, { timeout: 10_000 }).toEqual({ status: 204, health: 200, reason: null });
    kept.push(await startInstance(server));
  };

  it('should refuse changes and go on reading while the disk is full, and resume by itself', async () => {
    const makeRoom = disk === null ? fillByTrigger(store.dataFolder) : disk.begin('full');
    // A change may still fit into what the log has grown to before.
    await expect.poll(answerToStart).toMatchObject({ status: 503 });
    kept.splice(0, 1, ...(await allInstances(server)));
    await expectTrouble('RESOURCE_EXHAUSTED', 'disk-full');
    makeRoom();
    await expectWell();
  });

  it('should wait for a program that holds the database, refuse changes after five seconds, and resume by itself', async () => {
    const holder = new BetterSqlite(join(store.dataFolder, 'baton.sqlite'));
    holder.exec('BEGIN IMMEDIATE');
    const patient = startInstance(server);
    await pause(500);
    holder.exec('COMMIT');
    kept.push(await patient);
    holder.exec('BEGIN IMMEDIATE');
    await expectTrouble('UNAVAILABLE', 'locked');
    holder.close();
    await expectWell();
  });

  if (disk !== null)
    it('should refuse changes and go on reading while the file system is read-only, and resume by itself', async () => {
      const end = disk.begin('read-only');
      await expectTrouble('UNAVAILABLE', 'read-only');
      end();
      await expectWell();
    });

  it('should keep a second server out of its data folder', async () => {
    const second = await startServerProcess(store).catch((error: unknown) => error);
    expect(second).toBeInstanceOf(ProgramEnded);
    expect(second).toMatchObject({ exitCode: 1 });
    expect((second as ProgramEnded).words).toMatch(/is in use by another Baton server\. Stop that one first/);
    await expectWell();
  });

  it('should have kept all that it said yes to, and nothing half', async () => {
    expect(await server.end('SIGTERM')).toBe(0);
    await expectKept(store, kept);
  });
});

describe('a server on PostgreSQL', () => {
  it('should refuse changes and go on reading while the database is read-only, and resume by itself', async () => {
    const server = await startTestServer('postgresql');
    await server.deploy(serviceModel('service', 'job'));
    const start = async (): Promise<object> => {
      const { status, body } = await server.post('/v2/process-instances', { processDefinitionId: 'service' });
      return { status, title: body.title };
    };
    const { name } = (
      (await server.runtime.database.rows('SELECT current_database() AS name')) as [{ name: string }]
    )[0];
    const maintenance = new pg.Client({ connectionString: inject('postgresUrl') });
    await maintenance.connect();
    const setReadOnly = async (value: 'on' | 'off'): Promise<void> => {
      await maintenance.query(`ALTER DATABASE "${name}" SET default_transaction_read_only = ${value}`);
      // Connections that are there keep what they began with.
      await maintenance.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    };
    await setReadOnly('on');
    await expect.poll(start).toEqual({ status: 503, title: 'UNAVAILABLE' });
    await expect.poll(async () => (await server.get('/health')).body.reason, { timeout: 5_000 }).toBe('read-only');
    expect((await server.get('/v2/status')).status).toBe(503);
    expect((await server.post('/v2/process-definitions/search', {})).body.items).toHaveLength(1);
    await setReadOnly('off');
    await expect.poll(async () => (await server.get('/v2/status')).status, { timeout: 5_000 }).toBe(204);
    expect(await start()).toMatchObject({ status: 200 });
    await maintenance.end();
    await server.close();
  });
});

const allInstances = async ({ address }: ProgramProcess): Promise<string[]> => {
  const { items } = await post(address, '/v2/process-instances/search', {});
  return items.map(({ processInstanceKey }: { processInstanceKey: string }) => processInstanceKey);
};

describe('a SQLite database that is damaged', () => {
  let store: TestStore;
  let stopped: string;
  let killed: string;
  beforeAll(async () => {
    store = await createTestStore('sqlite');
    const runtime = await openTestRuntime(store);
    await runtime.deploy(serviceModel('service', 'job'));
    for (let round = 0; round < 20; round += 1) await runtime.start('service', { padding: 'x'.repeat(20_000) });
    killed = copyOf(store.dataFolder, 'killed');
    await runtime.close();
    stopped = copyOf(store.dataFolder, 'stopped');
  });
  afterAll(() => store.drop());

  const copyOf = (from: string, name: string): string => {
    const folder = join(store.dataFolder, name);
    mkdirSync(folder);
    for (const file of readdirSync(from))
      if (file.startsWith('baton.sqlite')) copyFileSync(join(from, file), join(folder, file));
    return folder;
  };
  const flipBytes = (file: string, from: number): void => {
    const bytes = readFileSync(file);
    for (let at = from; at < from + 64; at += 1) bytes[at] = 0xff - (bytes[at] ?? 0);
    writeFileSync(file, bytes);
  };

  it('should be opened where it is not', async () => {
    for (const folder of [stopped, killed]) {
      const database = await openDatabase({
        databaseUrl: null,
        dataFolder: copyOf(folder, `${folder}-well`.slice(store.dataFolder.length)),
      });
      expect(await database.rows('SELECT key FROM process_instances')).toHaveLength(20);
      await database.close();
    }
  });

  it.each([
    ['the head', () => stopped, (folder: string) => flipBytes(join(folder, 'baton.sqlite'), 0)],
    ['a page', () => stopped, (folder: string) => flipBytes(join(folder, 'baton.sqlite'), 3 * 4_096)],
    ['the end', () => stopped, (folder: string) => truncateSync(join(folder, 'baton.sqlite'), 100_000)],
    ['the middle of the log', () => killed, (folder: string) => flipBytes(join(folder, 'baton.sqlite-wal'), 100_000)],
    ['the end of the log', () => killed, (folder: string) => truncateSync(join(folder, 'baton.sqlite-wal'), 100_000)],
  ])('should not be opened when %s is gone or wrong, and show the way to the backup', async (what, from, damage) => {
    const folder = copyOf(from(), what);
    damage(folder);
    await expect(openDatabase({ databaseUrl: null, dataFolder: folder })).rejects.toThrow(
      /^The database is damaged \(.+Keep a copy of the data folder.+docs\/production\.md/,
    );
  });
});
