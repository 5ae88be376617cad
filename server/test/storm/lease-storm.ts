import assert from 'node:assert/strict';
import { verify } from '../../src/verify.ts';
import { serviceModel } from '../fixture.ts';
import type { TestStore } from '../test-runtime.ts';
import { pause } from '../test-worker.ts';
import { openStormServers } from './storm-servers.ts';

export interface LeaseStormFigures {
  readonly leases: number;
  /** Jobs that could be fetched again per second, from the moment that all locks ran out. */
  readonly perSecond: number;
}

const lockMs = 60_000;
const jobsAtOnce = 1_000;

/**
 * A worker locks so many jobs and dies; all locks run out in one millisecond. Throws unless each job can be fetched again, once, and `verify` finds
 * nothing.
 */
export const leaseStorm = async (store: TestStore, leases: number, nodes: number): Promise<LeaseStormFigures> => {
  const servers = await openStormServers(store, nodes);
  const { database, runtimes, clock } = servers;
  try {
    await servers.deploy(serviceModel('service', 'job'));
    await servers.startMany('service', leases);
    const fetchAll = async (worker: string): Promise<Set<number>> => {
      const fetched = new Set<number>();
      for (;;) {
        const poll = { type: 'job', worker, timeoutMs: lockMs, maxJobs: jobsAtOnce, fetchVariables: null, waitMs: 0 };
        const jobs = await runtimes[0].jobWaiters.poll({ ...poll, isGone: () => false });
        if (jobs.length === 0) return fetched;
        for (const { row } of jobs) {
          assert(!fetched.has(row.key), `job ${row.key} was fetched twice by ${worker}`);
          fetched.add(row.key);
        }
      }
    };
    const before = await fetchAll('dies');
    assert.equal(before.size, leases);
    clock.advance(lockMs + 1);
    const fromMs = performance.now();
    for (const { scheduler } of runtimes) scheduler.start();
    const locked = async (): Promise<number> =>
      Number((await database.rows<{ n: number }>('SELECT count(*) AS n FROM jobs WHERE fetchable = 0'))[0]?.n);
    while ((await locked()) > 0) await pause(20);
    const tookMs = performance.now() - fromMs;
    await Promise.all(runtimes.map(({ scheduler }) => scheduler.stop()));
    assert.deepEqual(await fetchAll('takes over'), before);
    assert.deepEqual((await verify(database)).violations, []);
    return { leases, perSecond: (leases * 1_000) / tookMs };
  } finally {
    await servers.close();
  }
};
