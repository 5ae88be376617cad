import createCamundaClient, { ProcessDefinitionId, TenantId } from '@camunda8/orchestration-cluster-api';
import type { CamundaClient } from '@camunda8/orchestration-cluster-api';
import { catching, end, model, serviceTask, start } from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

/** Every answer is checked against the client's own types, and fields that it does not know are refused. */
const connect = (address: string, requests: 'strict' | 'none'): CamundaClient =>
  createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: address,
      CAMUNDA_SDK_VALIDATION: `req:${requests},res:fanatical`,
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
      CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: 1,
    },
  });
const now = { consistency: { waitUpToMs: 0 } };

let server: TestServer;
let client: CamundaClient;
/** Its own description of uploads takes texts only, and not the files that its methods take. */
let uploader: CamundaClient;
beforeAll(async () => {
  server = await startTestServer();
  client = connect(server.address, 'strict');
  uploader = connect(server.address, 'none');
  const order = model(
    'order',
    [start('s'), serviceTask('pack'), catching('paid', { message: 'payment', key: '=orderId' }), end('e')],
    ['s > pack', 'pack > paid', 'paid > e'],
  );
  await client.createDeployment({ resources: [new File([order], 'order.bpmn')] });
});
afterAll(() => server.close());

const startOrder = (orderId: string) =>
  client.createProcessInstance({
    processDefinitionId: ProcessDefinitionId.assumeExists('order'),
    variables: { orderId },
  });

