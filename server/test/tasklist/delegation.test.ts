import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../test-runtime.ts';
import { startTasklistServer } from './tasklist-server.ts';
import type { Headers } from './tasklist-server.ts';

describe.each(dialects)('delegation of tasks on %s', (dialect) => {
  let server: Awaited<ReturnType<typeof startTasklistServer>>;
  beforeAll(async () => {
    server = await startTasklistServer(dialect);
  });
  afterAll(() => server.close());

  const read = async (as: Headers, key: string) => (await server.as(as, 'GET', `/ext/user-tasks/${key}`)).body;
  const status = async (as: Headers, method: string, path: string, body?: object): Promise<number> =>
    (await server.as(as, method, `/ext/user-tasks/${path}`, body)).status;
  const told = async (as: Headers) => (await server.as(as, 'GET', '/ext/notifications')).body.items;
  const mine = async (as: Headers): Promise<string[]> =>
    (await server.as(as, 'POST', '/ext/user-tasks/search', { filter: { queue: 'mine' } })).body.items.map(
      (task: { userTaskKey: string }) => task.userTaskKey,
    );
  const complete = async (as: Headers, key: string): Promise<number> =>
    (await server.as(as, 'POST', `/v2/user-tasks/${key}/completion`, {})).status;
  const rows = async (key: string): Promise<unknown[]> =>
    server.runtime.database.knex('task_delegations').where({ user_task_key: key });

  it('should go to somebody and come back to its owner, who completes it', async () => {
    const { ana, mia, ben } = server;
    const key = await server.ask({ assignee: 'ana' });
    expect(await status(mia, 'POST', `${key}/delegation`, { delegate: 'mia' })).toBe(403);
    expect(await status(ana, 'POST', `${key}/delegation`, { delegate: 'ana' })).toBe(400);
    expect(await status(ana, 'POST', `${key}/delegation`, { delegate: 'ben', note: 'Right account?' })).toBe(204);
    const delegation = { owner: 'ana', delegate: 'ben', state: 'PENDING', note: 'Right account?' };
    // Its owner sees it, although somebody else is the assignee now.
    expect(await read(ana, key)).toMatchObject({ assignee: 'ben', delegation });
    expect([await mine(ana), await mine(ben)]).toEqual([[key], [key]]);
    expect((await told(ben))[0]).toMatchObject({
      kind: 'task-delegated',
      actorName: 'ana',
      userTaskKey: key,
      taskName: 'Check invoice',
      excerpt: 'Right account?',
      draftId: null,
    });
    expect(await complete(ben, key)).toBe(409);
    expect(await complete(ana, key)).toBe(403);
    // Handed on, it still comes back to its owner.
    expect(await status(ben, 'POST', `${key}/delegation`, { delegate: 'mia' })).toBe(204);
    expect(await status(mia, 'PATCH', `${key}/delegation`, { end: 'give-back', note: 'It is.' })).toBe(204);
    expect(await read(ana, key)).toMatchObject({
      assignee: 'ana',
      delegation: { owner: 'ana', delegate: 'mia', state: 'RETURNED', note: 'It is.' },
    });
    expect((await told(ana))[0]).toMatchObject({ kind: 'task-returned', actorName: 'mia' });
    expect(await status(mia, 'PATCH', `${key}/delegation`, { end: 'give-back' })).not.toBe(204);
    expect(await complete(ana, key)).toBe(204);
    expect(await rows(key)).toEqual([]);
    const { items } = await read(ana, `${key}/history`);
    expect(items.map(({ kind, by, assignee }: Record<string, string | null>) => [kind, by, assignee])).toEqual([
      ['completed', 'ana', null],
      ['given-back', 'mia', 'ana'],
      ['delegated', 'ben', 'mia'],
      ['delegated', 'ana', 'ben'],
      ['created', null, 'ana'],
    ]);
  });

  it('should be taken back by its owner, and end with a reassignment and with the instance', async () => {
    const { ana, mia, ben, admin } = server;
    const key = await server.ask({ assignee: 'ana', groups: [] });
    await status(ana, 'POST', `${key}/delegation`, { delegate: 'ben' });
    expect(await status(mia, 'PATCH', `${key}/delegation`, { end: 'take-back' })).toBe(403);
    expect(await status(ana, 'PATCH', `${key}/delegation`, { end: 'take-back' })).toBe(204);
    expect(await read(ana, key)).toMatchObject({ assignee: 'ana', delegation: null });
    await status(ana, 'POST', `${key}/delegation`, { delegate: 'ben' });
    await server.as(ben, 'POST', `/v2/user-tasks/${key}/assignment`, { assignee: 'mia' });
    expect(await read(mia, key)).toMatchObject({ assignee: 'mia', delegation: null });
    expect((await told(mia))[0]).toMatchObject({ kind: 'task-assigned', actorName: 'ben', userTaskKey: key });
    expect(await read(ana, key)).toMatchObject({ status: 403 });
    await status(mia, 'POST', `${key}/delegation`, { delegate: 'ben' });
    const { processInstanceKey } = await read(ben, key);
    await server.as(admin, 'POST', `/v2/process-instances/${processInstanceKey}/cancellation`, {});
    expect(await rows(key)).toEqual([]);
  });

  it('should be refused for what nobody has, and audited', async () => {
    const key = await server.ask();
    expect(await status(server.admin, 'POST', `${key}/delegation`, { delegate: 'ben' })).toBe(409);
    await server.as(server.admin, 'POST', `/v2/user-tasks/${key}/assignment`, { assignee: 'mia' });
    await status(server.mia, 'POST', `${key}/delegation`, { delegate: 'ben' });
    const logged = await server.as(server.admin, 'POST', '/ext/audit-logs/search', { filter: { userTaskKey: key } });
    expect(JSON.stringify(logged.body.items)).toContain('delegateUserTask');
  });

  it('should find people, those first whom the task is offered to', async () => {
    const key = await server.ask({ assignee: 'ana', users: ['ben'] });
    const people = async (q: string): Promise<string[]> =>
      (await server.as(server.ana, 'GET', `/ext/user-tasks/${key}/people?q=${q}`)).body.items.map(
        (person: { username: string; isCandidate: boolean }) => `${person.username}${person.isCandidate ? '*' : ''}`,
      );
    expect(await people('')).toEqual(['ana*', 'ben*', 'mia*', 'admin']);
    expect(await people('MI')).toEqual(['mia*', 'admin']);
    expect(await people('%')).toEqual([]);
  });
});
