import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceModel } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

describe.each(dialects)('search on %s', (dialect) => {
  let server: TestServer;
  const keys: string[] = [];
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.deploy(serviceModel('even'), serviceModel('odd'));
    for (let n = 0; n < 25; n += 1) {
      const businessId = n % 5 === 0 ? null : `b-${n % 3}`;
      const body = {
        processDefinitionId: n % 2 === 0 ? 'even' : 'odd',
        variables: { n, text: `50%_${n}`, long: `${'x'.repeat(80)}${n % 4}`, third: n % 3 },
        businessId,
        tags: n === 3 ? ['vip', 'eu'] : [],
      };
      keys.push((await server.post('/v2/process-instances', body)).body.processInstanceKey);
    }
    await server.post(`/v2/process-instances/${keys[0]}/cancellation`);
  });
  afterAll(() => server.close());

  const search = (body: object) => server.post('/v2/process-instances/search', body);
  const found = async (filter: object) =>
    (await search({ filter })).body.items.map((item: { processInstanceKey: string }) =>
      keys.indexOf(item.processInstanceKey),
    );

  it('should find by exact values of variables, beside other filters, sorted, page by page', async () => {
    const third = { name: 'third', value: '1' };
    expect(await found({ variables: [third], processDefinitionId: 'even' })).toEqual([4, 10, 16, 22]);
    // Values that differ behind what an index holds of them.
    const long = { name: 'long', value: JSON.stringify(`${'x'.repeat(80)}2`) };
    expect(await found({ variables: [long] })).toEqual([2, 6, 10, 14, 18, 22]);
    expect(await found({ variables: [third, long] })).toEqual([10, 22]);
    expect(await found({ variables: [third], $or: [{ variables: [long] }, { state: 'TERMINATED' }] })).toEqual([
      10, 22,
    ]);
    const request = { filter: { variables: [third], state: 'ACTIVE' }, sort: [{ field: 'startDate', order: 'DESC' }] };
    const seen: number[] = [];
    for (let after: string | null = null; seen.length < 8;) {
      const { body } = await search({ ...request, page: { limit: 3, ...(after === null ? {} : { after }) } });
      expect(body.page).toMatchObject({ totalItems: 8, hasMoreTotalItems: false });
      seen.push(...body.items.map((item: { processInstanceKey: string }) => keys.indexOf(item.processInstanceKey)));
      after = body.page.endCursor;
    }
    expect(seen).toEqual([22, 19, 16, 13, 10, 7, 4, 1]);
  });

  it('should combine filters and operators', async () => {
    expect(await found({ state: 'terminated' })).toEqual([0]);
    expect(await found({ processInstanceKey: { $in: [keys[1], keys[2]] } })).toEqual([1, 2]);
    expect(await found({ processInstanceKey: keys[4], processDefinitionId: 'odd' })).toEqual([]);
    expect(await found({ variables: [{ name: 'n', value: '7' }] })).toEqual([7]);
    expect(
      await found({
        variables: [
          { name: 'n', value: { $in: ['7', '9'] } },
          { name: 'text', value: { $like: '"50%_?"' } },
        ],
      }),
    ).toEqual([7, 9]);
    expect(await found({ variables: [{ name: 'text', value: { $like: '"50\\?_*"' } }] })).toEqual([]);
    expect(await found({ businessId: { $exists: false } })).toEqual([0, 5, 10, 15, 20]);
    expect(await found({ businessId: { $neq: 'b-1' }, processDefinitionId: { $like: 'EVEN' } })).toEqual([]);
    expect(await found({ tags: ['vip', 'eu'] })).toEqual([3]);
    expect(
      await found({
        $or: [{ processInstanceKey: keys[1] }, { state: 'TERMINATED' }],
        processDefinitionVersion: { $gte: 1 },
      }),
    ).toEqual([0, 1]);
    expect(await found({ hasIncident: true })).toEqual([]);
    expect(await found({ elementId: 'work', elementInstanceState: 'TERMINATED' })).toEqual([0]);
    // Both must hold for one element instance: the start event of instance 0 was completed.
    expect(await found({ elementId: 's', elementInstanceState: 'TERMINATED' })).toEqual([]);
    expect((await found({ elementId: 's', elementInstanceState: 'COMPLETED' })).length).toBe(25);
    expect(await found({ startDate: { $gt: '2000-01-01T00:00:00Z', $lt: '2000-01-02T00:00:00Z' } })).toEqual([]);
    expect((await found({ tenantId: '<default>' })).length).toBe(25);
    expect(await found({ tenantId: 'acme' })).toEqual([]);
    expect(await found({ processDefinitionId: `' OR 1=1 --` })).toEqual([]);
  });

  it.each([
    [[]],
    [[{ field: 'businessId', order: 'desc' }]],
    [[{ field: 'state' }, { field: 'businessId' }, { field: 'startDate', order: 'DESC' }]],
    [
      [
        { field: 'endDate', order: 'ASC' },
        { field: 'processInstanceKey', order: 'DESC' },
      ],
    ],
  ])('should walk through all pages forward and back without a gap or a repeat, sorted by %j', async (sort) => {
    const whole = (await search({ sort, page: { limit: 100 } })).body.items.map(
      (item: { processInstanceKey: string }) => item.processInstanceKey,
    );
    expect(new Set(whole).size).toBe(25);
    const forward: string[][] = [];
    let page: object = { limit: 7 };
    for (;;) {
      const { body } = await search({ sort, page });
      expect(body.page).toMatchObject({ totalItems: 25, hasMoreTotalItems: false });
      if (body.items.length === 0) break;
      forward.push(body.items.map((item: { processInstanceKey: string }) => item.processInstanceKey));
      page = { after: body.page.endCursor, limit: 7 };
    }
    expect(forward.flat()).toEqual(whole);
    const last = (await search({ sort, page: { from: 20, limit: 7 } })).body;
    const before = (await search({ sort, page: { before: last.page.startCursor, limit: 7 } })).body;
    expect(before.items.map((item: { processInstanceKey: string }) => item.processInstanceKey)).toEqual(
      whole.slice(13, 20),
    );
  });

  it.each([
    [{ filter: { unknown: 1 } }],
    [{ filter: { state: 'SLEEPING' } }],
    [{ filter: { state: { $gt: 'ACTIVE' } } }],
    [{ filter: { processInstanceKey: 'abc' } }],
    [{ filter: { startDate: 'yesterday' } }],
    [{ filter: { hasIncident: 'yes' } }],
    [{ filter: { processDefinitionId: { $in: 'even' } } }],
    [{ filter: { processDefinitionId: {} } }],
    [{ filter: [] }],
    [{ sort: [{ field: 'password' }] }],
    [{ sort: [{ field: 'state', order: 'UP' }] }],
    [{ sort: 'state' }],
    [{ page: { limit: 0 } }],
    [{ page: { limit: 10_001 } }],
    [{ page: { from: -1 } }],
    [{ page: { from: 1, after: 'x' } }],
    [{ page: { after: 'bm90IGEgY3Vyc29y' } }],
    [{ page: { after: Buffer.from('{"s":"","v":["x","y","z"]}').toString('base64') } }],
    [{ page: { size: 1 } }],
    [{ surprise: true }],
  ])('should refuse %j', async (body) => {
    const answer = await search(body);
    expect([answer.status, answer.body.title]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('should refuse a cursor of another sort', async () => {
    const { endCursor } = (await search({ sort: [{ field: 'state' }], page: { limit: 3 } })).body.page;
    expect((await search({ sort: [{ field: 'startDate' }], page: { after: endCursor } })).status).toBe(400);
  });

  it.each(['element-instances', 'incidents', 'jobs', 'process-definitions', 'user-tasks', 'variables'])(
    'should take a search of %s without a body',
    async (what) => {
      const { status, body } = await server.post(`/v2/${what}/search`);
      expect(status).toBe(200);
      expect(Object.keys(body).sort()).toEqual(['items', 'page']);
      expect(Object.keys(body.page).sort()).toEqual(['endCursor', 'hasMoreTotalItems', 'startCursor', 'totalItems']);
    },
  );
});
