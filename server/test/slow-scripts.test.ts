import { setTimeout as delay } from 'node:timers/promises';
import { end, javascriptTask, model, start, userTask } from '@baton/fixtures/build-model';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScriptSettings } from '../src/runtime/scripts/scripts.ts';
import { createTestStore, dialects, openTestRuntime, testClock } from './test-runtime.ts';
import { startTestServer } from './test-server.ts';
import type { TestClock, TestRuntime, TestStore } from './test-runtime.ts';

const file = (id: string, source: string) => ({
  name: `${id}.bpmn`,
  content: Buffer.from(
    model(
      id,
      [start('s'), javascriptTask('script', source, 'r'), userTask('u'), end('e')],
      ['s > script', 'script > u', 'u > e'],
    ),
  ),
});
/** Takes all of its time. */
const endless = file('endless', 'while (true);');
const quick = file('quick', '6 * 7');
/** A loop of some tenths of a second. */
const slow = file('slow', 'let n = 0; for (let i = 0; i < 2e7; i += 1) n += 1; return n;');

describe.each(dialects)('a script that takes long, on %s', (dialect) => {
  let store: TestStore;
  let clock: TestClock;
  let runtime: TestRuntime;
  const open = (timeoutMs: number, patienceMs: number): Promise<TestRuntime> => {
    const settings: ScriptSettings = { isOn: true, limits: { timeoutMs, memoryBytes: 16_777_216 }, patienceMs };
    return openTestRuntime(store, clock, { scripts: settings });
  };
  const incidents = () => runtime.database.rows<{ message: string }>('SELECT message FROM incidents', []);
  const outbox = () => runtime.database.rows('SELECT key FROM outbox', []);
  const results = async (): Promise<readonly string[]> =>
    (await runtime.database.rows<{ value: string }>("SELECT value FROM variables WHERE name = 'r'", [])).map(
      ({ value }) => value,
    );

  beforeEach(async () => {
    store = await createTestStore(dialect);
    clock = testClock();
  });
  afterEach(async () => {
    await runtime.close();
    await store.drop();
  });

  it('should not hold up the commands of others', async () => {
    runtime = await open(2_000, 20);
    await runtime.deploy(endless, quick);
    const begunMs = performance.now();
    await runtime.start('endless');
    // The caller is answered while its instance rests at the script, whose time is not over.
    expect(performance.now() - begunMs).toBeLessThan(1_500);
    expect(await incidents()).toEqual([]);
    expect(await outbox()).toHaveLength(1);
    await runtime.start('quick');
    expect(performance.now() - begunMs).toBeLessThan(1_900);
    await vi.waitFor(async () => expect(await results()).toEqual(['42']), { timeout: 20_000, interval: 50 });
    expect((await incidents()).map(({ message }) => message)).toEqual([expect.stringContaining('more than 2000 ms')]);
    expect(await outbox()).toEqual([]);
  });

  it('should be asked again when the server ended meanwhile', async () => {
    runtime = await open(30_000, 0);
    await runtime.deploy(slow);
    await runtime.start('slow');
    expect(await outbox()).toHaveLength(1);
    await runtime.close();

    runtime = await open(30_000, 30_000);
    await runtime.scheduler.tick();
    expect(await results()).toEqual([]);
    await runtime.advance(120_000);
    expect(await results()).toEqual(['20000000']);
    expect(await outbox()).toEqual([]);
  });

  it('should be answered once, though nobody waits for any of them', async () => {
    runtime = await open(30_000, 0);
    await runtime.deploy(quick);
    for (let count = 0; count < 5; count += 1) await runtime.start('quick');
    await vi.waitFor(async () => expect(await results()).toHaveLength(5), { timeout: 20_000, interval: 50 });
    await runtime.advance(600_000);
    await delay(50);
    expect(await results()).toEqual(['42', '42', '42', '42', '42']);
    expect(await incidents()).toEqual([]);
    expect(await outbox()).toEqual([]);
  });
});

describe('a caller that awaits the end of an instance', () => {
  it.each(dialects)('should get what a slow script gave, on %s', async (dialect) => {
    const limits = { timeoutMs: 10_000, memoryBytes: 16_777_216 };
    const server = await startTestServer(dialect, { scripts: { isOn: true, limits, patienceMs: 0 } });
    try {
      const nodes = [start('s'), javascriptTask('script', '({ r: n * 2 })', 'r'), end('e')];
      const content = Buffer.from(model('through', nodes, ['s > script', 'script > e']));
      await server.deploy({ name: 'through.bpmn', content });
      const { status, body } = await server.post('/v2/process-instances', {
        processDefinitionId: 'through',
        variables: { n: 21 },
        awaitCompletion: true,
      });
      expect([status, body.variables]).toEqual([200, { n: 21, r: { r: 42 } }]);
    } finally {
      await server.close();
    }
  });
});
