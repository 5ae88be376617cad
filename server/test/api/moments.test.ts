import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { fixture } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

describe.each(dialects)('moments of an instance on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const { start, activate } = apiWords(() => server);

  it('should tell how an instance stood at each entry of its journal, and who changed which variable', async () => {
    await server.deploy(fixture('parallel-gateway'));
    const key = await start('parallel-gateway', { amount: 1, note: 'x'.repeat(10_000) });
    const [a] = await activate('a');
    await server.post(`/v2/jobs/${a.jobKey}/completion`, { variables: { amount: 2 } });
    const [b] = await activate('b');
    await server.request('PUT', `/v2/element-instances/${b.elementInstanceKey}/variables`, {
      variables: { amount: 3 },
      local: true,
    });
    await server.post(`/v2/jobs/${b.jobKey}/completion`);
    const [c] = await activate('c');
    await server.post(`/v2/jobs/${c.jobKey}/completion`);
    const at = async (seq: number) => (await server.get(`/ext/process-instances/${key}/journal/${seq}/state`)).body;
    const active = async (seq: number) =>
      (await at(seq)).elementInstances.map(({ elementId }: { elementId: string }) => elementId).sort();
    const { lastSeq } = (await server.get(`/ext/process-instances/${key}/journal?limit=1`)).body;
    expect(lastSeq).toBe(5);
    expect(await Promise.all([1, 2, 3, 4, 5].map(active))).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
      ['c'],
      [],
    ]);

    const [first, second, last] = [await at(1), await at(2), await at(5)];
    expect(first).toMatchObject({ seq: 1, state: 'ACTIVE', command: { type: 'create-instance' }, isComplete: true });
    expect(first.elementInstances[0]).toMatchObject({ scopeKey: key, job: { jobKey: a.jobKey, retries: 3 } });
    expect(first.variables.find(({ name }: { name: string }) => name === 'note').isTruncated).toBe(true);
    expect(second.variables).toContainEqual({
      name: 'amount',
      scopeKey: key,
      value: '2',
      isTruncated: false,
      isNews: true,
    });
    expect(second.path.waiting).toEqual([{ sequenceFlowId: 'a-j', elementId: 'j', count: 1 }]);
    // What is replayed is what the rows say.
    const byId = (path: { elements: { elementId: string }[] }) =>
      [...path.elements].sort((one, other) => one.elementId.localeCompare(other.elementId));
    const path = (await server.get(`/ext/process-instances/${key}/path`)).body;
    expect(last.state).toBe('COMPLETED');
    expect(byId(last.path)).toEqual(byId(path));
    expect(last.path.flows).toEqual(path.flows);
    for (const wrong of ['6', '0', 'x'])
      expect((await server.get(`/ext/process-instances/${key}/journal/${wrong}/state`)).status).toBe(
        wrong === '6' ? 404 : 400,
      );

    const history = async (query: string) =>
      (await server.get(`/ext/process-instances/${key}/variable-history${query}`)).body;
    const { items, isComplete } = await history('?name=amount');
    expect(isComplete).toBe(true);
    expect(items).toMatchObject([
      { seq: 3, command: 'set-variables', scopeKey: b.elementInstanceKey, value: '3' },
      { seq: 2, command: 'complete-job', scopeKey: key, value: '2' },
      { seq: 1, command: 'create-instance', scopeKey: key, value: '1' },
    ]);
    expect((await history(`?name=amount&scopeKey=${key}`)).items).toHaveLength(2);
    expect((await history('')).items).toHaveLength(4);
  });

  it('should read journals that are longer than what is held at a time', async () => {
    await server.deploy(fixture('parallel-gateway'));
    const key = await start('parallel-gateway', { round: 1 });
    for (let round = 2; round <= 401; round += 1)
      await server.request('PUT', `/v2/element-instances/${key}/variables`, { variables: { round } });
    const { items, isComplete } = (await server.get(`/ext/process-instances/${key}/variable-history?name=round`)).body;
    expect([items.length, isComplete]).toEqual([401, true]);
    expect([items[0], items[200], items[400]]).toMatchObject([
      { seq: 401, value: '401' },
      { seq: 201, value: '201' },
      { seq: 1, value: '1' },
    ]);
    for (const seq of [200, 201, 400, 401]) {
      const { variables } = (await server.get(`/ext/process-instances/${key}/journal/${seq}/state`)).body;
      expect(variables).toMatchObject([{ name: 'round', value: String(seq) }]);
    }
  });
});
