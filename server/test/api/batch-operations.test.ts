import { decision, decisionFile, literal } from '@baton/fixtures/build-decisions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/verify.ts';
import { serviceModel } from '../fixture.ts';
import { dialects } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { Answer, TestServer } from '../test-server.ts';

describe.each(dialects)('batch operations over HTTP on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    expect((await verify(server.runtime.database)).violations).toEqual([]);
    await server.close();
  });

  /** Starts so many instances of a process of its own and answers their keys. */
  const startMany = async (processId: string, count: number): Promise<string[]> => {
    await server.deploy(serviceModel(processId));
    const instances = Array.from({ length: count }, () => ({}));
    const { body } = await server.post('/ext/process-instances', { processDefinitionId: processId, instances });
    return body.items.map((item: { processInstanceKey: string }) => item.processInstanceKey);
  };
  const activate = async (type: string, maxJobsToActivate: number): Promise<{ jobKey: string }[]> => {
    const request = { type, timeout: 60_000, maxJobsToActivate, requestTimeout: -1 };
    return (await server.post('/v2/jobs/activation', request)).body.jobs;
  };
  /** Reads a batch operation again and again until it is over. */
  const ended = async (begun: Answer): Promise<Answer['body']> => {
    expect(begun.status, JSON.stringify(begun.body)).toBe(200);
    const { batchOperationKey, batchOperationType } = begun.body;
    for (;;) {
      const { status, body } = await server.get(`/v2/batch-operations/${batchOperationKey}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ batchOperationKey, batchOperationType });
      expect(body.operationsCompletedCount).toBeLessThanOrEqual(body.operationsTotalCount);
      if (body.endDate !== null) return body;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const total = async (what: string, filter: object): Promise<number> => {
    const { status, body } = await server.post(`/v2/${what}/search`, { filter, page: { limit: 1 } });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.page.totalItems;
  };

  it('should cancel and then erase exactly what the filter finds', async () => {
    await startMany('many', 300);
    const [spared] = await startMany('spared', 1);
    const filter = { processDefinitionId: 'many' };
    const canceled = await ended(await server.post('/v2/process-instances/cancellation', { filter }));
    expect(canceled).toMatchObject({
      state: 'COMPLETED',
      operationsTotalCount: 300,
      operationsCompletedCount: 300,
      operationsFailedCount: 0,
      actorType: 'ANONYMOUS',
      actorId: null,
      errors: [],
    });
    const { batchOperationKey } = canceled;
    expect(await total('process-instances', { ...filter, state: 'TERMINATED', batchOperationKey })).toBe(300);
    expect(await total('process-instances', { ...filter, batchOperationId: batchOperationKey })).toBe(300);
    expect(await total('batch-operation-items', { batchOperationKey, state: 'COMPLETED' })).toBe(300);
    expect(await total('batch-operations', { batchOperationKey, operationType: 'CANCEL_PROCESS_INSTANCE' })).toBe(1);
    expect(await total('process-instances', { state: 'ACTIVE', processInstanceKey: spared })).toBe(1);

    const erased = await ended(await server.post('/v2/process-instances/deletion', { filter: { $or: [filter] } }));
    expect(erased).toMatchObject({ state: 'COMPLETED', operationsCompletedCount: 300 });
    await expect.poll(() => total('process-instances', filter), { timeout: 20_000 }).toBe(0);
    expect(await total('process-instances', {})).toBe(1);
  });

  it('should erase one instance when it is over', async () => {
    const [key] = await startMany('one', 1);
    const alive = await server.post(`/v2/process-instances/${key}/deletion`);
    expect(alive).toMatchObject({ status: 409, body: { title: 'INVALID_STATE' } });
    await server.post(`/v2/process-instances/${key}/cancellation`);
    expect((await server.post(`/v2/process-instances/${key}/deletion`)).status).toBe(204);
    expect((await server.get(`/v2/process-instances/${key}`)).status).toBe(404);
    expect((await server.post(`/v2/process-instances/${key}/deletion`)).status).toBe(404);
  });

  it('should resolve incidents of one instance and of many, with a retry for each', async () => {
    const keys = await startMany('stuck', 3);
    for (const { jobKey } of await activate('stuck', 3))
      await server.post(`/v2/jobs/${jobKey}/failure`, { retries: 0 });
    const one = await ended(await server.post(`/v2/process-instances/${keys[0]}/incident-resolution`));
    expect(one).toMatchObject({ state: 'COMPLETED', operationsTotalCount: 1 });
    expect(await total('incidents', { processDefinitionId: 'stuck', state: 'ACTIVE' })).toBe(2);
    const filter = { processDefinitionId: 'stuck', hasIncident: true };
    const rest = await ended(await server.post('/v2/process-instances/incident-resolution', { filter }));
    expect(rest).toMatchObject({ state: 'COMPLETED', operationsTotalCount: 2, operationsCompletedCount: 2 });
    expect(await activate('stuck', 10)).toHaveLength(3);
    expect((await server.post('/v2/process-instances/1/incident-resolution')).status).toBe(404);
  });

  it('should say of each job that cannot be changed why', async () => {
    await startMany('updated', 3);
    const filter = { type: 'updated' };
    const more = await ended(await server.post('/v2/jobs/batch-update', { filter, changeset: { retries: 7 } }));
    expect(more).toMatchObject({ state: 'COMPLETED', operationsTotalCount: 3 });
    expect(await total('jobs', { ...filter, retries: 7 })).toBe(3);
    await activate('updated', 2);
    const lock = await ended(await server.post('/v2/jobs/batch-update', { filter, changeset: { timeout: 1_000_000 } }));
    expect(lock).toMatchObject({
      state: 'PARTIALLY_COMPLETED',
      operationsCompletedCount: 2,
      operationsFailedCount: 1,
    });
    const { batchOperationKey } = lock;
    const { body } = await server.post('/v2/batch-operation-items/search', {
      filter: { batchOperationKey, state: 'FAILED' },
    });
    expect(body.items).toEqual([
      expect.objectContaining({
        operationType: 'UPDATE_JOB',
        errorMessage: expect.stringContaining('INVALID_STATE') as string,
      }),
    ]);
  });

  it('should erase evaluations', async () => {
    const content = Buffer.from(decisionFile('sum-file', [decision('sum', literal('1 + 1'))]));
    await server.deploy({ name: 'sum.dmn', content });
    for (let at = 0; at < 2; at += 1)
      await server.post('/v2/decision-definitions/evaluation', { decisionDefinitionId: 'sum' });
    const filter = { decisionDefinitionId: 'sum' };
    const erased = await ended(await server.post('/v2/decision-instances/deletion', { filter }));
    expect(erased).toMatchObject({ state: 'COMPLETED', operationsTotalCount: 2 });
    expect(await total('decision-instances', filter)).toBe(0);
  });

  it('should end at once when there is nothing to do, and then refuse to be changed', async () => {
    const filter = { processDefinitionId: 'nobody' };
    const { batchOperationKey } = await ended(await server.post('/v2/process-instances/cancellation', { filter }));
    for (const verb of ['suspension', 'resumption', 'cancellation']) {
      expect((await server.post(`/v2/batch-operations/${batchOperationKey}/${verb}`)).status, verb).toBe(409);
      expect((await server.post(`/v2/batch-operations/1/${verb}`)).status, verb).toBe(404);
    }
    expect((await server.get('/v2/batch-operations/1')).status).toBe(404);
  });

  it.each([
    ['/v2/process-instances/cancellation', undefined],
    ['/v2/process-instances/cancellation', {}],
    ['/v2/process-instances/cancellation', { filter: null }],
    ['/v2/process-instances/deletion', { filter: { unknown: 1 } }],
    ['/v2/process-instances/incident-resolution', { filter: {}, else: 1 }],
    ['/v2/jobs/batch-update', { filter: {} }],
    ['/v2/jobs/batch-update', { filter: {}, changeset: {} }],
    ['/v2/jobs/batch-update', { filter: {}, changeset: { retries: 0 } }],
    ['/v2/decision-instances/deletion', { filter: [] }],
  ])('should not begin by mistake: %s %j', async (path, body) => {
    expect(await server.post(path, body)).toMatchObject({ status: 400, body: { title: 'INVALID_ARGUMENT' } });
  });
});
