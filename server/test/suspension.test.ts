import {
  callActivity,
  catching,
  end,
  model,
  parallel,
  serviceTask,
  start,
  userTask,
} from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../src/verify.ts';
import { drawn } from './fixture.ts';
import { createTestStore, dialects } from './test-runtime.ts';
import type { TestStore } from './test-runtime.ts';
import { startTestServer } from './test-server.ts';
import type { Answer, TestServer } from './test-server.ts';

const order = model(
  'order',
  [
    start('s'),
    parallel('f'),
    serviceTask('pack'),
    serviceTask('bill', { type: 'bill' }),
    userTask('check'),
    catching('paid', { message: 'paid', key: '=id' }),
    catching('later', { timer: 'timeDuration', value: 'PT1S' }),
    callActivity('call', 'called'),
    parallel('j'),
    end('e'),
  ],
  ['s > f', ...['pack', 'bill', 'check', 'paid', 'later', 'call'].flatMap((id) => [`f > ${id}`, `${id} > j`]), 'j > e'],
);
const called = model('called', [start('cs'), userTask('inside'), end('ce')], ['cs > inside', 'inside > ce']);

describe.each(dialects)('suspension on %s', (dialect) => {
  let store: TestStore;
  let server: TestServer;
  beforeAll(async () => {
    store = await createTestStore(dialect);
    server = await startTestServer(dialect, { isClockControlled: true }, store);
    await server.deploy(drawn('order', order), drawn('called', called));
  });
  afterAll(async () => {
    expect((await verify(server.runtime.database)).violations).toEqual([]);
    await server.close();
    await store.drop();
  });

  const begin = async (id: string): Promise<string> =>
    (await server.post('/v2/process-instances', { processDefinitionId: 'order', variables: { id } })).body
      .processInstanceKey;
  const change = (key: string, verb: string, body?: object): Promise<Answer> =>
    server.post(`/v2/process-instances/${key}/${verb}`, body);
  const fetch = async (type: string, timeout = 60_000): Promise<{ jobKey: string }[]> => {
    const request = { type, timeout, maxJobsToActivate: 10, requestTimeout: -1, worker: 'w' };
    return (await server.post('/v2/jobs/activation', request)).body.jobs;
  };
  const stateOf = async (key: string): Promise<string> => (await server.get(`/v2/process-instances/${key}`)).body.state;
  const active = async (processInstanceKey: string): Promise<string[]> => {
    const filter = { processInstanceKey, state: 'ACTIVE' };
    const { body } = await server.post('/v2/element-instances/search', { filter });
    return body.items.map(({ elementId }: { elementId: string }) => elementId).sort();
  };
  const taskOf = async (filter: object): Promise<string> =>
    (await server.post('/v2/user-tasks/search', { filter: { ...filter, state: 'CREATED' } })).body.items[0].userTaskKey;

  it('should hold jobs, timers, messages, tasks and answers of calls, over a restart, and go on', async () => {
    const key = await begin('s-1');
    const [locked] = await fetch('bill');
    expect((await change(key, 'suspension')).status).toBe(204);
    expect(await stateOf(key)).toBe('SUSPENDED');
    const found = await server.post('/v2/process-instances/search', {
      filter: { state: 'SUSPENDED', suspendedDate: { $exists: true } },
    });
    expect(found.body.items.map((each: Answer['body']) => each.processInstanceKey)).toEqual([key]);
    expect(await fetch('pack')).toEqual([]);
    // Refused, but for variables.
    const refused = await server.post(`/v2/jobs/${locked!.jobKey}/completion`, {});
    expect(refused).toMatchObject({ status: 409, body: { title: 'INVALID_STATE' } });
    const userTaskKey = await taskOf({ elementId: 'check' });
    expect((await server.post(`/v2/user-tasks/${userTaskKey}/completion`, {})).status).toBe(409);
    expect((await server.request('PATCH', `/v2/jobs/${locked!.jobKey}`, { changeset: { timeout: 5 } })).status).toBe(
      409,
    );
    expect((await change(key, 'suspension')).status).toBe(409);
    expect((await change(key, 'modification', {})).status).toBe(409);
    expect(
      (await server.request('PUT', `/v2/element-instances/${key}/variables`, { variables: { a: 1 } })).status,
    ).toBe(204);
    // What comes meanwhile.
    await server.post('/v2/messages/publication', { name: 'paid', correlationKey: 's-1', timeToLive: 600_000 });
    expect((await server.post('/v2/messages/correlation', { name: 'paid', correlationKey: 's-1' })).status).toBe(404);
    await server.post(`/v2/user-tasks/${await taskOf({ elementId: 'inside' })}/completion`, {});
    await server.request('PUT', '/v2/clock', { timestamp: Date.now() + 120_000 });
    await server.runtime.scheduler.tick();

    await server.stop();
    server = await startTestServer(dialect, { isClockControlled: true }, store);
    await server.request('PUT', '/v2/clock', { timestamp: Date.now() + 120_000 });
    await server.runtime.scheduler.tick();
    expect(await stateOf(key)).toBe('SUSPENDED');
    expect(await active(key)).toEqual(['bill', 'call', 'check', 'later', 'order', 'pack', 'paid']);
    expect([...(await fetch('pack')), ...(await fetch('bill'))]).toEqual([]);
    expect((await verify(server.runtime.database)).violations).toEqual([]);

    expect((await change(key, 'resumption')).status).toBe(204);
    expect(await stateOf(key)).toBe('ACTIVE');
    await server.runtime.scheduler.tick();
    expect(await active(key)).toEqual(['bill', 'check', 'order', 'pack']);
    // The lock ran out while it was suspended.
    for (const type of ['pack', 'bill'])
      for (const { jobKey } of await fetch(type)) await server.post(`/v2/jobs/${jobKey}/completion`, {});
    await server.post(`/v2/user-tasks/${userTaskKey}/completion`, {});
    expect(await stateOf(key)).toBe('COMPLETED');
    expect((await change(key, 'resumption')).status).toBe(404);
  });

  it('should keep the lock of a job that a worker holds', async () => {
    const key = await begin('s-2');
    const [{ jobKey }] = (await fetch('pack')) as [{ jobKey: string }];
    await change(key, 'suspension');
    expect((await change(key, 'resumption')).status).toBe(204);
    expect((await change(key, 'resumption')).status).toBe(409);
    expect(await fetch('pack')).toEqual([]);
    expect((await server.post(`/v2/jobs/${jobKey}/completion`, {})).status).toBe(204);
    await change(key, 'cancellation');
  });

  it('should cancel a suspended instance', async () => {
    const key = await begin('s-3');
    await change(key, 'suspension');
    expect((await change(key, 'deletion')).status).toBe(409);
    expect((await change(key, 'cancellation')).status).toBe(204);
    expect(await stateOf(key)).toBe('TERMINATED');
  });

  it('should suspend and resume what a filter finds', async () => {
    const keys = [await begin('s-4'), await begin('s-5')];
    for (const [verb, type, state] of [
      ['suspension', 'SUSPEND_PROCESS_INSTANCE', 'SUSPENDED'],
      ['resumption', 'RESUME_PROCESS_INSTANCE', 'ACTIVE'],
    ] as const) {
      const begun = await server.post(`/v2/process-instances/${verb}`, {
        filter: { processInstanceKey: { $in: keys } },
      });
      expect(begun).toMatchObject({ status: 200, body: { batchOperationType: type } });
      await expect
        .poll(async () => (await server.get(`/v2/batch-operations/${begun.body.batchOperationKey}`)).body)
        .toMatchObject({ state: 'COMPLETED', operationsCompletedCount: 2 });
      expect(await Promise.all(keys.map(stateOf))).toEqual([state, state]);
    }
    for (const key of keys) await change(key, 'cancellation');
  });

  it('should give an instance its business id once', async () => {
    const key = await begin('s-6');
    expect((await change(key, 'business-id-assignment', { businessId: 'B-1' })).status).toBe(204);
    expect((await server.get(`/v2/process-instances/${key}`)).body.businessId).toBe('B-1');
    const { body } = await server.post('/v2/process-instances/search', { filter: { businessId: 'B-1' } });
    expect(body.page.totalItems).toBe(1);
    expect(await change(key, 'business-id-assignment', { businessId: 'B-2' })).toMatchObject({ status: 409 });
    expect((await change(key, 'business-id-assignment', {})).status).toBe(400);
    expect((await change('12', 'business-id-assignment', { businessId: 'B-1' })).status).toBe(404);
    await change(key, 'cancellation');
  });
});
