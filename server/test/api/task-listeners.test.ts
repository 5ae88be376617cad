import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { fixture, model } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

const denied = (deniedReason: string) => ({ result: { type: 'userTask', denied: true, deniedReason } });
const corrected = (corrections: object) => ({ result: { type: 'userTask', corrections } });

describe.each(dialects)('task listeners on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.deploy(fixture('task-listeners'));
  });
  afterAll(() => server.close());

  const { start, activate, instance } = apiWords(() => server);

  /** The job of a listener, as soon as there is one. */
  const job = async (type: string): Promise<Answer['body']> => (await activate(type, { requestTimeout: 5_000 }))[0];
  const answer = async (type: string, body: object = {}): Promise<Answer['body']> => {
    const found = await job(type);
    expect((await server.post(`/v2/jobs/${found.jobKey}/completion`, body)).status).toBe(204);
    return found;
  };
  const find = async (filter: object): Promise<Answer['body']> =>
    (await server.post('/v2/user-tasks/search', { filter })).body.items[0];
  const read = async (key: string): Promise<Answer['body']> => (await server.get(`/v2/user-tasks/${key}`)).body;

  /** A task at rest, assigned to eva. */
  const created = async (id: string): Promise<{ task: string; processInstanceKey: string }> => {
    const processInstanceKey = await start('task-listeners', { id, owner: 'eva' });
    await answer('create');
    await answer('assign');
    return { task: (await find({ processInstanceKey })).userTaskKey, processInstanceKey };
  };
  const assign = (task: string, assignee: string, headers = {}) =>
    server.post(`/v2/user-tasks/${task}/assignment`, { assignee, action: 'hand over' }, headers);

  it('should show a task that is being created, and leave it to nobody when the assignment of the model is denied', async () => {
    const processInstanceKey = await start('task-listeners', { id: 'new', owner: 'eva' });
    expect(await find({ processInstanceKey, state: 'CREATING' })).toMatchObject({ state: 'CREATING', assignee: null });
    await answer('create', corrected({ candidateGroups: ['law'], dueDate: '2031-01-01T00:00:00.000Z', priority: 9 }));
    expect(await find({ processInstanceKey, state: 'ASSIGNING' })).toMatchObject({ candidateGroups: ['law'] });
    const assigning = await answer('assign', denied('on holiday'));
    expect(assigning.userTask).toMatchObject({ assignee: 'eva', candidateGroups: ['law'], priority: 9 });
    expect(await find({ processInstanceKey })).toMatchObject({
      state: 'CREATED',
      assignee: null,
      dueDate: '2031-01-01T00:00:00.000Z',
      priority: 9,
    });
  });

  it('should answer an assignment when its listeners have agreed, and tell them all of it', async () => {
    const { task } = await created('agreed');
    const asked = assign(task, 'bob');
    const found = await job('assign');
    expect(found).toMatchObject({ kind: 'TASK_LISTENER', listenerEventType: 'ASSIGNING', elementId: 'decide' });
    expect(found.userTask).toEqual({
      action: 'hand over',
      assignee: 'bob',
      candidateGroups: [],
      candidateUsers: [],
      changedAttributes: ['assignee'],
      dueDate: null,
      followUpDate: null,
      formKey: null,
      priority: 50,
      userTaskKey: task,
    });
    expect(await read(task)).toMatchObject({ state: 'ASSIGNING', assignee: 'eva' });
    await server.post(`/v2/jobs/${found.jobKey}/completion`, corrected({ assignee: 'ann' }));
    expect((await asked).status).toBe(204);
    expect(await read(task)).toMatchObject({ state: 'CREATED', assignee: 'ann' });

    const taken = server.request('DELETE', `/v2/user-tasks/${task}/assignee`);
    expect((await answer('assign')).userTask).toMatchObject({ action: 'unassign', assignee: null });
    expect((await taken).status).toBe(204);
    expect((await read(task)).assignee).toBeNull();
  });

  it('should answer a denied assignment with the reason, and again to the same idempotency key', async () => {
    const { task } = await created('denied');
    const asked = assign(task, 'bob', { 'idempotency-key': `bob-${dialect}` });
    await answer('assign', denied('bob is away'));
    const { status, headers, body } = await asked;
    expect([status, headers.get('content-type')]).toEqual([409, expect.stringContaining('problem+json')]);
    expect(body).toMatchObject({
      title: 'INVALID_STATE',
      status: 409,
      detail: `Command 'ASSIGN' rejected with code 'INVALID_STATE': Assignment of the User Task with key '${task}' was denied by Task Listener. Reason to deny: 'bob is away'`,
      deniedReason: 'bob is away',
    });
    expect(await read(task)).toMatchObject({ state: 'CREATED', assignee: 'eva' });
    expect((await assign(task, 'bob', { 'idempotency-key': `bob-${dialect}` })).body).toEqual(body);
  });

  it('should give each listener the headers and the form of the task, and what the ones before corrected', async () => {
    const listener = (type: string) => `<zeebe:taskListener eventType="completing" type="${type}"/>`;
    const form = { name: 'ask.form', content: Buffer.from('{"id":"ask","type":"default","components":[]}') };
    const deployed = await server.deploy(
      form,
      model(
        'two-listeners',
        `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/><bpmn:userTask id="t"><bpmn:extensionElements>
         <zeebe:userTask/><zeebe:formDefinition formId="ask"/><zeebe:taskHeaders><zeebe:header key="team" value="law"/></zeebe:taskHeaders>
         <zeebe:assignmentDefinition assignee="eva" candidateGroups="a, b"/>
         <zeebe:taskListeners>${listener('first')}${listener('second')}</zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask>`,
      ),
    );
    expect(deployed.status, JSON.stringify(deployed.body)).toBe(200);
    const processInstanceKey = await start('two-listeners');
    const task = (await find({ processInstanceKey })).userTaskKey;
    const completed = server.post(`/v2/user-tasks/${task}/completion`, { action: 'sign', variables: { ok: true } });
    const first = await answer('first', {
      variables: { seen: 1 },
      ...corrected({
        assignee: '',
        candidateGroups: ['c'],
        dueDate: '2031-01-01T00:00:00.000Z',
        followUpDate: '2030-12-01T00:00:00.000Z',
        priority: 7,
      }),
    });
    expect(first).toMatchObject({ customHeaders: { team: 'law' }, retries: 3, variables: {} });
    expect(first.userTask).toMatchObject({
      action: 'sign',
      assignee: 'eva',
      candidateGroups: ['a', 'b'],
      changedAttributes: [],
      formKey: deployed.body.deployments[0].form.formKey,
    });
    const second = await answer('second');
    const corrections = {
      candidateGroups: ['c'],
      dueDate: '2031-01-01T00:00:00.000Z',
      followUpDate: '2030-12-01T00:00:00.000Z',
      priority: 7,
    };
    expect(second.userTask).toMatchObject({ ...corrections, action: 'sign', assignee: null });
    expect([...second.userTask.changedAttributes].sort()).toEqual(['assignee', ...Object.keys(corrections)].sort());
    expect((await completed).status).toBe(204);
    expect(await read(task)).toMatchObject({ ...corrections, state: 'COMPLETED', assignee: null });
  });

  it('should change what listeners correct, or nothing when one denies the update', async () => {
    const { task } = await created('update');
    const update = (changeset: object) => server.request('PATCH', `/v2/user-tasks/${task}`, { changeset });
    const first = update({ priority: 20, candidateGroups: ['a'] });
    await expect.poll(async () => (await read(task)).state).toBe('UPDATING');
    const { userTask } = await answer('update', corrected({ priority: 30, followUpDate: '2031-02-01T00:00:00.000Z' }));
    expect(userTask).toMatchObject({ action: 'update', priority: 20, candidateGroups: ['a'] });
    expect([...userTask.changedAttributes].sort()).toEqual(['candidateGroups', 'priority']);
    expect((await first).status).toBe(204);
    const after = { priority: 30, candidateGroups: ['a'], followUpDate: '2031-02-01T00:00:00.000Z', state: 'CREATED' };
    expect(await read(task)).toMatchObject(after);
    const second = update({ priority: 99 });
    await answer('update', denied('frozen'));
    expect((await second).body).toMatchObject({ status: 409, deniedReason: 'frozen' });
    expect(await read(task)).toMatchObject(after);
  });

  it('should refuse every other change while listeners are at work', async () => {
    const { task, processInstanceKey } = await created('busy');
    const completed = server.post(`/v2/user-tasks/${task}/completion`, { variables: { yes: true } });
    await expect.poll(async () => (await read(task)).state).toBe('COMPLETING');
    for (const other of [
      await assign(task, 'bob'),
      await server.request('PATCH', `/v2/user-tasks/${task}`, { changeset: { priority: 1 } }),
      await server.post(`/v2/user-tasks/${task}/completion`),
    ])
      expect(other.body).toMatchObject({
        status: 409,
        title: 'INVALID_STATE',
        detail: expect.stringContaining(`user task ${task} to be at rest, but it is in state 'COMPLETING'`),
      });
    await answer('complete');
    expect((await completed).status).toBe(204);
    expect((await instance(processInstanceKey)).state).toBe('COMPLETED');
    expect(await read(task)).toMatchObject({ state: 'COMPLETED', assignee: 'eva' });
  });

  it('should answer that the task was canceled meanwhile, and show it until its listeners have heard of that', async () => {
    const { task } = await created('stop-it');
    const completed = server.post(`/v2/user-tasks/${task}/completion`);
    await expect.poll(async () => (await read(task)).state).toBe('COMPLETING');
    await server.post('/v2/messages/publication', { name: 'stop', correlationKey: 'stop-it' });
    const { status, body } = await completed;
    expect([status, body.title]).toEqual([409, 'INVALID_STATE']);
    expect(body.detail).toContain('canceled meanwhile');
    expect((await find({ userTaskKey: task, state: 'CANCELING' })).userTaskKey).toBe(task);
    expect(await answer('cancel')).toMatchObject({ listenerEventType: 'CANCELING' });
    expect((await read(task)).state).toBe('CANCELED');
    // The completion's listener is no longer asked.
    expect(await activate('complete')).toEqual([]);
  });

  it('should hold the task at a listener that has failed, and go on when that is resolved', async () => {
    const { task, processInstanceKey } = await created('failing');
    const completed = server.post(`/v2/user-tasks/${task}/completion`);
    const failing = await job('complete');
    await server.post(`/v2/jobs/${failing.jobKey}/failure`, { retries: 0, errorMessage: 'no line' });
    const [incident] = (await server.post('/v2/incidents/search', { filter: { processInstanceKey } })).body.items;
    expect(incident).toMatchObject({ errorType: 'TASK_LISTENER_NO_RETRIES', errorMessage: 'no line' });
    expect((await read(task)).state).toBe('COMPLETING');
    await server.request('PATCH', `/v2/jobs/${failing.jobKey}`, { changeset: { retries: 1 } });
    expect((await server.post(`/v2/incidents/${incident.incidentKey}/resolution`)).status).toBe(204);
    await answer('complete');
    expect((await completed).status).toBe(204);
    expect((await instance(processInstanceKey)).state).toBe('COMPLETED');
  });
});
