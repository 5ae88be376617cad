import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { fixture } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

describe.each(dialects)('listeners on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.deploy(fixture('execution-listeners'));
    await server.deploy(fixture('task-listeners'));
  });
  afterAll(() => server.close());

  const { start, activate, instance } = apiWords(() => server);

  const answer = async (type: string, body: object = {}): Promise<void> => {
    const [job] = await activate(type);
    expect(job, `a job of type ${type}`).toBeDefined();
    expect((await server.post(`/v2/jobs/${job.jobKey}/completion`, body)).status).toBe(204);
  };
  const taskOf = async (processInstanceKey: string) =>
    (await server.post('/v2/user-tasks/search', { filter: { processInstanceKey } })).body.items[0];

  it('should give a worker the kind and the event of execution listeners', async () => {
    const key = await start('execution-listeners');
    const [before] = await activate('before');
    expect(before).toMatchObject({ kind: 'EXECUTION_LISTENER', listenerEventType: 'START', elementId: 'work' });
    await server.post(`/v2/jobs/${before.jobKey}/completion`);
    await answer('before2');
    const [work] = await activate('work');
    expect(work).toMatchObject({ kind: 'BPMN_ELEMENT', listenerEventType: 'UNSPECIFIED' });
    await server.post(`/v2/jobs/${work.jobKey}/completion`);
    const [behind] = await activate('behind');
    expect(behind).toMatchObject({ kind: 'EXECUTION_LISTENER', listenerEventType: 'END' });
    await server.post(`/v2/jobs/${behind.jobKey}/completion`);
    expect((await instance(key)).state).toBe('COMPLETED');
  });

  it('should show what a user task is about to do, and take denials and corrections', async () => {
    const key = await start('task-listeners', { id: 'x', owner: 'eva' });
    expect((await taskOf(key)).state).toBe('CREATING');
    const [create] = await activate('create');
    expect(create).toMatchObject({ kind: 'TASK_LISTENER', listenerEventType: 'CREATING' });
    await server.post(`/v2/jobs/${create.jobKey}/completion`, {
      result: { type: 'userTask', corrections: { priority: 77 } },
    });
    expect((await taskOf(key)).state).toBe('ASSIGNING');
    await answer('assign');
    const task = await taskOf(key);
    expect(task).toMatchObject({ state: 'CREATED', assignee: 'eva', priority: 77 });

    const denied = server.post(`/v2/user-tasks/${task.userTaskKey}/completion`, {});
    await expect.poll(async () => (await taskOf(key)).state).toBe('COMPLETING');
    await answer('complete', { result: { type: 'userTask', denied: true, deniedReason: 'not yet' } });
    await denied;
    expect((await taskOf(key)).state).toBe('CREATED');

    const completed = server.post(`/v2/user-tasks/${task.userTaskKey}/completion`, {});
    await expect.poll(async () => (await taskOf(key)).state).toBe('COMPLETING');
    await answer('complete', { result: { type: 'userTask', denied: false } });
    await completed;
    expect((await instance(key)).state).toBe('COMPLETED');
  });
});
