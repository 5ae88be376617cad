import createCamundaClient, { ElementId, ProcessDefinitionId, Tag } from '@camunda8/orchestration-cluster-api';
import type { CamundaClient } from '@camunda8/orchestration-cluster-api';
import { boundary, catching, end, model, serviceTask, start, userTask } from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

/** Every answer is checked against the client's own types, and fields that it does not know are refused. */
const connect = (address: string): CamundaClient =>
  createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: address,
      CAMUNDA_SDK_VALIDATION: 'req:strict,res:fanatical',
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
      // A refusal is to be seen, not tried again.
      CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: 1,
    },
  });

/** Baton is never behind: what was written is found at once. */
const now = { consistency: { waitUpToMs: 0 } };

let server: TestServer;
let client: CamundaClient;
beforeAll(async () => {
  server = await startTestServer();
  client = connect(server.address);
});
afterAll(async () => {
  client.stopAllWorkers();
  await server.close();
});

const order = model(
  'order',
  [
    start('s'),
    serviceTask('pack'),
    boundary('sold-out', 'pack', { error: 'sold-out' }),
    userTask('check'),
    catching('paid', { message: 'payment', key: '=orderId' }),
    end('e'),
    end('refused'),
  ],
  ['s > pack', 'pack > check', 'check > paid', 'paid > e', 'sold-out > refused'],
);

const deployOrder = async () => {
  const { processes } = await client.createDeployment({ resources: [new File([order], 'order.bpmn')] });
  return processes[0]!;
};
const startOrder = (orderId: string) =>
  client.createProcessInstance({
    processDefinitionId: ProcessDefinitionId.assumeExists('order'),
    variables: { orderId },
    tags: [Tag.fromString('region:eu')],
  });
const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'it succeeded',
    (error: unknown) => (error as Error).message,
  );

