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

describe('a server that is paused while it has a transaction open', () => {
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

  it('should hold up others for a bounded time, and be refused what they did meanwhile when it wakes', async () => {
    const behindProxy = new URL(store.databaseUrl ?? '');
    behindProxy.port = String(proxy.port);
    const paused = await start({ ...store, databaseUrl: behindProxy.href });
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
