import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../test-runtime.ts';
import type { Answer } from '../test-server.ts';
import { startTasklistServer } from './tasklist-server.ts';
import type { Headers } from './tasklist-server.ts';

describe.each(dialects)('saved filters of the tasklist on %s', (dialect) => {
  let server: Awaited<ReturnType<typeof startTasklistServer>>;
  beforeAll(async () => {
    server = await startTasklistServer(dialect);
    await server.ask({ amount: 5_000 });
    await server.ask({ amount: 10 });
    await server.ask({ amount: 7_000, groups: [], users: ['ben'] });
  });
  afterAll(() => server.close());

  const large = {
    name: 'Large',
    content: {
      view: { queue: 'groups', conditions: [{ field: 'variable', name: 'amount', operator: 'more', value: 1_000 }] },
      columns: { fields: ['dueDate'], variables: ['amount'] },
    },
    audience: 'private',
  };
  const save = (as: Headers, body: object): Promise<Answer> => server.as(as, 'POST', '/ext/task-filters', body);
  const seen = async (as: Headers): Promise<string[]> =>
    (await server.as(as, 'GET', '/ext/task-filters')).body.items.map((each: { name: string }) => each.name);
  const counts = async (as: Headers): Promise<Record<string, number>> =>
    (await server.as(as, 'POST', '/ext/user-tasks/counts', {})).body.filters;

  it('should be seen by whom they are shared with, and count what each of them may do', async () => {
    const { ana, mia, ben } = server;
    const { body: own } = await save(ana, { ...large, name: 'Ana only' });
    expect(own).toMatchObject({ owner: 'ana', revision: 1, mayEdit: true, audience: 'private' });
    const { body: ours } = await save(ana, { ...large, name: 'Ours', audience: 'group', groupId: 'accounting' });
    const { body: all } = await save(ana, { ...large, name: 'All', audience: 'everybody' });
    expect(await seen(ana)).toEqual(['All', 'Ana only', 'Ours']);
    expect(await seen(mia)).toEqual(['All', 'Ours']);
    expect(await seen(ben)).toEqual(['All']);
    // "My groups'" is about whoever looks: of ben there is another one.
    const ofBen = await server.as(ben, 'POST', '/ext/user-tasks/search', { filter: all.content.view });
    expect(ofBen.body.items).toHaveLength(1);
    expect(await counts(mia)).toEqual({ [ours.filterId]: 1, [all.filterId]: 1 });
    expect(await counts(ben)).toEqual({ [all.filterId]: 1 });
    expect((await save(ben, { ...large, audience: 'group', groupId: 'accounting' })).status).toBe(403);
    expect((await save(ana, { ...large, audience: 'group' })).status).toBe(400);
    expect((await save(ana, { ...large, content: { view: { queue: 'nowhere' } } })).status).toBe(400);

    const change = { ...large, audience: 'everybody', revision: 1 };
    const path = (filter: { filterId: string }): string => `/ext/task-filters/${filter.filterId}`;
    expect((await server.as(mia, 'PUT', path(ours), change)).status).toBe(403);
    expect((await server.as(mia, 'PUT', path(own), change)).status).toBe(404);
    expect((await server.as(mia, 'DELETE', path(ours))).status).toBe(403);
    expect((await server.as(ana, 'PUT', path(ours), change)).body).toMatchObject({ revision: 2, groupId: null });
    const late = await server.as(ana, 'PUT', path(ours), change);
    expect([late.status, late.body.revision]).toEqual([409, 2]);
    expect((await server.as(server.admin, 'DELETE', path(ours))).status).toBe(204);
    expect((await server.as(ana, 'DELETE', path(ours))).status).toBe(404);
  });

  it('should be in the audit log with who changed them', async () => {
    await save(server.mia, { ...large, name: 'Audited' });
    const found = await server.as(server.admin, 'POST', '/ext/audit-logs/search', { filter: { actorId: 'mia' } });
    expect(JSON.stringify(found.body.items)).toContain('createTaskFilter');
  });
});
