import {
  boundary,
  catching,
  end,
  model,
  parallel,
  serviceTask,
  start,
  subProcess,
  userTask,
} from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/verify.ts';
import { drawn } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

/** A process in two shapes: the ids differ by their prefix, and the second has one task more. */
const order = (id: string, prefix: string, more: boolean): string => {
  const named = (name: string): string => `${prefix}${name}`;
  const [f, work, check, hold, wait, j] = ['F', 'Work', 'Check', 'Hold', 'Wait', 'J'].map(named) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  return model(
    id,
    [
      start('s'),
      parallel(f),
      serviceTask(work, { type: 'work' }),
      boundary(named('Late'), work, { timer: 'timeDuration', value: 'PT1H' }, false),
      subProcess(hold, [start('hs'), userTask(check), end('he')], [`hs > ${check}`, `${check} > he`], {
        inputs: { inside: '=1' },
      }),
      catching(wait, { message: 'go', key: '=id' }),
      ...(more ? [userTask('more')] : []),
      parallel(j),
      end('e'),
      end('e2'),
    ],
    [
      `s > ${f}`,
      `${f} > ${work}`,
      `${f} > ${hold}`,
      `${f} > ${wait}`,
      `${work} > ${j}`,
      `${hold} > ${j}`,
      `${wait} > ${j}`,
      ...(more ? [`${j} > more`, 'more > e'] : [`${j} > e`]),
      `${named('Late')} > e2`,
    ],
  );
};

