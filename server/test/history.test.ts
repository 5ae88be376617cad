import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Key } from '@baton/engine';
import { removeHistoryTask } from '../src/runtime/remove-history.ts';
import { verify } from '../src/verify.ts';
import { fixture, model } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

const day = 86_400_000;

/** A process that ends at once and says how long it wants to be remembered; `null` says nothing. */
const forgetful = (processId: string, timeToLive: string | null) =>
  model(
    processId,
    `${timeToLive === null ? '' : `<bpmn:extensionElements><zeebe:properties><zeebe:property name="historyTimeToLive" value="${timeToLive}"/></zeebe:properties></bpmn:extensionElements>`}` +
      '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/><bpmn:endEvent id="e"/>',
  );

describe.each(dialects)('history on %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store, undefined, { historyTimeToLive: 'P30D' });
  });
  afterEach(async () => {
    expect((await verify(runtime.database)).violations).toEqual([]);
    await runtime.close();
    await store.drop();
  });

  const left = async (table: string): Promise<number> =>
    (await runtime.database.rows(`SELECT 1 AS one FROM ${table}`)).length;
  const known = async (): Promise<Key[]> =>
    (await runtime.database.rows<{ key: Key }>('SELECT key FROM process_instances ORDER BY key')).map(({ key }) => key);

  it('should be removed when the time that its process says is over, else that of the server', async () => {
    await runtime.deploy(forgetful('days', '2'), forgetful('month', 'P1M'), forgetful('silent', null));
    const days = await runtime.start('days', { x: 1 });
    const month = await runtime.start('month', { x: 1 });
    const silent = await runtime.start('silent', { x: 1 });
    await runtime.advance(2 * day - 1);
    expect(await known()).toEqual([days, month, silent]);
    await runtime.advance(1);
    expect(await known()).toEqual([month, silent]);
    await runtime.advance(28 * day);
    expect(await known()).toEqual([month]);
    await runtime.advance(day);
    for (const table of ['process_instances', 'element_instances', 'variables', 'journal'])
      expect(await left(table), table).toBe(0);
  });

  it('should stay as long as an instance lives, and as long as the one that called it', async () => {
    await runtime.deploy(fixture('call-activity'));
    const caller = await runtime.start('caller', { n: 1 });
    await runtime.advance(100 * day);
    expect((await known())[0]).toBe(caller);
    expect(await known()).toHaveLength(2);
    await runtime.cancel(caller);
    await runtime.advance(29 * day);
    expect(await known()).toHaveLength(2);
    await runtime.advance(day);
    expect(await known()).toEqual([]);
    expect(await left('journal')).toBe(0);
    expect(await left('user_tasks')).toBe(0);
  });

  it('should be removed in small portions, however much it is', async () => {
    await runtime.deploy(fixture('multi-instance-cardinality'));
    const key = await runtime.start('multi-instance-cardinality', { count: 700 });
    await runtime.advance(0);
    await runtime.cancel(key);
    expect(await left('element_instances')).toBeGreaterThan(700);
    const before = await left('variables');
    expect(await runtime.pipeline.submit(removeHistoryTask(key))).toBe(true);
    expect(await left('variables')).toBe(before - 500);
    expect((await verify(runtime.database)).violations).toEqual([]);
    await runtime.advance(30 * day);
    expect(await known()).toEqual([]);
    expect(await left('element_instances')).toBe(0);
    expect(await left('jobs')).toBe(0);
  });

  it('should refuse a time to live that is none', async () => {
    await expect(runtime.deploy(forgetful('odd', 'soon'))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});
