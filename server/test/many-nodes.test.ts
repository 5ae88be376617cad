import type { Key } from '@baton/engine';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../src/runtime/clock.ts';
import type { Task } from '../src/runtime/task.ts';
import { joinNodes } from '../src/runtime/nodes.ts';
import { createSyncedClock } from '../src/runtime/synced-clock.ts';
import { claimDueTimers, claimMs } from '../src/store/operations/claim-due.ts';
import { createPostgresNotifier } from '../src/runtime/postgres-notifier.ts';
import type { PostgresNotifier } from '../src/runtime/postgres-notifier.ts';
import { verify } from '../src/verify.ts';
import { completeJob } from './complete.ts';
import { fixture, serviceModel } from './fixture.ts';
import { createTestStore, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

const log = pino({ level: process.env['BATON_TEST_LOG'] ?? 'silent' });

describe('servers on one PostgreSQL', () => {
  let store: TestStore;
  let maintenance: pg.Client;
  const notifiers: PostgresNotifier[] = [];
  const runtimes: TestRuntime[] = [];

  const node = async (serverId: string): Promise<TestRuntime> => {
    const notifier = createPostgresNotifier({
      url: store.databaseUrl ?? '',
      serverId,
      clock: systemClock,
      log,
      watchMs: 300,
    });
    const runtime = await openTestRuntime(store, { ...systemClock, advance: () => undefined }, { notifier });
    await notifier.start();
    notifiers.push(notifier);
    runtimes.push(runtime);
    return runtime;
  };
  beforeEach(async () => {
    store = await createTestStore('postgresql');
    maintenance = new pg.Client({ connectionString: store.databaseUrl ?? '' });
    await maintenance.connect();
  });
  afterEach(async () => {
    for (const notifier of notifiers.splice(0)) await notifier.stop();
    const [first] = runtimes;
    if (first !== undefined) expect((await verify(first.database)).violations).toEqual([]);
    for (const runtime of runtimes.splice(0)) await runtime.close();
    await maintenance.end();
    await store.drop();
  });

  const poll = (runtime: TestRuntime, waitMs: number): Promise<readonly { row: { key: number } }[]> =>
    runtime.jobWaiters.poll({
      type: 'one-job',
      worker: 'somebody',
      timeoutMs: 60_000,
      maxJobs: 1,
      fetchVariables: null,
      waitMs,
      isGone: () => false,
    });
  const complete = (jobKey: number): Task<null> => completeJob(jobKey as Key);
  /** How long a worker at one server waits for the job of an instance that another one starts, milliseconds. */
  const waits = async (starts: TestRuntime, polls: TestRuntime): Promise<number> => {
    const polled = poll(polls, 10_000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const begunMs = performance.now();
    await starts.start('one-job');
    expect(await polled).toHaveLength(1);
    return performance.now() - begunMs;
  };
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const waitFor = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
    const deadline = performance.now() + 20_000;
    while (!(await holds())) {
      if (performance.now() > deadline) throw new Error('It did not come about within 20 seconds.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('should give a job to a worker that waits at another one, much sooner than polling would', async () => {
    const [one, other] = [await node('one'), await node('other')];
    await one.deploy(serviceModel('one-job'));
    const waited: number[] = [];
    for (let round = 0; round < 9; round += 1) waited.push(await waits(one, other));
    expect(median(waited)).toBeLessThan(200);
  });

  it('should give it a job by polling when news get lost', async () => {
    const [one, other] = [await node('one'), await node('other')];
    await one.deploy(serviceModel('one-job'));
    for (const notifier of notifiers.splice(0)) await notifier.stop();
    expect(await waits(one, other)).toBeLessThan(5_000);
  });

  it('should tell watchers at another one what changed', async () => {
    const [one, other] = [await node('one'), await node('other')];
    await one.deploy(serviceModel('one-job'));
    const heard: { topics: readonly string[]; keys: readonly number[] }[] = [];
    other.events.subscribe(({ topics, processInstanceKeys: keys }) => heard.push({ topics, keys }));
    const key = await one.start('one-job');
    await waitFor(() => heard.some(({ topics, keys }) => topics.includes('jobs') && keys.includes(key)));
  });

  it('should listen again after its connection was ended, and after it went dead without a word', async () => {
    const [one, other] = [await node('one'), await node('other')];
    await one.deploy(serviceModel('one-job'));
    const listeners = async (): Promise<number[]> =>
      (
        await maintenance.query<{ pid: number }>(
          `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'baton-notifier'`,
        )
      ).rows.map(({ pid }) => pid);
    let losses = 0;
    for (const { events } of [one, other])
      events.subscribe(
        () => undefined,
        () => (losses += 1),
      );
    const old = await listeners();
    expect(old).toHaveLength(2);
    for (const pid of old) await maintenance.query('SELECT pg_terminate_backend($1)', [pid]);
    await waitFor(async () => (await listeners()).filter((pid) => !old.includes(pid)).length === 2);
    // Those who watch are told that they may have missed something.
    await waitFor(() => losses >= 2);
    const paused = await listeners();
    for (const pid of paused) process.kill(pid, 'SIGSTOP');
    try {
      await waitFor(async () => (await listeners()).filter((pid) => !paused.includes(pid)).length === 2);
      const waited: number[] = [];
      for (let round = 0; round < 5; round += 1) waited.push(await waits(one, other));
      expect(median(waited)).toBeLessThan(200);
    } finally {
      for (const pid of paused) process.kill(pid, 'SIGCONT');
    }
  });

  it('should never answer from what another one has changed since', async () => {
    const [one, other] = [await node('one'), await node('other')];
    await one.deploy(serviceModel('one-job'));
    for (let round = 0; round < 20; round += 1) {
      // In the cache of the first from here on.
      await one.start('one-job');
      const [job] = await poll(one, 1_000);
      const jobKey = job?.row.key ?? 0;
      await other.pipeline.submit(complete(jobKey));
      await expect(one.pipeline.submit(complete(jobKey))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('should let one of many win who complete the same job at the same time', async () => {
    const nodes = [await node('one'), await node('two'), await node('three')];
    await nodes[0]?.deploy(serviceModel('one-job'));
    for (let round = 0; round < 20; round += 1) {
      await nodes[round % 3]?.start('one-job');
      const [job] = await poll(nodes[0] as TestRuntime, 1_000);
      const answers = await Promise.allSettled(nodes.map((each) => each.pipeline.submit(complete(job?.row.key ?? 0))));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('should share what is due: nobody gets what another one has claimed, until that claim is over', async () => {
    const one = await node('one');
    await one.deploy(fixture('catch-timer'));
    for (let count = 0; count < 6; count += 1) await one.start('catch-timer', { pause: 'PT1H' });
    const due = Date.now() + 3_700_000;
    const keys = async (limit: number, atMs: number): Promise<number[]> =>
      (await claimDueTimers(one.database, atMs, limit)).map(({ key }) => key);
    const first = await keys(2, due);
    expect(first).toHaveLength(2);
    // Somebody is at work on one of the rest: it is skipped, not waited for.
    await maintenance.query('BEGIN');
    const held = await maintenance.query<{ key: string }>(
      'SELECT key FROM timers WHERE claimed_ms IS NULL LIMIT 1 FOR UPDATE',
    );
    const second = await keys(10, due + 1);
    await maintenance.query('ROLLBACK');
    expect(second).toHaveLength(3);
    expect(new Set([...first, ...second, Number(held.rows[0]?.key)]).size).toBe(6);
    expect(await keys(10, due + 2)).toEqual([Number(held.rows[0]?.key)]);
    expect(await keys(10, due + claimMs - 1)).toEqual([]);
    expect(await keys(10, due + claimMs + 10)).toHaveLength(6);
    // A claim is for the due time at which it was made.
    await maintenance.query('UPDATE timers SET due_ms = due_ms + 1');
    expect(await keys(10, due + claimMs + 11)).toHaveLength(6);
    await maintenance.query('UPDATE timers SET due_ms = due_ms - 1');
  });

  it('should know who lives, and give ids of the dead to others', async () => {
    const { database } = await node('one');
    const join = (serverId: string, port: number) =>
      joinNodes({
        database,
        clock: createSyncedClock(),
        log,
        serverId,
        node: { host: 'here', port, version: '1' },
        beatMs: 50,
        aliveMs: 400,
      });
    const one = await join('one', 1);
    const two = await join('two', 2);
    const ports = async (): Promise<number[]> => (await one.living()).map(({ port }) => port);
    expect(await ports()).toEqual([1, 2]);
    // Dead: it says nothing any more.
    const three = await join('three', 3);
    expect((await three.living()).map(({ nodeId }) => nodeId)).toEqual([0, 1, 2]);
    await two.stop();
    expect(await ports()).toEqual([1, 3]);
    await maintenance.query(`UPDATE nodes SET server_id = 'gone', seen_ms = seen_ms - 1000 WHERE port = 3`);
    const four = await join('four', 4);
    expect(await ports()).toContain(4);
    // The third finds that its place is lost and takes another one.
    await waitFor(async () => (await ports()).includes(3));
    for (const each of [one, three, four]) await each.stop();
    expect((await maintenance.query('SELECT * FROM nodes')).rows).toEqual([]);
  });
});