describe('the newest cluster client, unmodified, with fanatical validation', () => {
  it('should deploy, and read what was deployed', async () => {
    const deployed = await deployOrder();
    const { processDefinitionKey } = deployed;
    expect(deployed).toMatchObject({ processDefinitionId: 'order', processDefinitionVersion: 1 });
    expect((await deployOrder()).processDefinitionKey).toBe(processDefinitionKey);
    const definition = await client.getProcessDefinition({ processDefinitionKey }, now);
    expect(definition).toMatchObject({ name: 'order', version: 1, state: 'ACTIVE' });
    expect(await client.getProcessDefinitionXml({ processDefinitionKey }, now)).toBe(order);
    const found = await client.searchProcessDefinitions({ filter: { processDefinitionId: 'order' } }, now);
    expect(found.items.map((each) => each.processDefinitionKey)).toEqual([processDefinitionKey]);
    expect(await client.getProcessDefinitionStatistics({ processDefinitionKey }, now)).toEqual({ items: [] });
  });

  it('should carry an order from its start to its end', async () => {
    const { processDefinitionKey } = await deployOrder();
    const { processInstanceKey } = await startOrder('o-1');
    expect((await client.getProcessInstance({ processInstanceKey }, now)).state).toBe('ACTIVE');

    const { jobs } = await client.activateJobs({ type: 'pack', worker: 'w', timeout: 60_000, maxJobsToActivate: 10 });
    const job = jobs.find((each) => each.processInstanceKey === processInstanceKey)!;
    expect(job).toMatchObject({ retries: 3, variables: { orderId: 'o-1' }, tags: ['region:eu'] });
    await client.updateJob({ jobKey: job.jobKey, changeset: { retries: 5, timeout: 120_000 } });
    await client.completeJob({ jobKey: job.jobKey, variables: { parcels: 2 } });
    expect(await refusal(client.completeJob({ jobKey: job.jobKey }))).toMatch(/NOT_FOUND/);
    const ofJob = await client.searchJobs({ filter: { jobKey: job.jobKey } }, now);
    expect(ofJob.items[0]).toMatchObject({ state: 'COMPLETED', type: 'pack' });

    const tasks = await client.searchUserTasks({ filter: { processInstanceKey, state: 'CREATED' } }, now);
    const { userTaskKey } = tasks.items[0]!;
    await client.assignUserTask({ userTaskKey, assignee: 'mia' });
    expect(await refusal(client.assignUserTask({ userTaskKey, assignee: 'tom', allowOverride: false }))).toMatch(
      /INVALID_STATE/,
    );
    await client.updateUserTask({ userTaskKey, changeset: { priority: 80, dueDate: '2030-01-31T10:00:00Z' } });
    expect(await client.getUserTask({ userTaskKey }, now)).toMatchObject({ assignee: 'mia', priority: 80 });
    const seen = await client.searchUserTaskEffectiveVariables({ userTaskKey }, now);
    expect(seen.items.map(({ name }) => name).sort()).toEqual(['orderId', 'parcels']);
    await client.unassignUserTask({ userTaskKey });
    await client.completeUserTask({ userTaskKey, variables: { checked: true } });

    const correlated = await client.correlateMessage({ name: 'payment', correlationKey: 'o-1' });
    expect(correlated.processInstanceKey).toBe(processInstanceKey);
    const ended = await client.getProcessInstance({ processInstanceKey }, now);
    expect(ended).toMatchObject({ state: 'COMPLETED', hasIncident: false, tags: ['region:eu'] });
    const variables = await client.searchVariables({ filter: { processInstanceKey } }, now);
    expect(variables.items.map(({ name, value }) => [name, value]).sort()).toEqual([
      ['checked', 'true'],
      ['orderId', '"o-1"'],
      ['parcels', '2'],
    ]);
    const elements = await client.searchElementInstances({ filter: { processInstanceKey, type: 'USER_TASK' } }, now);
    expect(elements.items).toMatchObject([{ elementId: 'check', state: 'COMPLETED' }]);
    const flows = await client.getProcessInstanceSequenceFlows({ processInstanceKey }, now);
    expect(flows.items.map(({ elementId }) => elementId).sort()).toEqual([
      'check-paid',
      'pack-check',
      'paid-e',
      's-pack',
    ]);
    const counts = await client.getProcessInstanceStatistics({ processInstanceKey }, now);
    expect(counts.items).toContainEqual({ elementId: 'e', active: 0, canceled: 0, incidents: 0, completed: 1 });
    const found = await client.searchProcessInstances({ filter: { processDefinitionKey, state: 'COMPLETED' } }, now);
    expect(found.items.map((each) => each.processInstanceKey)).toEqual([processInstanceKey]);
  });

  it('should show an incident, and go on when it is resolved', async () => {
    await deployOrder();
    const { processInstanceKey } = await startOrder('o-2');
    const fetch = () => client.activateJobs({ type: 'pack', worker: 'w', timeout: 60_000, maxJobsToActivate: 1 });
    const { jobKey } = (await fetch()).jobs[0]!;
    await client.failJob({ jobKey, retries: 0, errorMessage: 'no boxes' });
    const { items } = await client.searchIncidents({ filter: { processInstanceKey } }, now);
    expect(items).toMatchObject([{ errorType: 'JOB_NO_RETRIES', errorMessage: 'no boxes', state: 'ACTIVE', jobKey }]);
    const { incidentKey } = items[0]!;
    expect(await client.getIncident({ incidentKey }, now)).toEqual(items[0]);
    const ofInstance = await client.searchProcessInstanceIncidents({ processInstanceKey }, now);
    expect(ofInstance.items).toEqual(items);
    expect(await refusal(client.resolveIncident({ incidentKey }))).toMatch(/INVALID_STATE/);
    await client.updateJob({ jobKey, changeset: { retries: 1 } });
    await client.resolveIncident({ incidentKey });
    const again = (await fetch()).jobs[0]!;
    await client.throwJobError({ jobKey: again.jobKey, errorCode: 'sold-out', variables: { reason: 'none left' } });
    expect((await client.getProcessInstance({ processInstanceKey }, now)).state).toBe('COMPLETED');
  });

  it('should modify a running instance', async () => {
    await deployOrder();
    const { processInstanceKey } = await startOrder('o-m');
    await client.modifyProcessInstance({
      processInstanceKey,
      activateInstructions: [
        { elementId: ElementId.assumeExists('check'), variableInstructions: [{ variables: { by: 'hand' } }] },
      ],
      moveInstructions: [
        {
          sourceElementInstruction: { sourceType: 'byId', sourceElementId: ElementId.assumeExists('pack') },
          targetElementId: ElementId.assumeExists('paid'),
          ancestorScopeInstruction: { ancestorScopeType: 'sourceParent' },
        },
      ],
    });
    const filter = { processInstanceKey, state: 'ACTIVE' } as const;
    const at = async () =>
      (await client.searchElementInstances({ filter }, now)).items
        .filter(({ type }) => type !== 'PROCESS')
        .map(({ elementId }) => String(elementId));
    expect((await at()).sort()).toEqual(['check', 'paid']);
    await client.modifyProcessInstance({
      processInstanceKey,
      terminateInstructions: [{ elementId: ElementId.assumeExists('check') }],
    });
    expect(await at()).toEqual(['paid']);
    expect(
      await refusal(
        client.modifyProcessInstance({
          processInstanceKey,
          activateInstructions: [{ elementId: ElementId.assumeExists('sold-out') }],
        }),
      ),
    ).toMatch(/INVALID_ARGUMENT.*boundary event/);
    const begun = await client.modifyProcessInstancesBatchOperation({
      filter: { processInstanceKey },
      moveInstructions: [
        { sourceElementId: ElementId.assumeExists('paid'), targetElementId: ElementId.assumeExists('e') },
      ],
    });
    expect(begun.batchOperationType).toBe('MODIFY_PROCESS_INSTANCE');
    await expect
      .poll(async () => (await client.getProcessInstance({ processInstanceKey }, now)).state)
      .toBe('COMPLETED');
  });

  it('should start in the middle, and end after an element', async () => {
    await deployOrder();
    const { processInstanceKey } = await client.createProcessInstance({
      processDefinitionId: ProcessDefinitionId.assumeExists('order'),
      variables: { orderId: 'o-s' },
      startInstructions: [{ elementId: ElementId.assumeExists('check') }],
      runtimeInstructions: [{ type: 'TERMINATE_PROCESS_INSTANCE', afterElementId: ElementId.assumeExists('check') }],
    });
    const { items } = await client.searchUserTasks({ filter: { processInstanceKey } }, now);
    await client.completeUserTask({ userTaskKey: items[0]!.userTaskKey });
    expect((await client.getProcessInstance({ processInstanceKey }, now)).state).toBe('TERMINATED');
  });

  it('should migrate a running instance', async () => {
    await deployOrder();
    const other = order.replaceAll('"order"', '"order-two"').replaceAll('"check"', '"look"');
    const { processes } = await client.createDeployment({ resources: [new File([other], 'order-two.bpmn')] });
    const { processDefinitionKey } = processes[0]!;
    const { processInstanceKey } = await startOrder('o-g');
    const map = (from: string, to: string) => ({
      sourceElementId: ElementId.assumeExists(from),
      targetElementId: ElementId.assumeExists(to),
    });
    const to = (...mappingInstructions: ReturnType<typeof map>[]) =>
      client.migrateProcessInstance({
        processInstanceKey,
        targetProcessDefinitionKey: processDefinitionKey,
        mappingInstructions,
      });
    expect(await refusal(to(map('pack', 'look')))).toMatch(/INVALID_STATE.*'pack' is a SERVICE_TASK/);
    await to(map('pack', 'pack'));
    const found = await client.getProcessInstance({ processInstanceKey }, now);
    expect(found).toMatchObject({ processDefinitionKey, processDefinitionId: 'order-two', state: 'ACTIVE' });
    const begun = await client.migrateProcessInstancesBatchOperation({
      filter: { processInstanceKey },
      migrationPlan: { targetProcessDefinitionKey: processDefinitionKey, mappingInstructions: [map('pack', 'pack')] },
    });
    expect(begun.batchOperationType).toBe('MIGRATE_PROCESS_INSTANCE');
    const { batchOperationKey } = begun;
    await expect.poll(async () => (await client.getBatchOperation({ batchOperationKey }, now)).state).toBe('COMPLETED');
    await client.cancelProcessInstance({ processInstanceKey });
  });

  it('should serve its worker, which polls without a time of its own', async () => {
    await deployOrder();
    const ended: string[] = [];
    const worker = client.createJobWorker({
      jobType: 'pack',
      workerName: 'packer',
      jobTimeoutMs: 60_000,
      maxParallelJobs: 10,
      jobHandler: async (job) => {
        const receipt = await job.complete({ packedBy: 'packer' });
        ended.push(job.processInstanceKey);
        return receipt;
      },
    });
    const started = await Promise.all(Array.from({ length: 20 }, (_, index) => startOrder(`w-${index}`)));
    await expect.poll(() => ended.length, { timeout: 10_000 }).toBe(20);
    expect(ended.sort()).toEqual(started.map(({ processInstanceKey }) => processInstanceKey).sort());
    worker.stop();
    // The handlers have been called; the answers to their completions may still be on their way.
    const open = () =>
      client.searchUserTasks({ filter: { state: 'CREATED', elementId: ElementId.assumeExists('check') } }, now);
    await expect.poll(async () => (await open()).page.totalItems, { timeout: 10_000 }).toBe(20);
  });

  it('should publish, broadcast, evaluate and cancel', async () => {
    await deployOrder();
    const published = await client.publishMessage({
      name: 'payment',
      correlationKey: 'nobody',
      timeToLive: 60_000,
      messageId: 'm-1',
      variables: {},
    });
    expect(published.messageKey).toMatch(/^\d+$/);
    const twice = { name: 'payment', correlationKey: 'nobody', timeToLive: 60_000, messageId: 'm-1' };
    expect(await refusal(client.publishMessage(twice))).toMatch(/ALREADY_EXISTS/);
    expect(await refusal(client.correlateMessage({ name: 'payment', correlationKey: 'never' }))).toMatch(/NOT_FOUND/);
    expect((await client.broadcastSignal({ signalName: 'nobody-waits' })).signalKey).toMatch(/^\d+$/);
    expect(await client.evaluateExpression({ expression: '=1 + 1' })).toMatchObject({ result: 2 });
    const { processInstanceKey } = await startOrder('o-3');
    await client.cancelProcessInstance({ processInstanceKey });
    expect((await client.getProcessInstance({ processInstanceKey }, now)).state).toBe('TERMINATED');
    expect(await refusal(client.cancelProcessInstance({ processInstanceKey }))).toMatch(/NOT_FOUND/);
    expect(
      await refusal(client.createProcessInstance({ processDefinitionId: ProcessDefinitionId.assumeExists('unknown') })),
    ).toMatch(/NOT_FOUND/);
    expect((await client.getTopology()).clusterSize).toBe(1);
    await client.getStatus();
    expect(await client.getLicense()).toMatchObject({ validLicense: true, isCommercial: false });
    const used = { startTime: '2020-01-01T00:00:00Z', endTime: '2100-01-01T00:00:00Z', withTenants: true };
    const usage = await client.getUsageMetrics(used, now);
    expect(usage.processInstances).toBeGreaterThan(20);
    expect(usage.tenants['<default>']).toMatchObject({ processInstances: usage.processInstances });
  });

  it('should cancel what a filter finds, and show how far that is', async () => {
    const { processDefinitionKey } = await deployOrder();
    const begun = await Promise.all(['b-1', 'b-2', 'b-3'].map(startOrder));
    const keys = begun.map(({ processInstanceKey }) => processInstanceKey);
    const { batchOperationKey } = await client.cancelProcessInstancesBatchOperation({
      filter: { processInstanceKey: { $in: keys }, processDefinitionKey },
    });
    const look = () => client.getBatchOperation({ batchOperationKey }, now);
    await expect.poll(async () => (await look()).state, { timeout: 10_000 }).toBe('COMPLETED');
    expect(await look()).toMatchObject({ operationsTotalCount: 3, operationsCompletedCount: 3 });
    const items = await client.searchBatchOperationItems({ filter: { batchOperationKey } }, now);
    expect(items.items.map((item) => item.processInstanceKey).sort()).toEqual([...keys].sort());
    const operations = await client.searchBatchOperations({ filter: { state: 'COMPLETED' } }, now);
    expect(operations.items.map((each) => each.batchOperationKey)).toContain(batchOperationKey);
    for (const processInstanceKey of keys)
      expect((await client.getProcessInstance({ processInstanceKey }, now)).state).toBe('TERMINATED');
  });
});
