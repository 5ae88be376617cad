import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, searchOperations } from '../../fuzz/api-operations.ts';
import { injectionCase, injectionPlaces } from '../../fuzz/families/injection.ts';
import { prepareData } from '../../fuzz/families/prepared-data.ts';
import { fuzzedServer } from '../../fuzz/fuzzed-server.ts';
import type { FuzzedServer } from '../../fuzz/fuzzed-server.ts';
import { sqlPayloads } from '../../fuzz/sql-payloads.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

/** Tables that nobody but the deeds of the texts would change; a batch operation over nothing leaves its own row. */
const tables = ['jobs', 'users', 'process_instances', 'variables', 'user_tasks', 'process_definitions', 'journal'];

/** Searches without a part of their address that has to be right: they find something on a server with data. */
const searches = searchOperations.filter(({ path, isPaged, isChange }) => isPaged && !isChange && !path.includes('{'));

describe.each(dialects)('searches on %s', (dialect) => {
  let server: TestServer;
  let client: FuzzedServer;
  const cursors = new Map<string, string>();
  const page = (id: string, body: object) =>
    server.post(
      addressOf(searches.find((each) => each.id === id) ?? { path: '/', params: [] }, () => undefined),
      {
        ...required(id),
        ...body,
      },
    );
  beforeAll(async () => {
    server = await startTestServer(dialect);
    client = fuzzedServer(server.address, process.pid);
    await prepareData(client);
    await server.post('/v2/users', { username: 'a', name: 'A', email: null, password: 'a long enough phrase' });
    for (const { id } of searches) {
      const { status, body } = await page(id, { page: { limit: 1 } });
      expect(status, `${id}: ${JSON.stringify(body)}`).toBe(200);
      if (body.page.endCursor !== null) cursors.set(id, body.page.endCursor);
    }
  });
  afterAll(async () => {
    client.close();
    await server.close();
  });
  const counts = async (): Promise<unknown[]> =>
    Promise.all(tables.map((table) => server.runtime.database.rows(`SELECT count(*) AS n FROM ${table}`)));

  describe('F41 SQL in filters and sorts', () => {
    it('should be refused or found literally in every search', async () => {
      expect(searchOperations.length).toBeGreaterThan(50);
      expect(injectionPlaces.length).toBeGreaterThan(2_000);
      const before = await counts();
      const wrong: string[] = [];
      for (const [at, place] of injectionPlaces.entries()) {
        // Every field of every search in one of its forms; `npm run fuzz -- injection` goes through all of them.
        if (at % 7 !== at % 5) continue;
        const found = injectionCase(place, sqlPayloads[(at * 37) % sqlPayloads.length] as string);
        const problem = await found.run(client);
        if (problem !== null) wrong.push(`${problem}\n${found.show()}`);
      }
      expect(wrong).toEqual([]);
      expect(await counts()).toEqual(before);
    });

    it('should take the wildcards of SQL for what they are', async () => {
      const search = async (pattern: string): Promise<number> =>
        (await server.post('/v2/process-definitions/search', { filter: { processDefinitionId: { $like: pattern } } }))
          .body.page.totalItems;
      expect(await search('user*')).toBeGreaterThan(0);
      for (const pattern of ['user%', 'user_task', '%', '_________', 'user\\*'])
        expect(await search(pattern), pattern).toBe(0);
    });

    it('should refuse more than a statement can hold', async () => {
      const ids = Array.from({ length: 1_000 }, (_, index) => String(index));
      const one = { processInstanceKey: { $in: ids }, processDefinitionKey: { $in: ids } };
      for (const filter of [
        { $or: Array.from({ length: 50 }, () => one) },
        { tags: Array.from({ length: 2_000 }, (_, index) => `t${index}`) },
        { processDefinitionId: { $like: 'a\u0000' } },
        { processDefinitionId: { $like: '\\'.repeat(70_000) } },
        { variables: [{ name: 'a\u0000', value: '1' }] },
        { errorMessage: '\u0000' },
      ])
        expect((await server.post('/v2/process-instances/search', { filter })).status).toBe(400);
      expect((await server.post('/v2/process-instances/search', { filter: { $or: [one, one] } })).status).toBe(200);
      expect((await server.post('/v2/process-instances/search', { sort: [{ field: { toString: 1 } }] })).status).toBe(
        400,
      );
    });
  });

  describe('F42 cursors that are not ours', () => {
    it('should be there for most searches, and lead on', async () => {
      expect(cursors.size).toBeGreaterThan(20);
      for (const [id, after] of cursors) expect((await page(id, { page: { after } })).status, id).toBe(200);
    });

    it('should lead on after every field that may be sorted after', async () => {
      for (const { id, sortable } of searches)
        for (let from = 0; from < sortable.length; from += 10) {
          const sort = sortable.slice(from, from + 10).map((field) => ({ field, order: 'DESC' }));
          const { body } = await page(id, { sort, page: { limit: 1 } });
          if (body.page.endCursor === null) continue;
          const next = await page(id, { sort, page: { after: body.page.endCursor, limit: 1 } });
          expect(next.status, `${id} ${JSON.stringify(sort)}`).toBe(200);
          expect(next.body.items).not.toEqual(body.items);
        }
    });

    it('should be refused when a letter of it is another, or one is missing', async () => {
      for (const [id, cursor] of cursors)
        for (let at = 0; at < cursor.length; at += 19) {
          const other = cursor[at] === 'A' ? 'B' : 'A';
          const flipped = cursor.slice(0, at) + other + cursor.slice(at + 1);
          const cut = cursor.slice(0, at) + cursor.slice(at + 1);
          for (const after of [flipped, cut])
            expect((await page(id, { page: { after } })).status, `${id} ${at}`).toBe(400);
        }
    });

    it('should be refused by every search that did not make it, and for another order', async () => {
      const twins = new Set<string>();
      const ids = [...cursors.keys()];
      for (const [at, id] of ids.entries()) {
        const after = cursors.get(id);
        for (const other of [...ids.slice(at + 1), ...ids].slice(0, 6)) {
          const { status } = await page(other, { page: { after } });
          if (status === 200) twins.add([id, other].sort().join(' and '));
          else expect(status, `${id} at ${other}`).toBe(400);
        }
        const field = searches.find((each) => each.id === id)?.sortable[0];
        const sorted = await page(id, { sort: [{ field, order: 'DESC' }], page: { after } });
        expect(sorted.status, id).toBe(400);
      }
      // Two faces of one search each.
      expect([...twins].filter((pair) => !isTwin(pair))).toEqual([]);
    });

    it('should be refused when somebody made it who knows how, with values of another kind', async () => {
      for (const [id, cursor] of cursors) {
        const made = JSON.parse(Buffer.from(cursor, 'base64').toString()) as {
          s: string;
          v: (string | number)[];
          c: string;
        };
        for (const value of ['x', "' OR 1=1 --", 1.5, null, {}, [], 'a\u0000', 1e300]) {
          const v = made.v.map(() => value);
          const after = Buffer.from(JSON.stringify({ ...made, v })).toString('base64');
          expect((await page(id, { page: { after } })).status, `${id} ${JSON.stringify(value)}`).toBe(400);
        }
      }
    });
  });
});

/** Searches of the same rows for other callers. */
const isTwin = (pair: string): boolean =>
  [
    'searchAuditLogs and searchExtendedAuditLogs',
    'searchExtendedUsers and searchUsers',
    'searchAuthorizations and searchOwnAuthorizations',
  ].includes(pair);

/** What some searches do not answer without. */
const required = (id: string): object => {
  const range = { from: '2020-01-01T00:00:00Z', to: '2040-01-01T00:00:00Z' };
  const filters: Readonly<Record<string, object>> = {
    getJobTypeStatistics: range,
    getJobWorkerStatistics: { ...range, jobType: 'work' },
    getJobTimeSeriesStatistics: { ...range, jobType: 'work' },
    getJobErrorStatistics: { ...range, jobType: 'work' },
    getProcessDefinitionInstanceVersionStatistics: { processDefinitionId: 'user-task' },
    getProcessInstanceStatisticsByDefinition: { errorHashCode: 1 },
  };
  const filter = filters[id];
  return filter === undefined ? {} : { filter };
};
