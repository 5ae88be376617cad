import type { JournalRecord, Key } from '@baton/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../src/verify.ts';
import { fixture, serviceModel } from './fixture.ts';
import { createTestStore, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

// How it goes in pieces is the engine's and the same on every store; one of them shows that each piece is durable.
describe('canceling an instance of 20,000 tasks', () => {
  const tasks = 20_000;
  let store: TestStore;
  let runtime: TestRuntime;
  beforeEach(async () => {
    store = await createTestStore('sqlite');
    runtime = await openTestRuntime(store);
  });
  afterEach(async () => {
    await runtime.close();
    await store.drop();
  });
  const count = async (where: string): Promise<number> =>
    Number((await runtime.database.rows<{ n: number }>(`SELECT count(*) AS n FROM ${where}`))[0]?.n);
  const statusOf = async (key: Key): Promise<string | undefined> =>
    (await runtime.database.rows<{ status: string }>('SELECT status FROM process_instances WHERE key = ?', [key]))[0]
      ?.status;
  const openJobs = (): Promise<number> => count(`jobs WHERE type = 'work' AND state = 'CREATED'`);

  it('should go in bounded durable pieces, serve others in between, and go on after a restart', async () => {
    await runtime.deploy(fixture('multi-instance-parallel'), serviceModel('canary'));
    const items = Array.from({ length: tasks }, (_, index) => index);
    const key = await runtime.start('multi-instance-parallel', { items, stopEarly: false });
    while ((await openJobs()) < tasks) await runtime.advance(1);
    const before = await count(`journal WHERE process_instance_key = ${key}`);

    await runtime.cancel(key);
    const served: Key[] = [];
    while ((await openJobs()) > tasks / 2) {
      expect(await statusOf(key)).toBe('ACTIVE');
      served.push(await runtime.start('canary'));
      await runtime.advance(1);
    }
    expect((await verify(runtime.database)).violations).toEqual([]);
    await runtime.close();
    runtime = await openTestRuntime(store, runtime.clock);
    for (let pieces = 0; (await statusOf(key)) === 'ACTIVE'; pieces += 1) {
      expect(pieces).toBeLessThan(tasks / 500);
      await runtime.advance(1);
    }

    expect(await statusOf(key)).toBe('TERMINATED');
    expect(await openJobs()).toBe(0);
    expect(served.length).toBeGreaterThanOrEqual(8);
    for (const canary of served) expect(await statusOf(canary)).toBe('ACTIVE');
    const written = await runtime.database.rows<{ records: string }>(
      'SELECT records FROM journal WHERE process_instance_key = ? ORDER BY seq',
      [key],
    );
    const sizes = written.slice(before).map(({ records }) => (JSON.parse(records) as JournalRecord[]).length);
    expect(sizes.length).toBeGreaterThanOrEqual(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2_010);
    expect((await verify(runtime.database)).violations).toEqual([]);
  }, 60_000);
});
