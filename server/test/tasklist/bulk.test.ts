import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureForm, formTask } from './form-task.ts';
import { dialects } from '../test-runtime.ts';
import { startTasklistServer } from './tasklist-server.ts';
import type { Headers } from './tasklist-server.ts';

describe.each(dialects)('many tasks at once on %s', (dialect) => {
  let server: Awaited<ReturnType<typeof startTasklistServer>>;
  beforeAll(async () => {
    server = await startTasklistServer(dialect);
    await server.deploy(fixtureForm, formTask);
  });
  afterAll(() => server.close());

  /** How each came out: null, or the code of its problem. */
  const bulk = async (as: Headers, userTaskKeys: readonly string[], change: object): Promise<(string | null)[]> => {
    const { status, body } = await server.as(as, 'POST', '/ext/user-tasks/bulk', { userTaskKeys, change });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.items.map((item: { userTaskKey: string }) => item.userTaskKey)).toEqual(userTaskKeys);
    return body.items.map((item: { error: { title: string } | null }) => item.error?.title ?? null);
  };
  const read = async (key: string): Promise<Record<string, unknown>> =>
    (await server.as(server.admin, 'GET', `/v2/user-tasks/${key}`)).body;

  it('should claim what may be claimed, and say of the others why not', async () => {
    const free = await server.ask();
    const taken = await server.ask({ assignee: 'ben' });
    const foreign = await server.ask({ groups: ['legal'] });
    expect(await bulk(server.ana, [free, taken, foreign, '77'], { kind: 'claim' })).toEqual([
      null,
      'INVALID_STATE',
      'FORBIDDEN',
      'NOT_FOUND',
    ]);
    expect([(await read(free))['assignee'], (await read(taken))['assignee']]).toEqual(['ana', 'ben']);
    const logged = await server.as(server.admin, 'POST', '/v2/audit-logs/search', { filter: { userTaskKey: free } });
    expect(logged.body.items).toMatchObject([
      { actorId: 'ana', operationType: 'ASSIGN', category: 'USER_TASKS', entityKey: free, result: 'SUCCESS' },
    ]);
    expect(await bulk(server.ana, [free], { kind: 'unclaim' })).toEqual([null]);
    expect((await read(free))['assignee']).toBeNull();
    expect(await bulk(server.mia, [free], { kind: 'assign', assignee: 'ben' })).toEqual(['FORBIDDEN']);
  });

  it('should assign, change and complete for who may, once for each task', async () => {
    const keys = [await server.ask(), await server.ask()];
    const { admin } = server;
    expect(await bulk(admin, keys, { kind: 'assign', assignee: 'mia' })).toEqual([null, null]);
    const dueDate = '2030-02-03T16:00:00.000Z';
    expect(await bulk(server.mia, keys, { kind: 'update', changeset: { dueDate, priority: 90 } })).toEqual([
      null,
      null,
    ]);
    expect(await read(keys[1] ?? '')).toMatchObject({ assignee: 'mia', priority: 90, dueDate });
    expect(await bulk(server.mia, keys, { kind: 'complete', variables: { ok: true } })).toEqual([null, null]);
    expect(await read(keys[0] ?? '')).toMatchObject({ state: 'COMPLETED' });
    expect(await bulk(admin, keys.slice(0, 1), { kind: 'complete' })).toEqual(['NOT_FOUND']);
    // The log tells of names, not of values, and of each task by itself.
    const logged = await server.as(admin, 'POST', '/ext/audit-logs/search', {
      filter: { userTaskKey: keys[1], operationType: 'COMPLETE' },
    });
    expect(logged.body.items).toHaveLength(1);
    expect(JSON.stringify(logged.body.items[0].details)).toContain('["ok"]');
    expect(JSON.stringify(logged.body.items[0].details)).not.toContain(keys[0]);
  });

  it('should complete tasks with a form only with values that fit that form', async () => {
    const start = async (): Promise<Record<string, string>> => {
      const started = await server.as(server.admin, 'POST', '/v2/process-instances', { processDefinitionId: 'fill' });
      const { processInstanceKey } = started.body;
      const found = await server.as(server.admin, 'POST', '/v2/user-tasks/search', { filter: { processInstanceKey } });
      return found.body.items[0];
    };
    const task = await start();
    const key = task['userTaskKey'] ?? '';
    const complete = (more: object): Promise<(string | null)[]> =>
      bulk(server.admin, [key], { kind: 'complete', ...more });
    expect(await complete({})).toEqual(['INVALID_STATE']);
    expect(await complete({ formKey: task['formKey'] })).toEqual(['INVALID_ARGUMENT']);
    expect(await complete({ formKey: task['formKey'], variables: { answer: 'yes' } })).toEqual([null]);
  });

  it('should refuse too many, none, and what no user can claim', async () => {
    const send = async (body: object): Promise<number> =>
      (await server.as(server.admin, 'POST', '/ext/user-tasks/bulk', body)).status;
    expect(await send({ userTaskKeys: [], change: { kind: 'claim' } })).toBe(400);
    expect(await send({ userTaskKeys: Array.from({ length: 201 }, () => '1'), change: { kind: 'claim' } })).toBe(400);
    expect(await send({ userTaskKeys: ['1'], change: { kind: 'shred' } })).toBe(400);
  });
});
