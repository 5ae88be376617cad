import { Camunda8 } from '@camunda8/sdk';
import { decision, decisionFile, literal } from '@baton/fixtures/build-decisions';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { Attempts, backOffMs, lockMs, modes, parcel, pickup } from './parcel.ts';

let server: TestServer;
let client: ReturnType<Camunda8['getCamundaRestClient']>;
beforeAll(async () => {
  server = await startTestServer('sqlite', { isClockControlled: true });
  const camunda = new Camunda8({
    ZEEBE_REST_ADDRESS: server.address,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_LOG_LEVEL: 'none',
  });
  client = camunda.getCamundaRestClient();
  await client.deployResources([
    { content: parcel, name: 'parcel.bpmn' },
    { content: pickup, name: 'pickup.bpmn' },
    { content: decisionFile('prices', [decision('price', literal('weight * 2'))]), name: 'price.dmn' },
  ]);
});
afterAll(async () => {
  client.stopWorkers();
  await server.close();
});

const begin = async (processDefinitionId: string, variables: Record<string, string>): Promise<string> =>
  (await client.createProcessInstance({ processDefinitionId, variables })).processInstanceKey;
const find = async (processInstanceKey: string) =>
  (await client.searchProcessInstances({ filter: { processInstanceKey } })).items[0];
const at = async (processInstanceKey: string): Promise<readonly string[]> => {
  const { items } = await client.searchElementInstances({ filter: { processInstanceKey, state: 'ACTIVE' } });
  return items.filter(({ type }) => type !== 'PROCESS').map(({ elementId }) => elementId);
};

describe('the SDK for Node at work, unmodified', () => {
  it('should have a worker that fails, throws, reports errors, forgets and takes long', async () => {
    const attempts = new Attempts();
    const worker = client.createJobWorker({
      type: 'wrap',
      worker: 'wrapper',
      timeout: lockMs,
      maxJobsToActivate: 10,
      jobHandler: async (job) => {
        const { mode } = job.variables as unknown as { mode: string };
        const before = attempts.note(mode, job.retries);
        if (mode === 'sold out') return job.error({ errorCode: 'sold-out', errorMessage: 'none left', variables: {} });
        if (mode === 'takes long') {
          await job.modifyJobTimeout({ newTimeoutMs: 60_000 });
          await pause(2 * lockMs);
        }
        if (before === 0 && mode === 'fails once')
          return job.fail({ errorMessage: 'no tape', retries: job.retries - 1, retryBackOff: backOffMs });
        if (before === 0 && mode === 'throws once') throw new Error('dropped it');
        if (before === 0 && mode === 'forgets once') return job.forward();
        return job.complete({ wrapped: true });
      },
    });
    const keys = await Promise.all(modes.map((mode) => begin('parcel', { mode })));
    const ended = async () => (await Promise.all(keys.map(find))).filter((each) => each?.state === 'COMPLETED').length;
    await expect.poll(ended, { timeout: 20_000 }).toBe(modes.length);
    void worker.stop();

    expect(attempts.of('fails once').map(({ retries }) => retries)).toEqual([3, 2]);
    expect(attempts.pauseMs('fails once')).toBeGreaterThan(0.7 * backOffMs);
    expect(attempts.of('throws once').map(({ retries }) => retries)).toEqual([3, 2]);
    expect(attempts.of('sold out')).toHaveLength(1);
    expect(attempts.of('forgets once').map(({ retries }) => retries)).toEqual([3, 3]);
    expect(attempts.pauseMs('forgets once')).toBeGreaterThan(0.7 * lockMs);
    expect(attempts.of('takes long')).toHaveLength(1);
  });

  it('should reach who waits by messages and signals', async () => {
    const key = await begin('pickup', { ticket: 't-1' });
    const message = { name: 'call', correlationKey: 't-1', variables: { desk: 4 } };
    expect((await client.correlateMessage(message)).processInstanceKey).toBe(key);
    await client.broadcastSignal({ signalName: 'doors-open', variables: { door: 'north' } });
    expect(await at(key)).toEqual(['hand-over']);
  });

  it('should evaluate decisions', async () => {
    const evaluated = await client.evaluateDecision({ decisionDefinitionId: 'price', variables: { weight: 21 } });
    expect(evaluated).toMatchObject({ output: '42', decisionDefinitionId: 'price' });
  });

  it('should modify and migrate a running instance', async () => {
    const key = await begin('pickup', { ticket: 't-2' });
    const waiting = await client.searchElementInstances({
      filter: { processInstanceKey: key, state: 'ACTIVE', elementId: 'called' },
    });
    await client.modifyProcessInstance({
      processInstanceKey: key,
      activateInstructions: [
        {
          elementId: 'hand-over',
          variableInstructions: [{ variables: { by: 'hand' }, scopeId: '' }],
        },
      ],
      terminateInstructions: [{ elementInstanceKey: waiting.items[0]!.elementInstanceKey }],
    });
    expect(await at(key)).toEqual(['hand-over']);

    const other = pickup.replaceAll('"pickup"', '"pickup-two"').replaceAll('"hand-over"', '"hand-out"');
    const { processes } = await client.deployResources([{ content: other, name: 'pickup-two.bpmn' }]);
    await client.migrateProcessInstance({
      processInstanceKey: key,
      targetProcessDefinitionKey: processes[0]!.processDefinitionKey,
      mappingInstructions: [{ sourceElementId: 'hand-over', targetElementId: 'hand-out' }],
    });
    expect(await at(key)).toEqual(['hand-out']);
    expect(await find(key)).toMatchObject({ processDefinitionId: 'pickup-two' });
  });

  it('should begin batch operations, for which it has a general call only', async () => {
    const key = await begin('pickup', { ticket: 't-3' });
    const call = <T>(method: 'GET' | 'POST', urlPath: string, body?: Record<string, unknown>) =>
      client.callApiEndpoint<Record<string, unknown>, T>({ method, urlPath, ...(body === undefined ? {} : { body }) });
    const { batchOperationKey } = await call<{ batchOperationKey: string }>('POST', 'process-instances/cancellation', {
      filter: { processInstanceKey: key },
    });
    const look = () => call<{ state: string }>('GET', `batch-operations/${batchOperationKey}`);
    await expect.poll(async () => (await look()).state, { timeout: 10_000 }).toBe('COMPLETED');
    expect(await find(key)).toMatchObject({ state: 'TERMINATED' });
  });

  it('should stop the clock, set it, and let it go', async () => {
    await client.pinInternalClock(Date.parse('2035-05-05T05:05:05Z'));
    const key = await begin('pickup', { ticket: 't-4' });
    expect(await find(key)).toMatchObject({ startDate: '2035-05-05T05:05:05.000Z' });
    await client.resetClock();
    const later = await find(await begin('pickup', { ticket: 't-5' }));
    expect(Math.abs(Date.parse(later!.startDate) - Date.now())).toBeLessThan(60_000);
  });
});
