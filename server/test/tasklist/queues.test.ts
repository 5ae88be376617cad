import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import { askModel, startTasklistServer } from './tasklist-server.ts';
import type { Headers } from './tasklist-server.ts';

const hour = 3_600_000;
const at = (ms: number): string => new Date(Date.now() + ms).toISOString();

describe.each(dialects)('queues of the tasklist on %s', (dialect) => {
  let server: Awaited<ReturnType<typeof startTasklistServer>>;
  /** Keys of tasks by what they are. */
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    server = await startTasklistServer(dialect);
    keys['mine'] = await server.ask(
      { assignee: 'ana', groups: [], amount: 1_250, priority: 80, city: 'Bern' },
      'INV-7',
    );
    keys['offered'] = await server.ask({ amount: 90.5, followUp: at(-hour) });
    keys['named'] = await server.ask({ groups: [], users: ['ana'], due: at(-hour), amount: '1250' });
    keys['theirs'] = await server.ask({ assignee: 'ben', groups: [], due: at(hour), city: 'Basel_100%' });
  });
  afterAll(() => server.close());

  const search = async (as: Headers, filter: object, sort: readonly object[] = []): Promise<string[]> => {
    const { status, body } = await server.as(as, 'POST', '/ext/user-tasks/search', { filter, sort });
    expect(status, JSON.stringify(body)).toBe(200);
    const names = Object.keys(keys);
    return body.items.map((task: { userTaskKey: string }) => names.find((name) => keys[name] === task.userTaskKey));
  };
  const asked = (...conditions: object[]): Promise<string[]> =>
    search(server.admin, { conditions }, [{ field: 'creationDate' }]);

  it('should show each person what is theirs, offered to them or late', async () => {
    const { ana, mia, ben, admin } = server;
    expect(await search(ana, { queue: 'mine' })).toEqual(['mine']);
    expect(await search(ana, { queue: 'groups' })).toEqual(['offered', 'named']);
    expect(await search(mia, { queue: 'groups' })).toEqual(['offered']);
    expect(await search(ben, { queue: 'groups' })).toEqual([]);
    expect(await search(ana, { queue: 'overdue' })).toEqual(['named']);
    expect(await search(ana, { queue: 'follow-up' })).toEqual(['offered']);
    const day = { start: at(0), end: at(2 * hour) };
    expect(await search(admin, { queue: 'today', day })).toEqual(['theirs']);
    expect(await search(ana, { queue: 'today', day })).toEqual([]);
    expect(await search(ana, {})).toEqual(['mine', 'offered', 'named']);
    expect(await search(admin, { queue: 'unassigned' })).toEqual(['offered', 'named']);
  });

  it('should count all queues in one request, of what the caller may see', async () => {
    const { body } = await server.as(server.ana, 'POST', '/ext/user-tasks/counts', {});
    expect(body.queues).toMatchObject({ mine: 1, groups: 2, unassigned: 2, overdue: 1, 'follow-up': 1, all: 3 });
    const program = await server.as(server.admin, 'POST', '/ext/user-tasks/counts', {});
    expect(program.body.queues).toMatchObject({ mine: 0, groups: 0, all: 4 });
  });

  it('should find by name, process and business id whatever the case, and take signs literally', async () => {
    expect(await search(server.admin, { text: 'check INV' })).toHaveLength(4);
    expect(await search(server.admin, { text: 'inv-7' })).toEqual(['mine']);
    expect(await search(server.admin, { text: 'inv_7' })).toEqual([]);
    expect(await search(server.admin, { text: 'ask' })).toHaveLength(4);
  });

  it('should find by fields and by variables of the process and of the task', async () => {
    const variable = (name: string, operator: string, value?: unknown, scope?: string): object => ({
      field: 'variable',
      name,
      operator,
      ...(value === undefined ? {} : { value }),
      ...(scope === undefined ? {} : { scope }),
    });
    expect(await asked(variable('amount', 'at-least', 90.5))).toEqual(['mine', 'offered']);
    expect(await asked(variable('amount', 'less', 1_000))).toEqual(['offered']);
    expect(await asked(variable('amount', 'is', '1250'))).toEqual(['named']);
    expect(await asked(variable('amount', 'is-not', 1_250))).toEqual(['offered', 'named', 'theirs']);
    expect(await asked(variable('amount', 'is-empty'))).toEqual(['theirs']);
    expect(await asked(variable('city', 'contains', 'ER'))).toEqual(['mine']);
    expect(await asked(variable('city', 'contains', '_100%'))).toEqual(['theirs']);
    expect(await asked(variable('city', 'more', 'Bb'))).toEqual(['mine']);
    expect(await asked(variable('amount', 'is-set', undefined, 'task'))).toEqual([]);
    expect(
      await asked(variable('amount', 'more', 1_000), { field: 'priority', operator: 'at-least', value: 80 }),
    ).toEqual(['mine']);
    expect(await asked({ field: 'businessId', operator: 'contains', value: 'NV-' })).toEqual(['mine']);
    expect(await asked({ field: 'dueDate', operator: 'within-days', value: 1 })).toEqual(['named', 'theirs']);
    expect(await asked({ field: 'dueDate', operator: 'is-empty' })).toEqual(['mine', 'offered']);
    expect(await asked({ field: 'candidateGroup', operator: 'is', value: 'accounting' })).toEqual(['offered']);
    expect(await search(server.ana, { conditions: [{ field: 'assignee', operator: 'is-me' }] })).toEqual(['mine']);
  });

  it('should answer with the variables and the business id that a list shows, and sort', async () => {
    const { body } = await server.as(server.admin, 'POST', '/ext/user-tasks/search', {
      filter: { variableNames: ['amount', 'nothing'] },
      sort: [{ field: 'priority', order: 'DESC' }],
      page: { limit: 1 },
    });
    expect(body.items).toMatchObject([
      { businessId: 'INV-7', variables: [{ name: 'amount', value: '1250', isTruncated: false }] },
    ]);
    const one = await server.as(server.ana, 'GET', `/ext/user-tasks/${keys['mine']}`);
    expect(one.body).toMatchObject({ name: 'Check invoice', businessId: 'INV-7', variables: [] });
    expect((await server.as(server.ana, 'GET', `/ext/user-tasks/${keys['theirs']}`)).status).toBe(403);
  });

  it('should say what is wrong with what is asked', async () => {
    const told = async (condition: object): Promise<string> => {
      const { status, body } = await server.as(server.ana, 'POST', '/ext/user-tasks/search', {
        filter: { conditions: [condition] },
      });
      expect(status).toBe(400);
      return body.detail;
    };
    expect(await told({ field: 'priority', operator: 'contains', value: 'x' })).toContain('is, at-least, at-most');
    expect(await told({ field: 'variable', operator: 'is', value: 1 })).toContain('name of a variable');
    expect(await told({ field: 'dueDate', operator: 'before', value: 'soon' })).toContain('date-time');
    expect(await told({ field: 'name', operator: 'is' })).toContain('value');
    expect(await told({ field: 'dueDate', operator: 'within-days', value: -1 })).toContain('whole number of days');
  });
});

describe('queues of the tasklist where nobody signs in', () => {
  it('should be those of the name in the request, who is in every group', async () => {
    const server = await startTestServer();
    try {
      await server.deploy(askModel);
      const variables = { users: [], due: null, followUp: null, priority: 50 };
      for (const own of [
        { assignee: 'ana', groups: [] },
        { assignee: null, groups: ['accounting'] },
      ])
        await server.post('/v2/process-instances', {
          processDefinitionId: 'ask',
          variables: { ...variables, ...own },
        });
      const count = async (user: string): Promise<unknown> =>
        (await server.post('/ext/user-tasks/counts', { user })).body.queues;
      expect(await count('ana')).toMatchObject({ mine: 1, groups: 1, all: 2 });
      expect(await count('mia')).toMatchObject({ mine: 0, groups: 1, all: 2 });
    } finally {
      await server.close();
    }
  });
});
