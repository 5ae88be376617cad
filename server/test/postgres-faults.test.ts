import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { buildServer, startServerProcess } from './kill/server-process.ts';
import type { Place } from './kill/server-process.ts';
import { underLoad } from './kill/under-load.ts';
import { startTcpProxy } from './tcp-proxy.ts';
import { startPostgres } from './postgres-server.ts';
import { createTestStore } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';
import { pause } from './test-worker.ts';

beforeAll(buildServer);

// What must hold afterwards is said by `underLoad`: everything acknowledged is there on every server, and verify finds nothing.
describe('servers on one PostgreSQL', () => {
  let store: TestStore;
  beforeEach(async () => {
    store = await createTestStore('postgresql');
  });
  afterEach(() => store.drop());

  it('should go on when one of three is killed and one is paused', async () => {
    const known = await underLoad(store, 3, async ({ servers, progress, check }) => {
      const [survivor, killed, paused] = servers;
      if (!survivor || !killed || !paused) throw new Error('Expected three servers.');
      await killed.end('SIGKILL');
      paused.signal('SIGSTOP');
      await pause(3_000);
      // The one that is left serves alone, whatever the others hold.
      await progress(6);
      paused.signal('SIGCONT');
      await progress(6);
      servers[1] = await startServerProcess(store);
      await check(survivor);
      await check(paused);
    });
    expect(known.completedJobs.size).toBeGreaterThan(20);
  }, 180_000);

  it('should go on when all their connections are terminated again and again', async () => {
    const maintenance = new pg.Client({ connectionString: inject('postgresUrl') });
    await maintenance.connect();
    let terminated = 0;
    try {
      await underLoad(store, 2, async ({ servers, progress, check }) => {
        for (let time = 0; time < 5; time += 1) {
          const { rowCount } = await maintenance.query(
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1',
            [new URL(store.databaseUrl ?? '').pathname.slice(1)],
          );
          terminated += rowCount ?? 0;
          await progress(3);
        }
        for (const server of servers) await check(server);
      });
    } finally {
      await maintenance.end();
    }
    expect(terminated).toBeGreaterThan(5);
  }, 180_000);

  it('should go on when the database crashes and recovers', async () => {
    const postgres = await startPostgres();
    const place: Place = { ...store, databaseUrl: postgres.url };
    try {
      await underLoad(place, 2, async ({ servers, progress, check }) => {
        for (let crashes = 0; crashes < 1; crashes += 1) {
          await progress(3);
          await postgres.crash();
        }
        await progress(3);
        for (const server of servers) await check(server);
      });
    } finally {
      await postgres.stop();
    }
  }, 180_000);

  it('should not do anything twice when the answer to a commit is lost', async () => {
    const direct = new URL(store.databaseUrl ?? '');
    const proxy = await startTcpProxy({ host: direct.hostname, port: Number(direct.port) });
    const behindProxy = new URL(direct);
    behindProxy.port = String(proxy.port);
    const place: Place = { ...store, databaseUrl: behindProxy.href };
    let cuts = 0;
    try {
      await underLoad(place, 1, async ({ servers: [server], progress, check }) => {
        for (; cuts < 10; cuts += 1) {
          await proxy.cutNextCommit();
          await progress(2);
        }
        if (server) await check(server);
      });
    } finally {
      await proxy.close();
    }
    expect(cuts).toBe(10);
  }, 180_000);
});
