import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { fixture } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

describe.each(dialects)('ad-hoc sub-processes and conditions on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    for (const name of ['ad-hoc-parallel', 'ad-hoc-job', 'start-conditional']) await server.deploy(fixture(name));
  });
  afterAll(() => server.close());

  const { start, activate, instance } = apiWords(() => server);

  const openTasks = async (processInstanceKey: string): Promise<string[]> =>
    (await server.post('/v2/user-tasks/search', { filter: { processInstanceKey, state: 'CREATED' } })).body.items.map(
      (each: { elementId: string }) => each.elementId,
    );

  it('should begin activities through the API and refuse those that are not there', async () => {
    const key = await start('ad-hoc-parallel', { wanted: ['a'] });
    const found = await server.post('/v2/element-instances/search', {
      filter: { processInstanceKey: key, elementId: 'tasks' },
    });
    const path = `/v2/element-instances/ad-hoc-activities/${found.body.items[0].elementInstanceKey}/activation`;
    expect((await server.post(path, { elements: [{ elementId: 'nothing' }] })).status).toBeGreaterThanOrEqual(400);
    expect((await server.post(path, { elements: [] })).status).toBe(400);
    expect((await server.post(path, { elements: [{ elementId: 'b', variables: { n: 1 } }] })).status).toBe(204);
    expect((await openTasks(key)).sort()).toEqual(['a', 'b']);
  });

  it('should let a worker decide what is done', async () => {
    const key = await start('ad-hoc-job');
    const [job] = await activate('agent');
    expect(job).toMatchObject({ kind: 'AD_HOC_SUB_PROCESS', elementId: 'tasks' });
    const begun = await server.post(`/v2/jobs/${job.jobKey}/completion`, {
      result: { type: 'adHocSubProcess', activateElements: [{ elementId: 'a' }] },
    });
    expect(begun.status).toBe(204);
    expect(await openTasks(key)).toEqual(['a']);
    const tasks = await server.post('/v2/user-tasks/search', { filter: { processInstanceKey: key } });
    await server.post(`/v2/user-tasks/${tasks.body.items[0].userTaskKey}/completion`, {});
    const [again] = await activate('agent');
    await server.post(`/v2/jobs/${again.jobKey}/completion`, {
      result: { type: 'adHocSubProcess', isCompletionConditionFulfilled: true },
    });
    expect((await instance(key)).state).toBe('COMPLETED');
  });

  it('should start what has a start condition that holds for the variables', async () => {
    const cold = await server.post('/v2/conditionals/evaluation', { variables: { temperature: 20 } });
    expect([cold.status, cold.body.processInstances]).toEqual([200, []]);
    const hot = await server.post('/v2/conditionals/evaluation', { variables: { temperature: 35 } });
    expect(hot.body.processInstances).toHaveLength(1);
    const key = hot.body.processInstances[0].processInstanceKey;
    expect(await instance(key)).toMatchObject({ state: 'ACTIVE', processDefinitionId: 'start-conditional' });
  });
});