describe('the newest cluster client, unmodified, with fanatical validation', () => {
  it('should find who waits for messages, whom one reached, incidents and jobs in numbers', async () => {
    const keys = [];
    for (const id of ['o-1', 'o-2', 'o-3']) keys.push((await startOrder(id)).processInstanceKey);
    const { jobs } = await client.activateJobs({ type: 'pack', worker: 'mia', timeout: 60_000, maxJobsToActivate: 3 });
    await jobs[0]!.complete();
    await jobs[1]!.complete();
    await client.failJob({ jobKey: jobs[2]!.jobKey, retries: 0, errorMessage: 'no boxes' });
    await client.correlateMessage({ name: 'payment', correlationKey: 'o-1' });

    const open = await client.searchMessageSubscriptions({ filter: { messageName: 'payment' } }, now);
    expect(open.items).toMatchObject([{ correlationKey: 'o-2', messageSubscriptionState: 'CREATED' }]);
    const reached = await client.searchCorrelatedMessageSubscriptions({ sort: [{ field: 'correlationTime' }] }, now);
    expect(reached.items).toMatchObject([{ correlationKey: 'o-1', processInstanceKey: keys[0] }]);
    const counted = await client.getProcessDefinitionMessageSubscriptionStatistics({}, now);
    expect(counted.items).toMatchObject([{ activeSubscriptions: 1, processInstancesWithActiveSubscriptions: 1 }]);

    const elements = await client.searchElementInstances({ filter: { processInstanceKey: keys[2]! } }, now);
    const { elementInstanceKey } = elements.items.find(({ elementId }) => elementId === 'pack')!;
    const below = await client.searchElementInstanceIncidents({ elementInstanceKey }, now);
    expect(below.items).toMatchObject([{ errorMessage: 'no boxes' }]);
    const errors = await client.getProcessInstanceStatisticsByError({}, now);
    const { errorHashCode } = errors.items[0]!;
    expect(errors.items).toEqual([{ errorHashCode, errorMessage: 'no boxes', activeInstancesWithErrorCount: 1 }]);
    const byDefinition = await client.getProcessInstanceStatisticsByDefinition({ filter: { errorHashCode } }, now);
    expect(byDefinition.items).toMatchObject([{ processDefinitionId: 'order', activeInstancesWithErrorCount: 1 }]);

    const time = { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
    const filter = { ...time, jobType: 'pack' };
    const numbers = { created: { count: 3 }, completed: { count: 2 }, failed: { count: 1 } };
    expect(await client.getGlobalJobStatistics(time, now)).toMatchObject(numbers);
    const types = await client.getJobTypeStatistics({ filter: time }, now);
    expect(types.items).toMatchObject([{ jobType: 'pack', workers: 1, ...numbers }]);
    const workers = await client.getJobWorkerStatistics({ filter }, now);
    expect(workers.items).toMatchObject([{ worker: 'mia', ...numbers }]);
    const series = await client.getJobTimeSeriesStatistics({ filter: { ...filter, resolution: 'P365D' } }, now);
    expect(series.items).toMatchObject([numbers]);
    const failures = await client.getJobErrorStatistics({ filter }, now);
    expect(failures.items).toEqual([{ errorCode: '', errorMessage: 'no boxes', workers: 1 }]);

    const running = await client.getProcessDefinitionInstanceStatistics({}, now);
    expect(running.items).toMatchObject([{ hasMultipleVersions: false, activeInstancesWithIncidentCount: 1 }]);
    const { processDefinitionId } = running.items[0]!;
    const versions = await client.getProcessDefinitionInstanceVersionStatistics(
      { filter: { processDefinitionId } },
      now,
    );
    expect(versions.items).toMatchObject([{ processDefinitionVersion: 1, activeInstancesWithoutIncidentCount: 1 }]);
  });

  it('should keep variables of the cluster and of the tenant', async () => {
    const tenantId = TenantId.assumeExists('<default>');
    await client.createGlobalClusterVariable({ name: 'API', value: { url: 'https://a' } });
    await client.createTenantClusterVariable({ tenantId, name: 'API', value: { url: 'https://b' } });
    expect(await client.getGlobalClusterVariable({ name: 'API' }, now)).toEqual({
      name: 'API',
      scope: 'GLOBAL',
      tenantId: null,
      value: '{"url":"https://a"}',
    });
    const changed = await client.updateTenantClusterVariable({ tenantId, name: 'API', value: { url: 'https://c' } });
    expect(await client.getTenantClusterVariable({ tenantId, name: 'API' }, now)).toEqual(changed);
    const found = await client.searchClusterVariables({ filter: { name: 'API' }, sort: [{ field: 'scope' }] }, now);
    expect(found.items.map(({ scope }) => scope)).toEqual(['GLOBAL', 'TENANT']);
    expect(await client.evaluateExpression({ expression: '=camunda.vars.env.API.url' })).toMatchObject({
      result: 'https://c',
    });
    await client.updateGlobalClusterVariable({ name: 'API', value: { url: 'https://d' } });
    await client.deleteTenantClusterVariable({ tenantId, name: 'API' });
    await client.deleteGlobalClusterVariable({ name: 'API' });
    expect((await client.searchClusterVariables({}, now)).items).toEqual([]);
  });

  it('should keep documents', async () => {
    const file = new File(['hello'], 'hello.txt', { type: 'text/plain' });
    const stored = await uploader.createDocument({ file, metadata: { customProperties: { supplier: 'acme' } } });
    expect(stored.metadata).toMatchObject({ fileName: 'hello.txt', size: 5, customProperties: { supplier: 'acme' } });
    const { documentId, contentHash } = stored;
    const hash = contentHash ?? '';
    const content: unknown = await client.getDocument({ documentId, contentHash: hash });
    expect(content instanceof Blob ? await content.text() : content).toBe('hello');
    const link = await client.createDocumentLink({ documentId, contentHash: hash, timeToLive: 60_000 });
    expect(await (await fetch(link.url)).text()).toBe('hello');
    const several = await uploader.createDocuments({
      files: [file, new File(['2'], 'two.txt')],
      metadataList: [{ fileName: 'one.txt' }, {}],
    });
    expect(several.failedDocuments).toEqual([]);
    expect(several.createdDocuments.map(({ metadata }) => metadata.fileName)).toEqual(['one.txt', 'two.txt']);
    await client.deleteDocument({ documentId });
    await expect(client.deleteDocument({ documentId })).rejects.toThrow(/NOT_FOUND/);
  });
});
