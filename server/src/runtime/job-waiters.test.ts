import { describe, expect, it } from 'vitest';
import type { ActivatedJob } from './activate-jobs.ts';
import { systemClock } from './clock.ts';
import { createJobWaiters } from './job-waiters.ts';

describe('polls for jobs by claims', () => {
  const request = {
    type: 'work',
    worker: 'w',
    timeoutMs: 1_000,
    maxJobs: 1,
    fetchVariables: null,
    isGone: () => false,
  };
  const job = { row: { key: 1 } } as unknown as ActivatedJob;
  const pipeline = { submit: () => Promise.reject(new Error('Expected no batch to be used.')) };

  it('should give a poll that does not wait the jobs that are being locked for it, although another round ends before', async () => {
    let answer: (jobs: readonly ActivatedJob[]) => void = () => undefined;
    const claims: Promise<readonly ActivatedJob[]>[] = [new Promise((resolve) => (answer = resolve))];
    const waiters = createJobWaiters({
      pipeline,
      clock: systemClock,
      claim: () => claims.shift() ?? Promise.resolve([]),
    });
    const polled = waiters.poll({ ...request, waitMs: 0 });
    await new Promise(setImmediate);
    // Something new came: a second round goes by the first poll, which is busy, and has nothing for anybody.
    waiters.wake(['work']);
    await new Promise(setImmediate);
    answer([job]);
    expect(await polled).toEqual([job]);
  });

  it('should look again now and then for those who wait', async () => {
    let looks = 0;
    const waiters = createJobWaiters({
      pipeline,
      clock: systemClock,
      claim: () => Promise.resolve((looks += 1) === 4 ? [job] : []),
      pollMs: 5,
    });
    expect(await waiters.poll({ ...request, waitMs: 20_000 })).toEqual([job]);
    expect(looks).toBe(4);
  });

  it('should answer with none when the time is over, and tell when jobs cannot be locked', async () => {
    const waiters = createJobWaiters({ pipeline, clock: systemClock, claim: () => Promise.resolve([]) });
    expect(await waiters.poll({ ...request, waitMs: 20 })).toEqual([]);
    const broken = createJobWaiters({
      pipeline,
      clock: systemClock,
      claim: () => Promise.reject(new Error('no database')),
    });
    await expect(broken.poll({ ...request, waitMs: 20 })).rejects.toThrow('no database');
  });
});
