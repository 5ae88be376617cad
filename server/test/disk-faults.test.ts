import { execFile } from 'node:child_process';
import BetterSqlite from 'better-sqlite3';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../src/store/open-database.ts';
import { canFailDisks, createFaultyDisk } from './faults/faulty-disk.ts';
import { deployLoad, post, startOf } from './kill/load.ts';
import { buildServer, startServerProcess, verifyPlace } from './kill/server-process.ts';
import type { ServerSettings } from './kill/server-process.ts';
import { ProgramEnded } from './program-process.ts';
import type { ProgramProcess } from './program-process.ts';
import { createTestStore } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';

beforeAll(buildServer);

const logged: ServerSettings['env'] = { BATON_LOG_LEVEL: 'fatal' };

/** A server with models on a new data folder. */
const servedStore = async (settings: ServerSettings): Promise<{ store: TestStore; server: ProgramProcess }> => {
  const store = await createTestStore('sqlite');
  const server = await startServerProcess(store, { ...settings, env: { ...logged, ...settings.env } });
  await deployLoad(server.address);
  return { store, server };
};

const startInstance = async ({ address }: ProgramProcess, padding = ''): Promise<string> => {
  const body = { ...startOf('c0-0'), variables: { orderId: 'o', padding } };
  return (await post(address, '/v2/process-instances', body)).processInstanceKey;
};

/** What a start is answered, with the code of a refusal. */
const tryToStart = async ({ address }: ProgramProcess): Promise<{ status: number; code: string; retryAfter: string | null }> => {
  const response = await fetch(`${address}/v2/process-instances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...startOf('c0-0'), variables: { padding: 'x'.repeat(50_000) } }),
  });
  const { title = '' } = (await response.json()) as { title?: string };
  return { status: response.status, code: title, retryAfter: response.headers.get('retry-after') };
};

const states = async ({ address }: ProgramProcess): Promise<{ status: number; health: number; reason: string | null }> => {
  const [status, health] = await Promise.all([fetch(`${address}/v2/status`), fetch(`${address}/health`)]);
  const { reason } = (await health.json()) as { reason: string | null };
  return { status: status.status, health: health.status, reason };
};

const well = { status: 204, health: 200, reason: null };

/** Ends a server that was well to the end; nothing may be wrong with what it kept, and these instances must be there. */
const expectKept = async (store: TestStore, server: ProgramProcess, keys: readonly string[]): Promise<void> => {
  const filter = { processInstanceKey: { $in: keys } };
  const { items } = await post(server.address, '/v2/process-instances/search', { filter });
  expect(items).toHaveLength(keys.length);
  expect(await server.end('SIGTERM')).toBe(0);
  expect(await verifyPlace(store)).toMatch(/ 0 violations$/);
  await store.drop();
};

describe.concurrent('a server on a disk that fails', () => {
  /** A file may have so many blocks of 512 bytes (1,024 in some shells); Node.js leaves it to the writer to see that. */
  const limited = { through: ['sh', '-c', 'ulimit -f 6000; exec "$0" "$@"'] };
  const ways: readonly ['sync' | 'write', RegExp][] = [
    ['write', /SQLITE_IOERR_WRITE/],
    ...(canFailDisks ? ([['sync', /SQLITE_IOERR_FSYNC/]] as const) : []),
  ];

  it.each(ways)('should stop at once when a %s fails, and have kept what it said yes to', async (way, code) => {
    const disk = way === 'sync' ? createFaultyDisk() : null;
    const { store, server } = await servedStore(disk?.settings ?? limited);
    const kept = [await startInstance(server)];
    disk?.begin('sync');
    let refusals = 0;
    for (let round = 0; round < 200; round += 1) {
      const key = await startInstance(server, 'x'.repeat(100_000)).catch(() => null);
      if (key === null) {
        refusals += 1;
        break;
      }
      kept.push(key);
    }
    expect(refusals).toBe(1);
    expect(await server.ended()).toBe(1);
    expect(server.log()).toMatch(code);
    expect(server.log()).toMatch(/The disk failed under the database, so the server stops.*Look at the disk/);
    if (disk !== null) {
      expect(kept).toHaveLength(1);
      expect(disk.failedSyncs()).toBe(1);
      disk.remove();
    }
    await expectKept(store, await startServerProcess(store), kept);
  });
});
