import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Camunda8 } from '@camunda8/sdk';
import { end, model, serviceTask, start, userTask } from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

type Client = ReturnType<Camunda8['getCamundaRestClient']>;

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await startTestServer();
  const camunda = new Camunda8({
    ZEEBE_REST_ADDRESS: server.address,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
  });
  client = camunda.getCamundaRestClient();
});
afterAll(async () => {
  client.stopWorkers();
  await server.close();
});

const invoice = model(
  'invoice',
  [start('s'), serviceTask('book', { headers: { ledger: 'main' } }), userTask('approve'), end('e')],
  ['s > book', 'book > approve', 'approve > e'],
);

const deploy = () => client.deployResources([{ content: invoice, name: 'invoice.bpmn' }]);
const begin = (amount: number) =>
  client.createProcessInstance({ processDefinitionId: 'invoice', variables: { amount } });

describe('the SDK for Node, unmodified', () => {
  it('should deploy, start and read', async () => {
    const { processes } = await deploy();
    const key = processes[0]!.processDefinitionKey;
    expect(processes[0]).toMatchObject({ processDefinitionId: 'invoice', processDefinitionVersion: 1 });
    expect(await client.getProcessDefinitionXML(key)).toBe(invoice);
    expect((await client.getProcessDefinition(key)).processDefinitionId).toBe('invoice');
    const started = await begin(10);
    expect(started.processDefinitionKey).toBe(key);
    const found = await client.searchProcessInstances({
      filter: { processInstanceKey: started.processInstanceKey },
      sort: [{ field: 'startDate' }],
    });
    expect(found.items).toMatchObject([{ state: 'ACTIVE', processDefinitionId: 'invoice' }]);
    expect((await client.getTopology()).clusterSize).toBe(1);
  });

  it('should work off jobs with its worker', async () => {
    await deploy();
    const amounts: unknown[] = [];
    const worker = client.createJobWorker({
      type: 'book',
      worker: 'accounting',
      timeout: 60_000,
      maxJobsToActivate: 10,
      jobHandler: (job) => {
        amounts.push((job.variables as { amount?: unknown }).amount);
        return job.complete({ booked: true });
      },
    });
    const started = await Promise.all(Array.from({ length: 10 }, (_, index) => begin(100 + index)));
    await expect.poll(() => amounts.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(10);
    void worker.stop();
    const { processInstanceKey } = started[0]!;
    await expect
      .poll(async () => (await client.searchUserTasks({ filter: { processInstanceKey } })).items.length)
      .toBe(1);
    const { items } = await client.searchVariables({ filter: { processInstanceKey } });
    expect(items.map(({ name }) => name).sort()).toEqual(['amount', 'booked']);
  });

  it('should handle user tasks, with the changes where it sends them', async () => {
    await deploy();
    const { processInstanceKey } = await begin(5);
    const jobs = await client.activateJobs({ type: 'book', worker: 'w', timeout: 60_000, maxJobsToActivate: 100 });
    const job = jobs.find((each) => each.processInstanceKey === processInstanceKey)!;
    expect(job.customHeaders).toEqual({ ledger: 'main' });
    await job.complete();
    const { items } = await client.searchUserTasks({
      filter: { processInstanceKey },
      sort: [{ field: 'creationDate' }],
    });
    const userTaskKey = items[0]!.userTaskKey;
    await client.assignUserTask({ userTaskKey, assignee: 'mia' });
    await client.updateUserTask({ userTaskKey, changeset: { candidateGroups: ['accounting'] } });
    expect(await client.getUserTask(userTaskKey)).toMatchObject({ assignee: 'mia', candidateGroups: ['accounting'] });
    await client.unassignUserTask({ userTaskKey });
    await client.completeUserTask({ userTaskKey, variables: { approved: true } });
    const found = await client.searchProcessInstances({ filter: { processInstanceKey } });
    expect(found.items[0]).toMatchObject({ state: 'COMPLETED' });
  });

  it('should see incidents and resolve them', async () => {
    await deploy();
    const { processInstanceKey } = await begin(5);
    const jobs = await client.activateJobs({ type: 'book', worker: 'w', timeout: 60_000, maxJobsToActivate: 100 });
    const { jobKey } = jobs.find((each) => each.processInstanceKey === processInstanceKey)!;
    await client.failJob({ jobKey, retries: 0, errorMessage: 'closed', retryBackOff: 0 });
    const { items } = await client.searchIncidents({ filter: { processInstanceKey } });
    expect(items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', errorMessage: 'closed' }]);
    await client.updateJob({ jobKey, retries: 2 });
    await client.resolveIncident(items[0]!.incidentKey);
    expect((await client.searchIncidents({ filter: { processInstanceKey, state: 'ACTIVE' } })).items).toEqual([]);
    await client.cancelProcessInstance({ processInstanceKey });
    await expect(client.cancelProcessInstance({ processInstanceKey })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('should publish, correlate and broadcast', async () => {
    const message = { name: 'nobody', correlationKey: 'x', variables: {}, timeToLive: 1_000, messageId: 'sdk-1' };
    expect((await client.publishMessage(message)).messageKey).toMatch(/^\d+$/);
    await expect(client.publishMessage(message)).rejects.toMatchObject({ statusCode: 409 });
    await expect(
      client.correlateMessage({ name: 'nobody-at-all', correlationKey: 'x', variables: {} }),
    ).rejects.toMatchObject({ statusCode: 404 });
    expect((await client.broadcastSignal({ signalName: 'nobody', variables: {} })).signalKey).toMatch(/^\d+$/);
  });

  it('should keep documents', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-sdk-'));
    const path = join(folder, 'hello.txt');
    await writeFile(path, 'hello');
    const metadata = { fileName: 'greeting.txt', contentType: 'text/plain' };
    const { documentId, contentHash, storeId } = await client.uploadDocument({
      file: createReadStream(path),
      metadata,
    });
    expect((await client.downloadDocument({ documentId, contentHash, storeId })).toString()).toBe('hello');
    const several = await client.uploadDocuments({ files: [createReadStream(path), createReadStream(path)] });
    expect(several.createdDocuments).toHaveLength(2);
    const link = await client.createDocumentLink({ documentId, contentHash, storeId, timeToLive: 60_000 });
    const { url } = link as { url: string };
    expect(await (await fetch(url)).text()).toBe('hello');
    await client.deleteDocument({ documentId });
    await expect(client.deleteDocument({ documentId })).rejects.toMatchObject({ statusCode: 404 });
    await rm(folder, { recursive: true });
  });
});
