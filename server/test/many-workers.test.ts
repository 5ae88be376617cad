import type { Key } from '@baton/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { releaseJobTask } from '../src/runtime/due-tasks.ts';
import { updateJobTask } from '../src/runtime/instance-commands.ts';
import type { JobRow } from '../src/store/tables/jobs.ts';
import { completeJob } from './complete.ts';
import { serviceModel } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

describe.each(dialects)('many workers that poll without waiting on %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store);
    await runtime.deploy(serviceModel('crowd'));
  });
  afterEach(async () => {
    await runtime.close();
    await store.drop();
  });

  const complete = (jobKey: Key): Promise<null> => runtime.pipeline.submit(completeJob(jobKey));

  it('should get every job once, and be told that there is none only when there is none', async () => {
    const count = 1_500;
    await Promise.all(Array.from({ length: count }, () => runtime.start('crowd')));
    const done: Key[] = [];
    const worker = async (): Promise<void> => {
      for (;;) {
        const jobs = await runtime.jobWaiters.poll({
          type: 'crowd',
          worker: 'w',
          timeoutMs: 600_000,
          maxJobs: 20,
          fetchVariables: null,
          waitMs: 0,
          isGone: () => false,
        });
        if (jobs.length === 0) return;
        const keys = jobs.map(({ row }) => row.key as Key);
        await Promise.all(keys.map(complete));
        done.push(...keys);
      }
    };
    await Promise.all(Array.from({ length: 4 }, worker));
    expect(done).toHaveLength(count);
    expect(new Set(done).size).toBe(count);
  });
});

describe('a worker that polls a database of our own', () => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeEach(async () => {
    store = await createTestStore('sqlite');
    runtime = await openTestRuntime(store);
    await runtime.deploy(serviceModel('crowd'));
  });
  afterEach(async () => {
    await runtime.close();
    await store.drop();
  });

  it('should get another job when the oldest is completed at the same moment', async () => {
    await runtime.start('crowd');
    await runtime.start('crowd');
    const poll = (): Promise<readonly { readonly row: { readonly key: number } }[]> =>
      runtime.jobWaiters.poll({
        type: 'crowd',
        worker: 'w',
        timeoutMs: 1_000,
        maxJobs: 1,
        fetchVariables: null,
        waitMs: 0,
        isGone: () => false,
      });
    const [late] = await poll();
    // Its lock runs out, so that anybody may have it, but its worker is done just in time.
    await runtime.advance(2_000);
    const [, other] = await Promise.all([runtime.pipeline.submit(completeJob(late?.row.key as Key)), poll()]);
    expect(other).toHaveLength(1);
    expect(other[0]?.row.key).not.toBe(late?.row.key);
  });

  it('should not hold up others when a lock is found to be over that its worker has just ended or extended', async () => {
    await runtime.start('crowd');
    await runtime.start('crowd');
    const jobs = await runtime.jobWaiters.poll({
      type: 'crowd',
      worker: 'w',
      timeoutMs: 1_000,
      maxJobs: 2,
      fetchVariables: null,
      waitMs: 0,
      isGone: () => false,
    });
    const [done, extended] = jobs.map(({ row }) => row.key as Key);
    // As the scheduler has read them.
    const found = await runtime.database.rows<JobRow>('SELECT * FROM jobs ORDER BY key');
    await runtime.pipeline.submit(completeJob(done as Key));
    await runtime.pipeline.submit(updateJobTask(extended as Key, { retries: null, timeoutMs: 60_000 }, null));
    await Promise.all(found.map((row) => runtime.pipeline.submit(releaseJobTask(row))));
    const sql = 'SELECT state, fetchable FROM jobs ORDER BY key';
    expect(await runtime.database.rows(sql)).toEqual([
      { state: 'COMPLETED', fetchable: 0 },
      { state: 'CREATED', fetchable: 0 },
    ]);
  });
});
