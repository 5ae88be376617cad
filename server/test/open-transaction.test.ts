import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deployLoad, post } from './kill/load.ts';
import { buildServer, startServerProcess, verifyPlace } from './kill/server-process.ts';
import type { Place } from './kill/server-process.ts';
import type { ProgramProcess } from './program-process.ts';
import { startTcpProxy } from './tcp-proxy.ts';
import type { TcpProxy } from './tcp-proxy.ts';
import { createTestStore } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';

beforeAll(buildServer);

/** How long others may have to wait for what a paused server has locked, milliseconds: the time of its transaction, and one time of theirs for a lock. */
const longestWaitMs = 19_000;

describe('a server whose transaction is open', () => {
  let store: TestStore;
  let proxy: TcpProxy;
  const servers: ProgramProcess[] = [];
  const start = async (place: Place): Promise<ProgramProcess> => {
    const server = await startServerProcess(place);
    servers.push(server);
    return server;
  };
  beforeEach(async () => {
    store = await createTestStore('postgresql');
    const direct = new URL(store.databaseUrl ?? '');
    proxy = await startTcpProxy({ host: direct.hostname, port: Number(direct.port) });
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.end('SIGKILL');
    await proxy.close();
    await store.drop();
  });

  /** Starts an instance and fetches its job; the job's key. */
  const jobOf = async ({ address }: ProgramProcess): Promise<string> => {
    await post(address, '/v2/process-instances', { processDefinitionId: 'kill-service' });
    const poll = { type: 'kill-job', timeout: 60_000, maxJobsToActivate: 1, requestTimeout: 5_000 };
    const { jobs } = await post(address, '/v2/jobs/activation', poll);
    return jobs[0].jobKey;
  };
  /** Completes a job however long that takes; the status of the answer. */
  const complete = async ({ address }: ProgramProcess, jobKey: string): Promise<number> => {
    const answer = await fetch(`${address}/v2/jobs/${jobKey}/completion`, { method: 'POST' });
    await answer.body?.cancel();
    return answer.status;
  };

  const startBehindProxy = (): Promise<ProgramProcess> => {
    const behindProxy = new URL(store.databaseUrl ?? '');
    behindProxy.port = String(proxy.port);
    return start({ ...store, databaseUrl: behindProxy.href });
  };

  it('should give the true answer when that of the database to the commit is lost', async () => {
    const server = await startBehindProxy();
    await deployLoad(server.address);
    const jobKey = await jobOf(server);
    const cut = proxy.cutNextCommit();
    expect(await complete(server, jobKey)).toBe(204);
    await cut;
    expect(await complete(server, jobKey)).toBe(404);
    const cutStart = proxy.cutNextCommit();
    const started = await post(server.address, '/v2/process-instances', { processDefinitionId: 'kill-service' });
    await cutStart;
    expect(started.processInstanceKey).toMatch(/^\d+$/);
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await verifyPlace(store)).toMatch(/^2 process instances, \d+ journal entries, 0 violations$/);
  }, 60_000);

  it('should do again what was lost on the way to the database', async () => {
    const server = await startBehindProxy();
    await deployLoad(server.address);
    const jobKey = await jobOf(server);
    const held = proxy.holdNextCommit();
    const answer = complete(server, jobKey);
    await held;
    const maintenance = new pg.Client({ connectionString: store.databaseUrl ?? '' });
    await maintenance.connect();
    const { rowCount } = await maintenance.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'baton' AND xact_start IS NOT NULL`,
    );
    await maintenance.end();
    expect(rowCount).toBe(1);
    expect(await answer).toBe(204);
    expect(await server.end('SIGTERM')).toBe(0);
    expect(await verifyPlace(store)).toMatch(/^1 process instances, \d+ journal entries, 0 violations$/);
  }, 60_000);

  it('should hold up others for a bounded time when it is paused, and be refused what they did meanwhile', async () => {
    const paused = await startBehindProxy();
    const other = await start(store);
    await deployLoad(paused.address);
    const jobKey = await jobOf(paused);

    const held = proxy.holdNextCommit();
    const answer = complete(paused, jobKey);
    const letGo = await held;
    paused.signal('SIGSTOP');
    const pausedMs = performance.now();
    expect(await complete(other, jobKey)).toBe(204);
    const waitedMs = performance.now() - pausedMs;
    // Less would mean that there was no lock to wait for.
    expect(waitedMs).toBeGreaterThan(2_000);
    expect(waitedMs).toBeLessThan(longestWaitMs);

    paused.signal('SIGCONT');
    letGo();
    expect(await answer).toBe(404);
    expect(await complete(paused, await jobOf(paused))).toBe(204);
    for (const server of servers) expect(await server.end('SIGTERM')).toBe(0);
    expect(await verifyPlace(store)).toMatch(/^2 process instances, \d+ journal entries, 0 violations$/);
  }, 60_000);
});
