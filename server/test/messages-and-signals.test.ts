import type { Key, Variables } from '@baton/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instanceTask } from '../src/runtime/instance-commands.ts';
import { correlateMessage, publishMessage } from '../src/runtime/messages.ts';
import { broadcastSignal } from '../src/runtime/signals.ts';
import { defaultTenant } from '../src/default-tenant.ts';
import { verify } from '../src/verify.ts';
import { fixture, model } from './fixture.ts';
import { createTestStore, dialects, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime, TestStore } from './test-runtime.ts';

describe.each(dialects)('messages and signals on %s', (dialect) => {
  let store: TestStore;
  let runtime: TestRuntime;
  beforeEach(async () => {
    store = await createTestStore(dialect);
    runtime = await openTestRuntime(store);
  });
  afterEach(async () => {
    expect((await verify(runtime.database)).violations).toEqual([]);
    await runtime.close();
    await store.drop();
  });

  const publish = (
    name: string,
    correlationKey: string,
    more: { ttl?: number; id?: string; variables?: Variables } = {},
  ): Promise<Key> =>
    runtime.pipeline.submit({
      name: 'publish',
      run: (batch) =>
        publishMessage(batch, {
          tenantId: defaultTenant,
          name,
          correlationKey,
          variables: more.variables ?? {},
          timeToLiveMs: more.ttl ?? 0,
          messageId: more.id ?? null,
        }),
    });
  const correlate = (name: string, correlationKey: string) =>
    runtime.pipeline.submit({
      name: 'correlate',
      run: (batch) => correlateMessage(batch, { tenantId: defaultTenant, name, correlationKey, variables: {} }),
    });
  const broadcast = (name: string) =>
    runtime.pipeline.submit({ name: 'signal', run: (batch) => broadcastSignal(batch, defaultTenant, name, {}, null) });
  const cancel = (key: Key) => runtime.pipeline.submit(instanceTask('CANCEL', key, { type: 'cancel-instance' }, null));
  const states = async (processId: string): Promise<string[]> =>
    (
      await runtime.database.rows<{ status: string }>(
        'SELECT status FROM process_instances WHERE process_id = ? ORDER BY key',
        [processId],
      )
    ).map((row) => row.status);
  const count = async (table: string): Promise<number> =>
    Number((await runtime.database.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

  const waiting = { name: 'paid', key: 'o-1' };
  const startWaiting = (orderId = waiting.key): Promise<Key> => runtime.start('catch-message', { orderId });

  it('rule 25: should reach one instance of a process only', async () => {
    await runtime.deploy(fixture('catch-message'));
    await Promise.all([startWaiting(), startWaiting(), startWaiting('other')]);
    await publish(waiting.name, waiting.key);
    expect(await states('catch-message')).toEqual(['COMPLETED', 'ACTIVE', 'ACTIVE']);
    await publish(waiting.name, waiting.key);
    expect(await states('catch-message')).toEqual(['COMPLETED', 'COMPLETED', 'ACTIVE']);
  });

  it('rule 25: should wait for its receiver as long as it lives, the oldest first, each once', async () => {
    await runtime.deploy(fixture('catch-message'));
    await publish(waiting.name, waiting.key);
    await publish(waiting.name, waiting.key, { ttl: 1_000, variables: { sum: 1 } });
    await publish(waiting.name, waiting.key, { ttl: 10_000, variables: { sum: 2 } });
    for (let n = 0; n < 3; n += 1) await startWaiting();
    // The first message had no time to live and is gone.
    expect(await states('catch-message')).toEqual(['COMPLETED', 'COMPLETED', 'ACTIVE']);
    const amounts = await runtime.database.rows<{ value: string }>(
      `SELECT value FROM variables WHERE name = 'amount' ORDER BY process_instance_key`,
    );
    expect(amounts).toEqual([{ value: '1' }, { value: '2' }]);
  });

  it('rule 25: should give a buffered message to each process id once, also to one that was opened in the same batch', async () => {
    await runtime.deploy(fixture('catch-message'));
    await publish(waiting.name, waiting.key, { ttl: 10_000 });
    await Promise.all([startWaiting(), startWaiting()]);
    expect((await states('catch-message')).sort()).toEqual(['ACTIVE', 'COMPLETED']);
    await Promise.all([startWaiting('same-batch'), publish(waiting.name, 'same-batch')]);
    expect((await states('catch-message')).at(-1)).toBe('COMPLETED');
  });

  it('should be forgotten after its time to live', async () => {
    await runtime.deploy(fixture('catch-message'));
    await publish(waiting.name, waiting.key, { ttl: 1_000 });
    expect(await count('messages')).toBe(1);
    await runtime.advance(1_000);
    expect(await count('messages')).toBe(0);
    await startWaiting();
    expect(await states('catch-message')).toEqual(['ACTIVE']);
  });

  it('rule 25: should refuse a message id that is alive, and take it again afterwards', async () => {
    await publish('m', 'k', { ttl: 1_000, id: 'a' });
    await expect(publish('m', 'k', { ttl: 1_000, id: 'a' })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await expect(
      Promise.all([publish('m', 'k2', { ttl: 1_000, id: 'b' }), publish('m', 'k2', { ttl: 1_000, id: 'b' })]),
    ).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    await publish('m', 'other key', { ttl: 1_000, id: 'a' });
    await runtime.advance(1_000);
    await publish('m', 'k', { ttl: 1_000, id: 'a' });
  });

  it('should correlate now or not at all', async () => {
    await runtime.deploy(fixture('catch-message'));
    await expect(correlate(waiting.name, waiting.key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const key = await startWaiting();
    expect((await correlate(waiting.name, waiting.key)).processInstanceKey).toBe(key);
    await expect(correlate(waiting.name, waiting.key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await count('messages')).toBe(0);
  });

  it('rule 25: should start one living instance per correlation key, and the next when that has ended', async () => {
    await runtime.deploy(fixture('start-message'));
    await publish('begin', 'k', { ttl: 60_000 });
    await publish('begin', 'k', { ttl: 60_000 });
    await publish('begin', 'k', { ttl: 5_000 });
    await publish('begin', 'other');
    expect(await states('start-message')).toEqual(['ACTIVE', 'ACTIVE']);
    const [first] = await runtime.database.rows<{ key: Key }>('SELECT key FROM process_instances ORDER BY key');
    await cancel(first?.key as Key);
    expect(await states('start-message')).toEqual(['TERMINATED', 'ACTIVE', 'ACTIVE']);
    await runtime.advance(5_000);
    const [third] = await runtime.database.rows<{ key: Key }>('SELECT key FROM process_instances ORDER BY key DESC');
    await cancel(third?.key as Key);
    // The third message was too old by then.
    expect(await states('start-message')).toEqual(['TERMINATED', 'ACTIVE', 'TERMINATED']);
    expect(await count('message_starts')).toBe(1);
  });

  it('should start as many as there are messages without a correlation key', async () => {
    await runtime.deploy(fixture('start-message'));
    await Promise.all([publish('begin', ''), publish('begin', '')]);
    expect(await states('start-message')).toEqual(['ACTIVE', 'ACTIVE']);
  });

  it('rule 25: should start the latest version only', async () => {
    await runtime.deploy(fixture('start-message'));
    await runtime.deploy({ ...fixture('start-message'), name: 'renamed.bpmn' });
    expect(await count('start_subscriptions')).toBe(1);
    await publish('begin', '');
    expect(await runtime.database.rows('SELECT version FROM process_instances')).toEqual([{ version: 2 }]);
  });

  it('rule 25: should bring a signal to all who wait, each once, and start what it starts', async () => {
    await runtime.deploy(fixture('catch-signal'));
    await runtime.deploy(fixture('throw-signal'));
    await Promise.all(Array.from({ length: 30 }, () => runtime.start('catch-signal')));
    await broadcast('go');
    expect(await states('catch-signal')).toEqual(Array.from({ length: 30 }, () => 'COMPLETED'));
    await Promise.all([runtime.start('waiter'), runtime.start('waiter')]);
    await runtime.start('thrower');
    expect([await states('waiter'), await states('starter')]).toEqual([['COMPLETED', 'COMPLETED'], ['ACTIVE']]);
  });

  it('rule 25: should bring a signal to many in durable portions', async () => {
    await runtime.deploy(fixture('catch-signal'));
    await Promise.all(Array.from({ length: 700 }, () => runtime.start('catch-signal')));
    expect(await count('signal_subscriptions')).toBe(1_400);
    await broadcast('go');
    await runtime.advance(0);
    expect(await count('signal_subscriptions')).toBe(0);
    expect(await count('outbox')).toBe(0);
    expect(new Set(await states('catch-signal'))).toEqual(new Set(['COMPLETED']));
  });

  it('should stop a process that calls itself without end', async () => {
    await runtime.deploy(
      model(
        'self',
        '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="c"/><bpmn:callActivity id="c"><bpmn:extensionElements><zeebe:calledElement processId="self"/></bpmn:extensionElements></bpmn:callActivity>',
      ),
    );
    const key = await runtime.start('self');
    await runtime.advance(0);
    expect(await count('process_instances')).toBe(101);
    const incidents = await runtime.database.rows<{ type: string; message: string }>(
      'SELECT type, message FROM incidents',
    );
    expect(incidents).toMatchObject([
      { type: 'CALLED_ELEMENT_ERROR', message: expect.stringMatching(/at most 100 calls/) },
    ]);
    await cancel(key);
    await runtime.advance(0);
    expect(new Set(await states('self'))).toEqual(new Set(['TERMINATED']));
  });
});
