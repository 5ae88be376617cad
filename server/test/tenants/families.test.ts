import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/verify.ts';
import { serviceModel } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import {
  answerDecision,
  calledModel,
  callingModel,
  conditionalModel,
  everythingModel,
  note,
  signaledModel,
  startTenantServer,
  titledForm,
} from './tenant-server.ts';
import type { Member, TenantServer } from './tenant-server.ts';

/** What a member has of something, by a field of what is found. */
const valuesOf = async (member: Member, what: string, field: string, filter: object = {}): Promise<string[]> =>
  (await member.find(what, filter)).map((each) => each[field] as string);

describe.each(dialects)('two tenants with the same names for everything, on %s', (dialect) => {
  let server: TenantServer;
  let north: Member;
  let south: Member;
  let both: readonly Member[];
  beforeAll(async () => {
    server = await startTenantServer(dialect);
    [north, south] = [await server.addTenant('north'), await server.addTenant('south')];
    both = [north, south];
    for (const member of both) {
      const { status, body } = await member.deploy(
        everythingModel,
        callingModel,
        calledModel,
        conditionalModel,
        signaledModel,
        answerDecision(member.tenantId),
        titledForm(member.tenantId),
        note(member.tenantId),
      );
      expect([status, body.tenantId], JSON.stringify(body)).toEqual([200, member.tenantId]);
    }
  });
  afterAll(async () => {
    expect((await verify(server.runtime.database)).violations).toEqual([]);
    await server.close();
  });

  const activate = (member: Member, type: string, more: object = {}) =>
    member.post('/v2/jobs/activation', {
      type,
      worker: 'w',
      timeout: 60_000,
      maxJobsToActivate: 50,
      requestTimeout: -1,
      tenantIds: [member.tenantId],
      ...more,
    });

  it('should each have their own versions, and see no others', async () => {
    await north.deploy(serviceModel('versions', 'first'));
    await north.deploy(serviceModel('versions', 'second'));
    await south.deploy(serviceModel('versions', 'other'));
    const versions = async (member: Member): Promise<[number, boolean][]> =>
      (
        await member.post('/v2/process-definitions/search', {
          filter: { processDefinitionId: 'versions' },
          sort: [{ field: 'version' }],
        })
      ).body.items.map((each: { version: number; tenantId: string }) => [each.version, each.tenantId]);
    expect(await versions(north)).toEqual([
      [1, 'north'],
      [2, 'north'],
    ]);
    expect(await versions(south)).toEqual([[1, 'south']]);
    // Taking one back leaves the other tenant's the latest of its own.
    const [latest] = await north.find('process-definitions', { processDefinitionId: 'versions', version: 2 });
    expect((await north.post(`/v2/resources/${latest.processDefinitionKey}/deletion`)).status).toBe(200);
    await north.start('versions');
    await south.start('versions');
    expect((await activate(north, 'first')).body.jobs).toHaveLength(1);
    expect((await activate(south, 'other')).body.jobs).toHaveLength(1);
    expect((await activate(south, 'first')).body.jobs).toHaveLength(0);
  });

  it('should each get their own jobs, also when both wait for a type', async () => {
    await north.deploy(serviceModel('polled'));
    await south.deploy(serviceModel('polled'));
    const waiting = activate(south, 'polled', { requestTimeout: 3_000 });
    const mine = await north.start('polled');
    const [first] = (await activate(north, 'polled', { requestTimeout: 3_000 })).body.jobs;
    expect(first).toMatchObject({ processInstanceKey: mine, tenantId: 'north' });
    const theirs = await south.start('polled');
    expect((await waiting).body.jobs.map((job: { processInstanceKey: string }) => job.processInstanceKey)).toEqual([
      theirs,
    ]);
    // All of the tenants that somebody is a member of, the oldest first.
    await server.as(server.admin, 'PUT', '/v2/tenants/south/clients/worker-north');
    const keys = [await north.start('polled'), await south.start('polled'), await north.start('polled')];
    const assigned = await activate(north, 'polled', { tenantIds: [], tenantFilter: 'ASSIGNED' });
    expect(assigned.body.jobs.map((job: { processInstanceKey: string }) => job.processInstanceKey)).toEqual(keys);
    await server.as(server.admin, 'DELETE', '/v2/tenants/south/clients/worker-north');
    expect((await north.get(`/v2/process-instances/${theirs}`)).status).toBe(404);
  });

  it('should send messages to their own only: those who wait, those who come later, and starts', async () => {
    const publish = (member: Member, name: string, more: object = {}) =>
      member.post('/v2/messages/publication', {
        name,
        correlationKey: 'k',
        timeToLive: 60_000,
        messageId: 'once',
        tenantId: member.tenantId,
        ...more,
      });
    // One instance by correlation key and tenant; ids of messages are those of a tenant.
    for (const member of both) expect((await publish(member, 'begin')).status).toBe(200);
    for (const member of both) expect((await publish(member, 'begin')).status).toBe(409);
    for (const member of both) {
      expect(await valuesOf(member, 'process-instances', 'tenantId', { processDefinitionId: 'calling' })).toEqual([
        member.tenantId,
      ]);
      expect(await valuesOf(member, 'process-instances', 'tenantId', { processDefinitionId: 'called' })).toEqual([
        member.tenantId,
      ]);
    }
    // Kept for who comes later, of the same tenant.
    expect((await publish(north, 'heard', { messageId: 'kept' })).status).toBe(200);
    const [mine, theirs] = [
      await north.start('everything', { key: 'k' }),
      await south.start('everything', { key: 'k' }),
    ];
    const waits = async (member: Member, key: string): Promise<number> =>
      (await member.find('message-subscriptions', { processInstanceKey: key })).length;
    expect([await waits(north, mine), await waits(south, theirs)]).toEqual([0, 1]);
    const correlated = await south.post('/v2/messages/correlation', {
      name: 'heard',
      correlationKey: 'k',
      tenantId: 'south',
    });
    expect(correlated.body).toMatchObject({ processInstanceKey: theirs, tenantId: 'south' });
    expect(await valuesOf(north, 'correlated-message-subscriptions', 'tenantId', { messageName: 'heard' })).toEqual([
      'north',
    ]);
  });

  it('should send signals and ask conditions within the tenant', async () => {
    const before = await south.find('process-instances');
    expect((await north.post('/v2/signals/broadcast', { signalName: 'all', tenantId: 'north' })).body.tenantId).toBe(
      'north',
    );
    const asked = { variables: { amount: 11 }, tenantId: 'north' };
    expect((await north.post('/v2/conditionals/evaluation', asked)).body.processInstances).toHaveLength(1);
    for (const id of ['signaled', 'conditional'])
      expect(await north.find('process-instances', { processDefinitionId: id })).toHaveLength(1);
    expect(await south.find('process-instances')).toEqual(before);
  });

  it('should decide, show forms and call by what the tenant has deployed', async () => {
    for (const member of both) {
      const key = await member.start('everything', { key: `d-${member.tenantId}` });
      const [decided] = await member.find('variables', { processInstanceKey: key, name: 'decided' });
      expect(decided).toMatchObject({ value: `"${member.tenantId}"`, tenantId: member.tenantId });
      const [{ userTaskKey }] = await member.find('user-tasks', { processInstanceKey: key });
      const form = await member.get(`/v2/user-tasks/${userTaskKey}/form`);
      expect(form.body).toMatchObject({ tenantId: member.tenantId });
      expect(form.body.schema).toContain(member.tenantId);
      const evaluation = await member.post('/v2/decision-definitions/evaluation', {
        decisionDefinitionId: 'answer',
        tenantId: member.tenantId,
      });
      expect(evaluation.body).toMatchObject({ output: `"${member.tenantId}"`, tenantId: member.tenantId });
      const byId = await member.get(`/ext/forms/form?tenantId=${member.tenantId}`);
      expect(byId.body.schema).toContain(member.tenantId);
      expect(await valuesOf(member, 'decision-instances', 'tenantId')).not.toContain(
        member === north ? 'south' : 'north',
      );
    }
    // What only another tenant has deployed is not there.
    await south.deploy(serviceModel('souths-own'));
    const { status, body } = await north.post('/v2/process-instances', {
      processDefinitionId: 'souths-own',
      tenantId: 'north',
    });
    expect([status, body.detail]).toEqual([404, expect.stringContaining(`process ID 'souths-own'`)]);
  });

  it('should have variables, documents and drafts of their own, under the same names', async () => {
    for (const member of both) {
      const { tenantId } = member;
      const path = `/v2/cluster-variables/tenants/${tenantId}`;
      expect((await member.post(path, { name: 'LIMIT', value: tenantId })).status).toBe(200);
      const evaluated = await member.post('/v2/expression/evaluation', {
        expression: '=camunda.vars.env.LIMIT',
        tenantId,
      });
      expect(evaluated.body.result).toBe(tenantId);
      const form = new FormData();
      form.append('file', new Blob([tenantId]), 'a.txt');
      const address = `${server.address}/v2/documents?documentId=mine&tenantId=${tenantId}`;
      const stored = await fetch(address, { method: 'POST', body: form, headers: member.headers });
      expect([stored.status, ((await stored.json()) as { documentId: string }).documentId]).toEqual([201, 'mine']);
      const draft = { name: 'Mine', kind: 'bpmn', content: `<process id="${tenantId}"/>`, tenantId };
      expect((await member.post('/ext/drafts', draft)).status).toBe(201);
    }
    for (const member of both) {
      const { tenantId } = member;
      expect((await member.get(`/v2/documents/mine?tenantId=${tenantId}`)).body).toBe(tenantId);
      const link = await member.post(`/v2/documents/mine/links?tenantId=${tenantId}`, {});
      expect(await (await fetch(link.body.url)).text()).toBe(tenantId);
      expect((await member.get('/ext/drafts')).body.items).toMatchObject([{ tenantId, resourceId: tenantId }]);
      expect(await valuesOf(member, 'cluster-variables', 'value')).toEqual([`"${tenantId}"`]);
    }
    expect((await north.get('/v2/cluster-variables/tenants/south/LIMIT')).status).toBe(403);
    expect((await north.request('DELETE', '/v2/documents/mine?tenantId=south')).status).toBe(403);
  });

  it('should refuse a tenant that somebody is no member of like one that is not there', async () => {
    for (const [path, body] of [
      ['/v2/process-instances', { processDefinitionId: 'everything' }],
      ['/v2/messages/publication', { name: 'heard' }],
      ['/v2/messages/correlation', { name: 'heard' }],
      ['/v2/signals/broadcast', { signalName: 'all' }],
      ['/v2/conditionals/evaluation', { variables: {} }],
      ['/v2/decision-definitions/evaluation', { decisionDefinitionId: 'answer' }],
      ['/v2/expression/evaluation', { expression: '1' }],
      ['/ext/process-instances', { processDefinitionId: 'everything', instances: [{}] }],
      ['/ext/drafts', { name: 'n', kind: 'bpmn', content: '' }],
      ['/ext/element-templates', { templates: [{ id: 't', name: 'T', appliesTo: ['bpmn:Task'], properties: [] }] }],
    ] as const) {
      const of = async (tenantId: string): Promise<unknown> => {
        const { status, body: answer } = await north.post(path, { ...body, tenantId });
        return [status, JSON.stringify(answer).replaceAll(tenantId, 'X')];
      };
      const foreign = await of('south');
      expect(foreign, path).toEqual([403, expect.stringContaining('a member of')]);
      expect(await of('nowhere'), path).toEqual(foreign);
      // Without one it is the default one, which this client is no member of.
      expect((await north.post(path, body)).status, path).toBe(403);
      expect((await north.post(path, { ...body, tenantId: 'no tenant' })).status, path).toBe(400);
    }
    expect((await activate(north, 'work', { tenantIds: ['south'] })).status).toBe(403);
    expect(await north.find('process-instances', { tenantId: 'south' })).toEqual([]);
    expect((await north.find('process-instances', { tenantId: { $like: 'n*' } })).length).toBeGreaterThan(0);
  });

  it('should cancel by a filter what is of the tenant, and show the operation to nobody else', async () => {
    const theirs = await valuesOf(south, 'process-instances', 'processInstanceKey', { state: 'ACTIVE' });
    const { body } = await north.post('/v2/process-instances/cancellation', { filter: {} });
    const path = `/v2/batch-operations/${body.batchOperationKey}`;
    await expect.poll(async () => (await north.get(path)).body.state).toBe('COMPLETED');
    expect(await north.find('process-instances', { state: 'ACTIVE' })).toEqual([]);
    expect(await valuesOf(south, 'process-instances', 'processInstanceKey', { state: 'ACTIVE' })).toEqual(theirs);
    expect((await south.get(path)).status).toBe(404);
    expect((await south.post(`${path}/cancellation`)).status).toBe(404);
    expect(await south.find('batch-operations')).toEqual([]);
    expect(await south.find('batch-operation-items')).toEqual([]);
  });

  it('should count what is of the tenant only', async () => {
    const counted = async (member: Member) => {
      const { body } = await member.get('/ext/overview');
      const active = (await member.find('process-instances', { state: 'ACTIVE' })).length;
      const jobs = (await member.get('/v2/jobs/statistics/global')).body.created.count as number;
      return { overview: body.processInstances.active as number, active, jobs };
    };
    const [mine, theirs] = [await counted(north), await counted(south)];
    expect(mine).toMatchObject({ overview: 0, active: 0 });
    expect(theirs.overview).toBe(theirs.active);
    expect(mine.jobs).toBe((await north.find('jobs')).length);
    expect(theirs.jobs).toBe((await south.find('jobs')).length);
    const { body: running } = await south.post('/v2/process-definitions/statistics/process-instances');
    expect(running.items.map((each: { tenantId: string }) => each.tenantId)).not.toContain('north');
    const { body: usage } = await south.get(
      '/v2/system/usage-metrics?startTime=2000-01-01T00:00:00Z&endTime=2100-01-01T00:00:00Z&withTenants=true',
    );
    expect(Object.keys(usage.tenants)).toEqual(['south']);
  });

  it('should tell what was done in the tenant to its own auditors, and a key that repeats a request to its own caller', async () => {
    const tenants = new Set(await valuesOf(north, 'audit-logs', 'tenantId', { category: 'DEPLOYED_RESOURCES' }));
    expect([...tenants]).toEqual(['north']);
    const once = { 'idempotency-key': 'the same' };
    const started = async (member: Member) =>
      member.request(
        'POST',
        '/v2/process-instances',
        { processDefinitionId: 'called', tenantId: member.tenantId },
        once,
      );
    const answers = [await started(north), await started(south), await started(north)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[2]?.body).toEqual(answers[0]?.body);
    expect(answers[1]?.body.tenantId).toBe('south');
  });

  it('should hear of their own changes only', async () => {
    const gone = new AbortController();
    const stream = await fetch(`${server.address}/ext/events`, { headers: north.headers, signal: gone.signal });
    const heard: string[] = [];
    const reading = (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of stream.body ?? []) heard.push(decoder.decode(chunk as Uint8Array));
    })().catch(() => undefined);
    await expect.poll(() => heard.join('')).toContain('hello');
    const theirs = await south.start('called');
    await south.deploy(serviceModel('heard-of'));
    const mine = await north.start('called');
    await expect.poll(() => heard.join('')).toContain(mine);
    expect(heard.join('')).not.toContain(theirs);
    const changes = [...heard.join('').matchAll(/event: changed\ndata: (.*)/g)].map(([, data]) => data);
    expect(changes.join()).not.toContain('process-definitions');
    gone.abort();
    await reading;
  });
});
