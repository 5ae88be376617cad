import {
  boundary,
  callActivity,
  catching,
  end,
  model,
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

const claim = model(
  'claim',
  [
    start('s'),
    serviceTask('book'),
    boundary('late', 'book', { timer: 'timeDuration', value: 'PT1H' }),
    subProcess('review', [start('rs'), userTask('read'), end('re')], ['rs > read', 'read > re'], {
      inputs: { page: '=1' },
    }),
    catching('paid', { message: 'paid', key: '=id' }),
    callActivity('call', 'called'),
    end('e'),
    end('e2'),
  ],
  ['s > book', 'book > review', 'review > paid', 'paid > call', 'call > e', 'late > e2'],
);
const called = model('called', [start('cs'), userTask('inside'), end('ce')], ['cs > inside', 'inside > ce']);

describe.each(dialects)('modification over HTTP on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.deploy(drawn('claim', claim), drawn('called', called));
  });
  afterAll(async () => {
    expect((await verify(server.runtime.database)).violations).toEqual([]);
    await server.close();
  });

  const begin = async (variables: object = { id: 'c-1' }): Promise<string> => {
    const { body } = await server.post('/v2/process-instances', { processDefinitionId: 'claim', variables });
    return body.processInstanceKey;
  };
  const modify = (key: string, body: object): Promise<Answer> =>
    server.post(`/v2/process-instances/${key}/modification`, body);
  const active = async (processInstanceKey: string): Promise<string[]> => {
    const filter = { processInstanceKey, state: 'ACTIVE' };
    const { body } = await server.post('/v2/element-instances/search', {
      filter,
      sort: [{ field: 'elementInstanceKey' }],
    });
    return body.items
      .filter(({ type }: { type: string }) => type !== 'PROCESS')
      .map(({ elementId }: { elementId: string }) => elementId);
  };
  const move = (sourceElementId: string, targetElementId: string) => ({
    moveInstructions: [{ sourceElementInstruction: { sourceType: 'byId', sourceElementId }, targetElementId }],
  });

  it('should move a token, and take its job and timer away', async () => {
    const key = await begin();
    const moved = await modify(key, {
      moveInstructions: [
        {
          ...move('book', 'read').moveInstructions[0],
          ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
          variableInstructions: [{ variables: { by: 'hand' } }, { variables: { mine: true }, scopeId: 'review' }],
        },
      ],
    });
    expect(moved).toMatchObject({ status: 204 });
    expect(await active(key)).toEqual(['review', 'read']);
    const jobs = await server.post('/v2/jobs/search', { filter: { processInstanceKey: key } });
    expect(jobs.body.items).toMatchObject([{ type: 'book', state: 'CANCELED' }]);
    const { body } = await server.post('/v2/variables/search', { filter: { processInstanceKey: key } });
    expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual(['by', 'id', 'mine', 'page']);
    await server.post(`/v2/process-instances/${key}/cancellation`);
  });

  it('should end called instances and the last of all with them', async () => {
    const key = await begin();
    expect((await modify(key, move('book', 'call'))).status).toBe(204);
    const below = { filter: { parentProcessInstanceKey: key } };
    const [child] = (await server.post('/v2/process-instances/search', below)).body.items;
    expect(child.state).toBe('ACTIVE');
    const emptied = await modify(child.processInstanceKey, { terminateInstructions: [{ elementId: 'inside' }] });
    expect(emptied).toMatchObject({ status: 400, body: { title: 'INVALID_ARGUMENT' } });
    expect((await modify(key, { terminateInstructions: [{ elementId: 'call' }] })).status).toBe(204);
    for (const each of [key, child.processInstanceKey])
      expect((await server.get(`/v2/process-instances/${each}`)).body.state).toBe('TERMINATED');
    expect((await modify(key, move('book', 'call'))).status).toBe(404);
  });

  it('should get a message that was waiting, at the element that was activated', async () => {
    const key = await begin({ id: 'c-2' });
    await server.post('/v2/messages/publication', { name: 'paid', correlationKey: 'c-2', timeToLive: 60_000 });
    await modify(key, {
      ...move('book', 'paid'),
      activateInstructions: [{ elementId: 'read', ancestorElementInstanceKey: '-1' }],
    });
    expect(await active(key)).toEqual(['review', 'read', 'call']);
    await server.post(`/v2/process-instances/${key}/cancellation`);
  });

  it('should refuse what it cannot do, as a whole and with every reason', async () => {
    const key = await begin();
    const wrong = await modify(key, {
      activateInstructions: [
        { elementId: 'late' },
        { elementId: 'paid', ancestorElementInstanceKey: '1' },
        { elementId: 'read' },
      ],
      terminateInstructions: [{ elementId: 'book' }, { elementInstanceKey: '999' }],
    });
    expect(wrong).toMatchObject({ status: 400, body: { title: 'INVALID_ARGUMENT' } });
    expect(wrong.body.detail).toContain(`Command 'MODIFY' rejected`);
    expect(wrong.body.detail).toContain(`Activate 'late': it is a boundary event`);
    expect(wrong.body.detail).toContain('its ancestor 1 is not active');
    expect(wrong.body.detail).toContain('element instance 999 is not active');
    expect(await active(key)).toEqual(['book']);
    for (const body of [
      { activateInstructions: [{ element: 'read' }] },
      { activateInstructions: 'read' },
      { moveInstructions: [{ sourceElementInstruction: {}, targetElementId: 'read' }] },
      { terminateInstructions: [{}] },
      { activateInstructions: [{ elementId: 'read', variableInstructions: [{ variables: [] }] }] },
      { unknown: [] },
    ])
      expect(await modify(key, body), JSON.stringify(body)).toMatchObject({ status: 400 });
    expect((await modify('12', {})).status).toBe(404);
    expect((await modify(key, {})).status).toBe(204);
    await server.post(`/v2/process-instances/${key}/cancellation`);
  });

  it('should start in the middle, and end after an element', async () => {
    const start = (more: object) =>
      server.post('/v2/process-instances', { processDefinitionId: 'claim', variables: { id: 'c-3' }, ...more });
    const { status, body } = await start({
      startInstructions: [{ elementId: 'read' }, { elementId: 'book' }],
      runtimeInstructions: [{ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId: 'review' }],
    });
    expect(status).toBe(200);
    const key = body.processInstanceKey;
    expect((await active(key)).sort()).toEqual(['book', 'read', 'review']);
    const filter = { processInstanceKey: key, elementId: 'read' };
    const [task] = (await server.post('/v2/user-tasks/search', { filter })).body.items;
    await server.post(`/v2/user-tasks/${task.userTaskKey}/completion`, {});
    expect((await server.get(`/v2/process-instances/${key}`)).body.state).toBe('TERMINATED');
    const wrong = await start({ runtimeInstructions: [{ afterElementId: 'nowhere' }] });
    expect(wrong).toMatchObject({ status: 400, body: { title: 'INVALID_ARGUMENT' } });
    expect(wrong.body.detail).toContain('nowhere');
    expect((await start({ startInstructions: [{ id: 'read' }] })).status).toBe(400);
  });

  it('should move what a filter finds, and skip what is elsewhere', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, () => begin({ id: 'many' })));
    await modify(keys[0]!, move('book', 'paid'));
    const begun = await server.post('/v2/process-instances/modification', {
      filter: { variables: [{ name: 'id', value: '"many"' }] },
      moveInstructions: [{ sourceElementId: 'book', targetElementId: 'read' }],
    });
    expect(begun).toMatchObject({ status: 200, body: { batchOperationType: 'MODIFY_PROCESS_INSTANCE' } });
    const { batchOperationKey } = begun.body;
    await expect
      .poll(async () => (await server.get(`/v2/batch-operations/${batchOperationKey}`)).body, { timeout: 20_000 })
      .toMatchObject({ state: 'COMPLETED', operationsTotalCount: 5, operationsCompletedCount: 5 });
    for (const [index, key] of keys.entries()) {
      expect(await active(key)).toEqual(index === 0 ? ['paid'] : ['review', 'read']);
      await server.post(`/v2/process-instances/${key}/cancellation`);
    }
    const empty = { filter: {}, moveInstructions: [] };
    expect((await server.post('/v2/process-instances/modification', empty)).status).toBe(400);
  });
});