describe.each(dialects)('migration over HTTP on %s', (dialect) => {
  let server: TestServer;
  let sourceKey = '';
  let targetKey = '';
  beforeAll(async () => {
    server = await startTestServer(dialect);
    const deployed = await server.deploy(drawn('one', order('one', 'a', false)), drawn('two', order('two', 'b', true)));
    [sourceKey, targetKey] = deployed.body.deployments.map(
      ({ processDefinition }: { processDefinition: { processDefinitionKey: string } }) =>
        processDefinition.processDefinitionKey,
    );
  });
  afterAll(async () => {
    expect((await verify(server.runtime.database)).violations).toEqual([]);
    await server.close();
  });

  const begin = async (id: string): Promise<string> =>
    (await server.post('/v2/process-instances', { processDefinitionId: 'one', variables: { id } })).body
      .processInstanceKey;
  const search = async (what: string, processInstanceKey: string, more: object = {}): Promise<Answer['body'][]> =>
    (await server.post(`/v2/${what}/search`, { filter: { processInstanceKey, ...more } })).body.items;
  const map = (...names: readonly string[]) =>
    names.map((name) => ({ sourceElementId: `a${name}`, targetElementId: `b${name}` }));
  const migrate = (key: string, mappingInstructions: object[], targetProcessDefinitionKey = targetKey) =>
    server.post(`/v2/process-instances/${key}/migration`, { targetProcessDefinitionKey, mappingInstructions });
  const all = map('Work', 'Late', 'Hold', 'Check', 'Wait');

  it('should keep jobs with their locks, tasks, timers and subscriptions', async () => {
    const key = await begin('m-1');
    const { body } = await server.post('/v2/jobs/activation', {
      type: 'work',
      timeout: 600_000,
      maxJobsToActivate: 1,
      requestTimeout: -1,
      worker: 'w',
    });
    const [{ jobKey }] = body.jobs;
    const [task] = await search('user-tasks', key);
    await server.post(`/v2/user-tasks/${task.userTaskKey}/assignment`, { assignee: 'eva' });
    expect(await migrate(key, all)).toMatchObject({ status: 204 });

    expect((await server.get(`/v2/process-instances/${key}`)).body).toMatchObject({
      state: 'ACTIVE',
      processDefinitionKey: targetKey,
      processDefinitionId: 'two',
    });
    const of = { processDefinitionKey: targetKey, processDefinitionId: 'two' };
    expect(await search('jobs', key)).toMatchObject([{ ...of, jobKey, elementId: 'bWork', worker: 'w', retries: 3 }]);
    expect(await search('user-tasks', key)).toMatchObject([
      { ...of, userTaskKey: task.userTaskKey, elementId: 'bCheck', assignee: 'eva', processName: 'two' },
    ]);
    const active = await search('element-instances', key, { state: 'ACTIVE' });
    expect(active.map(({ elementId }) => elementId).sort()).toEqual(['bCheck', 'bHold', 'bWait', 'bWork', 'two']);
    expect(active.every(({ processDefinitionKey }) => processDefinitionKey === targetKey)).toBe(true);
    // What has ended stays what it was.
    expect(await search('element-instances', key, { elementId: 'aF' })).toMatchObject([
      { state: 'COMPLETED', processDefinitionKey: sourceKey },
    ]);

    expect((await server.post(`/v2/jobs/${jobKey}/completion`, {})).status).toBe(204);
    const correlated = await server.post('/v2/messages/correlation', { name: 'go', correlationKey: 'm-1' });
    expect(correlated).toMatchObject({ status: 200, body: { processInstanceKey: key } });
    // Tokens wait at the join of the new definition; they move with it.
    expect(
      (await migrate(key, [{ sourceElementId: 'bHold', targetElementId: 'aHold' }], sourceKey)).body.detail,
    ).toContain(`Tokens wait at 'bJ', which is not mapped.`);
    const back = ['Hold', 'Check', 'J'].map((name) => ({ sourceElementId: `b${name}`, targetElementId: `a${name}` }));
    const lost = await migrate(key, back, sourceKey);
    expect(lost.body.detail).toContain(`on flow 'bWork-bJ', which does not lead to 'aJ'`);
    await server.post(`/v2/user-tasks/${task.userTaskKey}/completion`, {});
    const [more] = await search('user-tasks', key, { elementId: 'more' });
    await server.post(`/v2/user-tasks/${more.userTaskKey}/completion`, {});
    expect((await server.get(`/v2/process-instances/${key}`)).body.state).toBe('COMPLETED');
  });

  it('should refuse with 409 and every conflict, and with 404 what is not there', async () => {
    const key = await begin('m-2');
    const refused = await migrate(key, [
      ...map('Work', 'Work'),
      { sourceElementId: 'aHold', targetElementId: 'bWait' },
    ]);
    expect(refused).toMatchObject({ status: 409, body: { title: 'INVALID_STATE' } });
    for (const conflict of [
      `'aWork' is mapped more than once`,
      `'aHold' is a SUB_PROCESS`,
      `'aWait' is active`,
      `'aCheck' is active`,
    ])
      expect(refused.body.detail).toContain(conflict);
    expect((await server.get(`/v2/process-instances/${key}`)).body.processDefinitionId).toBe('one');
    expect(await migrate(key, all, '12')).toMatchObject({ status: 404, body: { title: 'NOT_FOUND' } });
    expect((await migrate('12', all)).status).toBe(404);
    for (const body of [{}, { targetProcessDefinitionKey: targetKey }, { mappingInstructions: [] }])
      expect((await server.post(`/v2/process-instances/${key}/migration`, body)).status).toBe(400);
    await server.post(`/v2/process-instances/${key}/cancellation`);
  });

  it('should let the next message start the process that an instance has left', async () => {
    const begun = (id: string, event?: { message: string }): string =>
      model(id, [start('s', event), userTask('wait'), end('e')], ['s > wait', 'wait > e']);
    const deployed = await server.deploy(
      drawn('by-message', begun('by-message', { message: 'start' })),
      drawn('by-hand', begun('by-hand')),
    );
    const { processDefinitionKey } = deployed.body.deployments[1].processDefinition;
    const publish = () =>
      server.post('/v2/messages/publication', { name: 'start', correlationKey: 'k', timeToLive: 60_000 });
    const running = async (processDefinitionId: string): Promise<string[]> => {
      const filter = { processDefinitionId, state: 'ACTIVE' };
      const { body } = await server.post('/v2/process-instances/search', { filter });
      return body.items.map((each: Answer['body']) => each.processInstanceKey);
    };
    await publish();
    await publish();
    const [first] = await running('by-message');
    expect(await running('by-message')).toEqual([first]);
    const mappings = [{ sourceElementId: 'wait', targetElementId: 'wait' }];
    expect((await migrate(first!, mappings, processDefinitionKey)).status).toBe(204);
    expect(await running('by-hand')).toEqual([first]);
    const [second, ...others] = await running('by-message');
    expect(others).toEqual([]);
    expect(second).not.toBe(first);
    for (const key of [first, second]) await server.post(`/v2/process-instances/${key}/cancellation`);
  });

  it('should migrate what a filter finds, and tell which could not', async () => {
    const keys = [await begin('b-1'), await begin('b-2'), await begin('b-3')];
    await server.post(`/v2/process-instances/${keys[2]}/modification`, {
      activateInstructions: [{ elementId: 'aJ' }],
      terminateInstructions: ['aWork', 'aWait', 'aHold'].map((elementId) => ({ elementId })),
    });
    const odd = await begin('b-4');
    await server.post('/v2/messages/correlation', { name: 'go', correlationKey: 'b-4' });
    const begun = await server.post('/v2/process-instances/migration', {
      filter: { processDefinitionKey: sourceKey, state: 'ACTIVE' },
      migrationPlan: { targetProcessDefinitionKey: targetKey, mappingInstructions: all },
    });
    expect(begun).toMatchObject({ status: 200, body: { batchOperationType: 'MIGRATE_PROCESS_INSTANCE' } });
    const { batchOperationKey } = begun.body;
    await expect
      .poll(async () => (await server.get(`/v2/batch-operations/${batchOperationKey}`)).body, { timeout: 20_000 })
      .toMatchObject({ state: 'PARTIALLY_COMPLETED', operationsTotalCount: 3, operationsFailedCount: 1 });
    const { body } = await server.post('/v2/batch-operation-items/search', {
      filter: { batchOperationKey, state: 'FAILED' },
    });
    expect(body.items).toMatchObject([{ processInstanceKey: odd }]);
    expect(body.items[0].errorMessage).toContain(`Tokens wait at 'aJ'`);
    // Without the token that waits it can go.
    const discarded = { terminateInstructions: [{ elementId: 'aJ' }] };
    expect((await server.post(`/v2/process-instances/${odd}/modification`, discarded)).status).toBe(204);
    expect((await migrate(odd, all)).status).toBe(204);
    for (const key of [...keys, odd]) await server.post(`/v2/process-instances/${key}/cancellation`);
  });
});
