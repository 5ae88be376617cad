import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import { verify } from '../../src/verify.ts';
import { serviceModel } from '../fixture.ts';
import { buildServer } from '../kill/server-process.ts';
import { createTestStore, dialects, openTestRuntime } from '../test-runtime.ts';
import type { TestStore } from '../test-runtime.ts';
import { pause } from '../test-worker.ts';

beforeAll(buildServer);

let running: ChildProcess | null = null;
afterEach(() => void running?.kill('SIGKILL'));

/** Starts the program that embeds Baton; resolves when it is at work. */
const startProgram = async (store: TestStore, load: string | null): Promise<ChildProcess> => {
  const { BATON_DATA: _data, BATON_DATABASE_URL: _url, BOOKING_LOAD: _load, ...env } = process.env;
  const place =
    store.databaseUrl === null ? { BATON_DATA: store.dataFolder } : { BATON_DATABASE_URL: store.databaseUrl };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'booking-program.mjs')], {
    env: { ...env, ...place, ...(load === null ? {} : { BOOKING_LOAD: load }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
};

describe.each(dialects)('a program that embeds Baton on %s and is killed under load', (dialect) => {
  // Each life costs the start of a program; PostgreSQL keeps its own promises, so fewer do there.
  const kills = dialect === 'sqlite' ? 3 : 1;

  it(`should find every start and every job booked once, ${kills} times`, async () => {
    const store = await createTestStore(dialect);
    const deployer = await openTestRuntime(store);
    await deployer.deploy(serviceModel('booking', 'book'));
    await deployer.close();
    const database = await openDatabase({ ...store, readOnly: true });
    const count = async (sql: string): Promise<number> => (await database.rows<{ n: number }>(sql))[0]?.n ?? 0;
    const startedCount = (): Promise<number> => count('SELECT count(*) AS n FROM process_instances');
    for (let kill = 0; kill < kills; kill += 1) {
      const child = await startProgram(store, `load${kill}`);
      // A life counts once it has done something, however slow the machine is.
      const before = await startedCount();
      await expect.poll(startedCount, { timeout: 20_000, interval: 20 }).toBeGreaterThan(before + 5);
      await pause(Math.random() * 400);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const last = await startProgram(store, null);
    const active = (): Promise<number> => count(`SELECT count(*) AS n FROM process_instances WHERE status = 'ACTIVE'`);
    await expect.poll(active, { timeout: 30_000, interval: 50 }).toBe(0);
    last.kill('SIGTERM');
    expect(await once(last, 'exit')).toEqual([0, null]);
    const started = await startedCount();
    expect(started).toBeGreaterThan(kills * 5);
    const ofStarts = `FROM booked WHERE job_key = 'start'`;
    expect(await count(`SELECT count(*) AS n ${ofStarts}`)).toBe(started);
    expect(await count(`SELECT count(DISTINCT order_id) AS n ${ofStarts}`)).toBe(started);
    const ofJobs = `FROM booked WHERE job_key <> 'start'`;
    expect(await count(`SELECT count(*) AS n ${ofJobs}`)).toBe(started);
    expect(await count(`SELECT count(DISTINCT job_key) AS n ${ofJobs}`)).toBe(started);
    expect(await count(`SELECT count(*) AS n FROM jobs WHERE state = 'COMPLETED'`)).toBe(started);
    expect((await verify(database)).violations).toEqual([]);
    await database.close();
    await store.drop();
  }, 120_000);
});
