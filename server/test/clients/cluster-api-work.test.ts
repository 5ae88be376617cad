import createCamundaClient, {
  DecisionDefinitionId,
  ElementId,
  ProcessDefinitionId,
} from '@camunda8/orchestration-cluster-api';
import type { CamundaClient } from '@camunda8/orchestration-cluster-api';
import { decision, decisionFile, literal } from '@baton/fixtures/build-decisions';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { Attempts, backOffMs, lockMs, modes, parcel, pickup } from './parcel.ts';

let server: TestServer;
let client: CamundaClient;
const now = { consistency: { waitUpToMs: 0 } };
beforeAll(async () => {
  server = await startTestServer('sqlite', { isClockControlled: true });
  client = createCamundaClient({
    config: {
      CAMUNDA_REST_ADDRESS: server.address,
      CAMUNDA_SDK_VALIDATION: 'req:strict,res:fanatical',
      CAMUNDA_SDK_LOG_LEVEL: 'silent',
      CAMUNDA_SDK_HTTP_RETRY_MAX_ATTEMPTS: 1,
    },
  });
  const price = decisionFile('prices', [decision('price', literal('weight * 2'))]);
  await client.createDeployment({
    resources: [new File([parcel], 'parcel.bpmn'), new File([pickup], 'pickup.bpmn'), new File([price], 'price.dmn')],
  });
});
afterAll(async () => {
  client.stopAllWorkers();
  await server.close();
});

const begin = async (id: string, variables: Record<string, unknown>) =>
  (await client.createProcessInstance({ processDefinitionId: ProcessDefinitionId.assumeExists(id), variables }))
    .processInstanceKey;
const stateOf = async (processInstanceKey: Awaited<ReturnType<typeof begin>>) =>
  (await client.getProcessInstance({ processInstanceKey }, now)).state;

