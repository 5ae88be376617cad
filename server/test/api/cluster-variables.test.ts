import { end, exclusive, model, scriptTask, start, userTask } from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { model as xmlModel } from '../fixture.ts';
import { apiWords } from '../api-words.ts';
import { createTestStore, dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { readAllPages } from './read-all-pages.ts';

const global = '/v2/cluster-variables/global';
const tenant = `/v2/cluster-variables/tenants/${encodeURIComponent('<default>')}`;

const reader = model(
  'reader',
  [
    start('s'),
    scriptTask('read', '=[camunda.vars.cluster.LIMIT, camunda.vars.tenant.LIMIT, camunda.vars.env.LIMIT]', 'seen'),
    exclusive('which'),
    userTask('wait'),
    end('e'),
  ],
  ['s > read', 'read > which', 'which > wait : =camunda.vars.env.LIMIT = 7', 'which > e : default', 'wait > e'],
);

describe.each(dialects)('variables of the cluster on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await server.deploy({ name: 'reader.bpmn', content: Buffer.from(reader) });
  });
  afterAll(() => server.close());
  const { start: begin, instance } = apiWords(() => server);
  const evaluate = async (expression: string) =>
    (await server.post('/v2/expression/evaluation', { expression })).body.result;
  const seenBy = async (key: string) => {
    const filter = { processInstanceKey: key, name: 'seen' };
    return JSON.parse((await server.post('/v2/variables/search', { filter })).body.items[0].value);
  };

  it('should be added, read, changed and dropped', async () => {
    const added = await server.post(global, { name: 'API', value: { url: 'https://a', timeoutMs: 5 } });
    expect(added.status).toBe(200);
    expect(added.body).toEqual({
      name: 'API',
      value: '{"url":"https://a","timeoutMs":5}',
      scope: 'GLOBAL',
      tenantId: null,
    });
    expect((await server.post(global, { name: 'API', value: 1 })).status).toBe(409);
    expect((await server.get(`${global}/API`)).body).toEqual(added.body);
    expect((await server.request('PUT', `${global}/API`, { value: [null, 'two'] })).body.value).toBe('[null,"two"]');
    expect((await server.get(`${global}/API`)).body.value).toBe('[null,"two"]');
    expect((await server.request('DELETE', `${global}/API`)).status).toBe(204);
    expect((await server.request('DELETE', `${global}/API`)).status).toBe(404);
    expect((await server.get(`${global}/API`)).status).toBe(404);
    expect((await server.request('PUT', `${global}/API`, { value: 1 })).status).toBe(404);
  });

  it('should refuse what it cannot keep', async () => {
    const refused = async (path: string, body: unknown) => (await server.post(path, body)).status;
    expect(await refused(global, { name: 'X' })).toBe(400);
    expect(await refused(global, { name: '', value: 1 })).toBe(400);
    expect(await refused(global, { name: 'X', value: 'x'.repeat(20_000) })).toBe(400);
    expect(await refused(global, { name: 'X', value: 'half \ud800' })).toBe(400);
    expect(await refused('/v2/cluster-variables/tenants/other', { name: 'X', value: 1 })).toBe(400);
    expect((await server.get('/v2/cluster-variables/tenants/other/X')).status).toBe(400);
    expect((await server.post(tenant, { name: 'X', value: null })).body).toMatchObject({
      value: 'null',
      scope: 'TENANT',
      tenantId: '<default>',
    });
    expect((await server.request('DELETE', `${tenant}/X`)).status).toBe(204);
  });

  it('should be seen by expressions, that of the tenant before that of the cluster', async () => {
    const without = await begin('reader');
    expect(await seenBy(without)).toEqual([null, null, null]);
    expect((await instance(without)).state).toBe('COMPLETED');

    await server.post(global, { name: 'LIMIT', value: 3 });
    expect(await seenBy(await begin('reader'))).toEqual([3, null, 3]);
    await server.post(tenant, { name: 'LIMIT', value: 7 });
    const both = await begin('reader');
    expect(await seenBy(both)).toEqual([3, 7, 7]);
    expect((await instance(both)).state).toBe('ACTIVE');
    await server.request('PUT', `${global}/LIMIT`, { value: 4 });
    await server.request('DELETE', `${tenant}/LIMIT`);
    expect(await seenBy(await begin('reader'))).toEqual([4, null, 4]);
    // What was evaluated before stays, and a variable of the instance goes first.
    expect(await seenBy(both)).toEqual([3, 7, 7]);
    const own = await begin('reader', { camunda: { vars: { env: { LIMIT: 9 } } } });
    expect(await seenBy(own)).toEqual([null, null, 9]);
    expect(await evaluate('=camunda.vars.env.LIMIT * 2')).toBe(8);
  });

  it('should be seen by decisions and by start events', async () => {
    await server.post(global, { name: 'RATE', value: 19 });
    await server.post(global, { name: 'TOPIC', value: 'orders' });
    const dmn = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"><decision id="tax" name="Tax"><variable id="v" name="tax"/><literalExpression id="l"><text>amount * camunda.vars.cluster.RATE</text></literalExpression></decision></definitions>`;
    const asking = xmlModel(
      'asking',
      `<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
       <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="decide"/>
       <bpmn:businessRuleTask id="decide"><bpmn:extensionElements><zeebe:calledDecision decisionId="tax" resultVariable="tax"/></bpmn:extensionElements></bpmn:businessRuleTask>
       <bpmn:sequenceFlow id="f2" sourceRef="decide" targetRef="e"/><bpmn:endEvent id="e"/>`,
      '<bpmn:message id="m" name="=camunda.vars.env.TOPIC"/>',
    );
    const deployed = await server.deploy({ name: 'tax.dmn', content: Buffer.from(dmn) }, asking);
    expect(deployed.status, JSON.stringify(deployed.body)).toBe(200);
    const evaluated = await server.post('/v2/decision-definitions/evaluation', {
      decisionDefinitionId: 'tax',
      variables: { amount: 2 },
    });
    expect(evaluated.body.output).toBe('38');
    await server.post('/v2/messages/publication', { name: 'orders', correlationKey: '', variables: { amount: 3 } });
    const { body } = await server.post('/v2/variables/search', { filter: { value: '57' } });
    expect(body.items).toHaveLength(1);
  });

  it('should be searched, page by page', async () => {
    const names = ['A_ONE', 'A_TWO', 'B_ONE', 'LONG'];
    for (const name of names) await server.post(global, { name, value: name === 'LONG' ? 'x'.repeat(9_000) : name });
    await server.post(tenant, { name: 'A_ONE', value: 'of the tenant' });
    const search = '/v2/cluster-variables/search';
    const all = await readAllPages(server, search, { sort: [{ field: 'tenantId' }, { field: 'name' }] }, 2);
    expect(all[0]).toEqual({
      name: 'A_ONE',
      value: '"of the tenant"',
      scope: 'TENANT',
      tenantId: '<default>',
      isTruncated: false,
    });
    await readAllPages(server, search, { filter: { scope: 'global' } }, 3);
    const found = async (filter: object, query = '') => (await server.post(search + query, { filter })).body.items;
    expect(await found({ name: { $like: 'A_*' }, tenantId: '<default>' })).toHaveLength(1);
    expect(await found({ name: { $like: 'A_*' }, tenantId: { $exists: false } })).toHaveLength(2);
    const [cut] = await found({ isTruncated: true });
    expect(cut).toMatchObject({ name: 'LONG', isTruncated: true });
    expect(cut.value).toHaveLength(8_192);
    const [whole] = await found({ name: 'LONG' }, '?truncateValues=false');
    expect(JSON.parse(whole.value)).toHaveLength(9_000);
  });
});

it('should be seen by the other servers on the same database, too', async () => {
  const store = await createTestStore('postgresql');
  const [one, other] = [await startTestServer('postgresql', {}, store), await startTestServer('postgresql', {}, store)];
  try {
    const seen = async () =>
      (await other.post('/v2/expression/evaluation', { expression: '=camunda.vars.env.SHARED' })).body.result;
    expect(await seen()).toBeNull();
    await one.post(global, { name: 'SHARED', value: 1 });
    await expect.poll(seen, { timeout: 5_000 }).toBe(1);
    await one.request('PUT', `${global}/SHARED`, { value: 2 });
    await expect.poll(seen, { timeout: 5_000 }).toBe(2);
  } finally {
    await Promise.all([one.close(), other.close()]);
    await store.drop();
  }
});
