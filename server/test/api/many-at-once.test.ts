import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiWords } from '../api-words.ts';
import { serviceModel } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

interface Item {
  readonly processInstanceKey: string | null;
  readonly error: { readonly status: number; readonly title: string; readonly detail: string } | null;
}

describe.each(dialects)('many at once on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const { activate, instance } = apiWords(() => server);
  const startMany = (body: object, headers = {}) => server.post('/ext/process-instances', body, headers);
  const completeMany = (jobs: readonly unknown[], headers = {}) =>
    server.post('/ext/jobs/completion', { jobs }, headers);
  const count = async (processDefinitionId: string): Promise<number> =>
    (await server.post('/v2/process-instances/search', { filter: { processDefinitionId } })).body.page.totalItems;

  it('should start all, each with its own beginning, and answer in their order', async () => {
    await server.deploy(serviceModel('ordered'));
    const instances = Array.from({ length: 60 }, (_, index) => ({
      variables: { index },
      businessId: `order ${index}`,
      tags: [`n:${index}`],
      tenantId: '<default>',
    }));
    const { status, body } = await startMany({ processDefinitionId: 'ordered', instances });
    expect(status).toBe(200);
    expect(body.items).toHaveLength(60);
    for (const index of [0, 1, 31, 59]) {
      const { processInstanceKey, error }: Item = body.items[index];
      expect(error).toBeNull();
      expect(await instance(processInstanceKey ?? '')).toMatchObject({
        businessId: `order ${index}`,
        tags: [`n:${index}`],
        state: 'ACTIVE',
      });
    }
    const jobs = await activate('ordered', { maxJobsToActivate: 1_000 });
    const begun = new Map(
      jobs.map((job: { processInstanceKey: string; variables: { index: number } }) => [
        job.processInstanceKey,
        job.variables.index,
      ]),
    );
    expect(body.items.map(({ processInstanceKey }: Item) => begun.get(processInstanceKey))).toEqual(
      instances.map(({ variables }) => variables.index),
    );
  });

  it('should refuse the bad ones among the good ones, each in its place', async () => {
    await server.deploy(serviceModel('mixed'));
    const instances = [
      {},
      { variables: [] },
      { surprise: 1 },
      { tags: ['1 bad'] },
      7,
      { tenantId: 'acme' },
      { variables: { n: 1 } },
    ];
    const { status, body } = await startMany({ processDefinitionId: 'mixed', processDefinitionVersion: 1, instances });
    expect(status).toBe(200);
    expect(body.items.map(({ error }: Item) => error?.status ?? 200)).toEqual([200, 400, 400, 400, 400, 400, 200]);
    expect(body.items[2]).toEqual({
      processInstanceKey: null,
      error: {
        type: 'about:blank',
        title: 'INVALID_ARGUMENT',
        status: 400,
        detail: expect.stringContaining("'surprise'"),
        instance: '/ext/process-instances',
      },
    });
    expect(await count('mixed')).toBe(2);
  });

  it('should tell each that its process is not known', async () => {
    for (const process of [{ processDefinitionId: 'nobody' }, { processDefinitionKey: '999999999999' }]) {
      const { status, body } = await startMany({ ...process, instances: [{}, {}] });
      expect(status).toBe(200);
      expect(body.items.map(({ error }: Item) => error?.title)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    }
  });

  it.each([
    ['no instances', { processDefinitionId: 'p', instances: [] }],
    ['too many', { processDefinitionId: 'p', instances: Array.from({ length: 1_001 }, () => ({})) }],
    ['no list', { processDefinitionId: 'p' }],
    ['no process', { instances: [{}] }],
    ['two processes', { processDefinitionId: 'p', processDefinitionKey: '1', instances: [{}] }],
    ['what only a single start can', { processDefinitionId: 'p', awaitCompletion: true, instances: [{}] }],
  ])('should refuse a start of %s as a whole', async (_, body) => {
    const answer = await startMany(body);
    expect([answer.status, answer.body.title]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it.each([
    ['no jobs', []],
    ['too many', Array.from({ length: 1_001 }, () => ({ jobKey: '1' }))],
  ])('should refuse a completion of %s as a whole', async (_, jobs) => {
    const answer = await completeMany(jobs);
    expect([answer.status, answer.body.title]).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('should complete all, and say of each job that is done already that it is not found', async () => {
    await server.deploy(serviceModel('done'));
    const { body } = await startMany({ processDefinitionId: 'done', instances: [{}, {}, {}] });
    const jobKeys = (await activate('done')).map(({ jobKey }: { jobKey: string }) => jobKey);
    expect(jobKeys).toHaveLength(3);
    const jobs = jobKeys.map((jobKey: string) => ({ jobKey, variables: { by: jobKey } }));
    const first = await completeMany([
      jobs[0],
      { jobKey: 'x' },
      jobs[1],
      jobs[1],
      { jobKey: jobKeys[2], result: { type: 'odd' } },
    ]);
    expect(first.status).toBe(200);
    expect(first.body.items.map((item: { jobKey: string | null }) => item.jobKey)).toEqual([
      jobKeys[0],
      null,
      jobKeys[1],
      jobKeys[1],
      null,
    ]);
    expect(first.body.items.map(({ error }: Item) => error?.title ?? null)).toEqual([
      null,
      'INVALID_ARGUMENT',
      null,
      'NOT_FOUND',
      'INVALID_ARGUMENT',
    ]);
    const second = await completeMany(jobs);
    expect(second.body.items.map(({ error }: Item) => error?.title ?? null)).toEqual(['NOT_FOUND', 'NOT_FOUND', null]);
    for (const { processInstanceKey } of body.items) {
      expect((await instance(processInstanceKey)).state).toBe('COMPLETED');
    }
  });

  it('should answer a repeated call as the first time and try what was refused again', async () => {
    const key = { 'idempotency-key': 'many' };
    const call = { processDefinitionId: 'again', instances: [{}, {}] };
    const refused = await startMany(call, key);
    expect(refused.body.items.map(({ error }: Item) => error?.title)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    await server.deploy(serviceModel('again'));
    const answers = await Promise.all([startMany(call, key), startMany(call, key)]);
    expect(answers[0].body.items[0].processInstanceKey).toMatch(/^\d+$/);
    expect(answers[1].body).toEqual(answers[0].body);
    const other = await startMany({ ...call, instances: [{}, {}, {}] }, key);
    expect([other.status, other.body.title]).toEqual([400, 'INVALID_ARGUMENT']);
    expect(await count('again')).toBe(2);
  });
});

describe('many at once at a server that is full', () => {
  it('should start as many as there is room for, and refuse the call when there is none', async () => {
    const server = await startTestServer('sqlite', { maxWaiting: 3 });
    await server.deploy(serviceModel('full'));
    const startMany = (instances: readonly object[]) =>
      server.post('/ext/process-instances', { processDefinitionId: 'full', instances });
    const some = await startMany([{}, {}, {}, {}, {}]);
    expect(some.status).toBe(200);
    expect(some.body.items.map(({ error }: Item) => error?.title ?? null)).toEqual([
      null,
      null,
      null,
      'RESOURCE_EXHAUSTED',
      'RESOURCE_EXHAUSTED',
    ]);
    const { pipeline } = server.runtime;
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const fillers = [1, 2, 3].map(() => pipeline.submit({ name: 'hold', run: () => gate }));
    const all = await startMany([{}, {}]);
    open();
    await Promise.all(fillers);
    expect([all.status, all.body.title]).toEqual([503, 'RESOURCE_EXHAUSTED']);
    expect(all.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect((await startMany([{}])).body.items[0].error).toBeNull();
    await server.close();
  });
});