describe('the newest cluster client at work, unmodified, with fanatical validation', () => {
  it('should have a worker that fails, throws, reports errors, forgets and takes long', async () => {
    const attempts = new Attempts();
    client.createJobWorker({
      jobType: 'wrap',
      workerName: 'wrapper',
      jobTimeoutMs: lockMs,
      maxParallelJobs: 10,
      jobHandler: async (job) => {
        const { mode } = job.variables as { mode: string };
        const before = attempts.note(mode, job.retries);
        if (mode === 'sold out') return job.error({ errorCode: 'sold-out', errorMessage: 'none left' });
        if (mode === 'takes long') {
          await job.modifyJobTimeout({ newTimeoutMs: 60_000 });
          await pause(2 * lockMs);
        }
        if (before === 0 && mode === 'fails once')
          return job.fail({ errorMessage: 'no tape', retries: job.retries - 1, retryBackOff: backOffMs });
        if (before === 0 && mode === 'throws once') throw new Error('dropped it');
        if (before === 0 && mode === 'forgets once') return job.ignore();
        return job.complete({ wrapped: true });
      },
    });
    const keys = await Promise.all(modes.map((mode) => begin('parcel', { mode })));
    const ended = async () => (await Promise.all(keys.map(stateOf))).filter((state) => state === 'COMPLETED').length;
    await expect.poll(ended, { timeout: 15_000 }).toBe(modes.length);

    expect(attempts.of('fails once').map(({ retries }) => retries)).toEqual([3, 2]);
    expect(attempts.pauseMs('fails once')).toBeGreaterThan(0.7 * backOffMs);
    expect(attempts.of('throws once').map(({ retries }) => retries)).toEqual([3, 2]);
    expect(attempts.of('sold out')).toHaveLength(1);
    // A job whose lock ran out is handed out again, and nothing is taken from its attempts.
    expect(attempts.of('forgets once').map(({ retries }) => retries)).toEqual([3, 3]);
    expect(attempts.pauseMs('forgets once')).toBeGreaterThan(0.7 * lockMs);
    expect(attempts.of('takes long')).toHaveLength(1);
    const refused = await client.searchElementInstances(
      { filter: { elementId: ElementId.assumeExists('refused') } },
      now,
    );
    expect(refused.items.map((each) => each.processInstanceKey)).toEqual([keys[modes.indexOf('sold out')]]);
  });

  it('should reach who waits by messages and signals', async () => {
    const processInstanceKey = await begin('pickup', { ticket: 't-1' });
    await client.publishMessage({ name: 'call', correlationKey: 't-1', timeToLive: 0, variables: { desk: 4 } });
    await client.broadcastSignal({ signalName: 'doors-open', variables: { door: 'north' } });
    const tasks = await client.searchUserTasks({ filter: { processInstanceKey } }, now);
    expect(tasks.items).toMatchObject([{ elementId: 'hand-over', state: 'CREATED' }]);
    const variables = await client.searchVariables({ filter: { processInstanceKey } }, now);
    expect(variables.items.map(({ name }) => name).sort()).toEqual(['desk', 'door', 'ticket']);
  });

  it('should evaluate decisions, and see what was decided', async () => {
    const decisionDefinitionId = DecisionDefinitionId.assumeExists('price');
    const evaluated = await client.evaluateDecision({ decisionDefinitionId, variables: { weight: 21 } });
    expect(evaluated).toMatchObject({ output: '42', failureMessage: null });
    const found = await client.searchDecisionInstances({ filter: { decisionDefinitionId } }, now);
    expect(found.items).toMatchObject([{ state: 'EVALUATED', decisionDefinitionType: 'LITERAL_EXPRESSION' }]);
    const definitions = await client.searchDecisionDefinitions({ filter: { decisionDefinitionId } }, now);
    const { decisionDefinitionKey } = definitions.items[0]!;
    expect(await client.getDecisionDefinitionXml({ decisionDefinitionKey }, now)).toContain('weight * 2');
    const { batchOperationKey } = await client.deleteDecisionInstancesBatchOperation({
      filter: { decisionDefinitionId },
    });
    const look = () => client.getBatchOperation({ batchOperationKey }, now);
    await expect.poll(async () => (await look()).state).toBe('COMPLETED');
    // No process asked for it: its item names none, in a way that the client takes.
    const items = await client.searchBatchOperationItems({ filter: { batchOperationKey } }, now);
    expect(items.items).toMatchObject([{ state: 'COMPLETED', processInstanceKey: '-1' }]);
  });

  it('should delete what has ended, and hold a batch operation', async () => {
    const processInstanceKey = await begin('pickup', { ticket: 't-2' });
    await client.cancelProcessInstance({ processInstanceKey });
    const { batchOperationKey } = await client.deleteProcessInstancesBatchOperation({ filter: { processInstanceKey } });
    await expect.poll(async () => (await client.getBatchOperation({ batchOperationKey }, now)).state).toBe('COMPLETED');
    // It is marked by then, and goes bit by bit.
    const find = () => client.searchProcessInstances({ filter: { processInstanceKey } }, now);
    await expect.poll(async () => (await find()).items).toEqual([]);
    await expect(client.getProcessInstance({ processInstanceKey }, now)).rejects.toThrow(/NOT_FOUND/);
    for (const call of ['suspendBatchOperation', 'resumeBatchOperation', 'cancelBatchOperation'] as const)
      await expect(client[call]({ batchOperationKey }), call).rejects.toThrow(/INVALID_STATE|NOT_FOUND/);
  });

  it('should stop the clock, set it, and let it go', async () => {
    const timestamp = Date.parse('2035-05-05T05:05:05Z');
    await client.pinClock({ timestamp });
    const processInstanceKey = await begin('pickup', { ticket: 't-3' });
    expect((await client.getProcessInstance({ processInstanceKey }, now)).startDate).toBe('2035-05-05T05:05:05.000Z');
    await client.resetClock();
    const later = await begin('pickup', { ticket: 't-4' });
    const { startDate } = await client.getProcessInstance({ processInstanceKey: later }, now);
    expect(Math.abs(Date.parse(startDate) - Date.now())).toBeLessThan(60_000);
  });

  it('should be told of a suspended instance unless it takes the names of 8.9 only', async () => {
    const processInstanceKey = await begin('pickup', { ticket: 't-5' });
    await server.post(`/v2/process-instances/${processInstanceKey}/suspension`);
    await expect(client.getProcessInstance({ processInstanceKey }, now)).rejects.toThrow(/validation|invalid/i);
    const usual = createCamundaClient({ config: { CAMUNDA_REST_ADDRESS: server.address } });
    const found = await usual.getProcessInstance({ processInstanceKey }, now);
    expect(found.state).toBe('SUSPENDED');
  });
});
