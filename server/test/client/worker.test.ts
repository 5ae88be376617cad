import { BatonError, BpmnError, createClient } from '@baton/client';
import type { Client, Handler, Worker, WorkerOptions, WorkerTrouble } from '@baton/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { model } from '../fixture.ts';
import { buildServer, startServerProcess } from '../kill/server-process.ts';
import { createTestStore } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { pause } from '../test-worker.ts';

const processId = 'worked-on';
const worked = model(
  processId,
  `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="work"/>
   <bpmn:serviceTask id="work"><bpmn:extensionElements><zeebe:taskDefinition type="=kind"/></bpmn:extensionElements></bpmn:serviceTask>
   <bpmn:sequenceFlow id="f2" sourceRef="work" targetRef="e"/><bpmn:endEvent id="e"/>
   <bpmn:boundaryEvent id="declined" attachedToRef="work"><bpmn:errorEventDefinition errorRef="err"/></bpmn:boundaryEvent>
   <bpmn:sequenceFlow id="f3" sourceRef="declined" targetRef="e2"/><bpmn:endEvent id="e2"/>`,
  '<bpmn:error id="err" errorCode="DECLINED"/>',
);

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await startTestServer();
  await server.deploy(worked);
  client = createClient({ address: server.address });
});
afterAll(() => server.close());

const workers: Worker[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop(0);
});
const work = <V extends object>(
  type: string,
  handler: Handler<V>,
  options: Partial<WorkerOptions<V>> = {},
): { readonly worker: Worker; readonly trouble: WorkerTrouble[] } => {
  const trouble: WorkerTrouble[] = [];
  const worker = client.createWorker<V>({ type, handler, onTrouble: (each) => trouble.push(each), ...options });
  workers.push(worker);
  return { worker, trouble };
};

const start = async (kind: string, variables: object = {}): Promise<string> => {
  const given = { processDefinitionId: processId, variables: { kind, ...variables } };
  return (await client.processInstances.createProcessInstance(given)).processInstanceKey;
};
const jobOf = async (processInstanceKey: string) =>
  (await client.jobs.searchJobs({ filter: { processInstanceKey } })).items[0];
const stateOf = async (processInstanceKey: string): Promise<string> =>
  (await client.processInstances.getProcessInstance({ processInstanceKey })).state;
const variableOf = async (processInstanceKey: string, name: string): Promise<unknown> =>
  (await client.variables.searchVariables({ filter: { processInstanceKey, name } })).items[0]?.value;

describe('a worker of the client library', () => {
  it('should complete jobs with what its handler returns, as many at a time as it may', async () => {
    let most = 0;
    let active = 0;
    const keys = await Promise.all(Array.from({ length: 9 }, (_, n) => start('double', { n })));
    const { trouble } = work<{ n: number }>(
      'double',
      async ({ variables: { n } }) => {
        most = Math.max(most, (active += 1));
        await pause(5);
        active -= 1;
        return { doubled: n * 2 };
      },
      { maxActive: 3 },
    );
    for (const [n, key] of keys.entries())
      await expect.poll(() => variableOf(key, 'doubled'), { interval: 10 }).toBe(String(n * 2));
    expect(most).toBe(3);
    expect(trouble).toEqual([]);
  });

  it('should fail a job whose handler throws, with a pause and a retry less', async () => {
    const key = await start('throws');
    let count = 0;
    const { trouble } = work('throws', () => {
      count += 1;
      throw new Error('no ledger');
    });
    await expect.poll(() => trouble.length, { interval: 5 }).toBe(1);
    await expect.poll(() => jobOf(key), { interval: 5 }).toMatchObject({ retries: 2, errorMessage: 'no ledger' });
    expect(count).toBe(1);
  });

  it('should throw a BPMN error that the process catches', async () => {
    const key = await start('declines');
    work('declines', () => {
      throw new BpmnError('DECLINED', 'card', { reason: 'limit' });
    });
    await expect.poll(() => stateOf(key), { interval: 5 }).toBe('COMPLETED');
    expect(await variableOf(key, 'reason')).toBe('"limit"');
    expect(await jobOf(key)).toMatchObject({ state: 'ERROR_THROWN', errorCode: 'DECLINED' });
  });

  it('should tell what its handler says by itself, once', async () => {
    const key = await start('says');
    work('says', async (job) => {
      await job.fail({ message: 'not today', retries: 0 });
      return { ignored: true };
    });
    await expect.poll(() => jobOf(key), { interval: 5 }).toMatchObject({ retries: 0, hasFailedWithRetriesLeft: false });
    expect(await variableOf(key, 'ignored')).toBeUndefined();
  });

  it('should extend the lock of a job that takes longer, and abort when the job goes away', async () => {
    const key = await start('slow');
    let runs = 0;
    let release = (): void => undefined;
    let isAborted = false;
    work(
      'slow',
      async ({ signal }) => {
        runs += 1;
        signal.addEventListener('abort', () => (isAborted = true));
        await new Promise<void>((resolve) => (release = resolve));
      },
      { timeoutMs: 200 },
    );
    await expect.poll(() => runs, { interval: 5 }).toBe(1);
    await pause(700);
    expect(runs).toBe(1);
    await client.processInstances.cancelProcessInstance({ processInstanceKey: key });
    await expect.poll(() => isAborted, { interval: 10 }).toBe(true);
    release();
  });

  it('should finish what it has begun when it is stopped, and fetch nothing more', async () => {
    const key = await start('drained');
    let begun = false;
    const { worker } = work('drained', async () => {
      begun = true;
      await pause(50);
    });
    await expect.poll(() => begun, { interval: 2 }).toBe(true);
    expect(worker.active).toBe(1);
    await worker.stop();
    expect(worker.active).toBe(0);
    expect(await stateOf(key)).toBe('COMPLETED');
    const later = await start('drained');
    await pause(50);
    expect((await jobOf(later))?.worker ?? '').toBe('');
  });

  it('should go on when its server was killed and came back, and do every job', async () => {
    await buildServer();
    const store = await createTestStore('sqlite');
    let running = await startServerProcess(store);
    const { address } = running;
    const own = createClient({ address });
    const trouble: WorkerTrouble[] = [];
    const done = new Set<string>();
    const files = [{ name: worked.name, content: worked.content }];
    await own.deployments.createDeployment({ resources: files });
    const instances = Array.from({ length: 40 }, () => ({ variables: { kind: 'k' } }));
    await own.processInstances.createProcessInstances({ processDefinitionId: processId, instances });
    const worker = own.createWorker({
      type: 'k',
      timeoutMs: 5_000,
      maxActive: 4,
      onTrouble: (each) => trouble.push(each),
      handler: async ({ jobKey }) => {
        await pause(20);
        done.add(jobKey);
      },
    });
    await expect.poll(() => done.size, { interval: 5 }).toBeGreaterThan(8);
    await running.end('SIGKILL');
    running = await startServerProcess(store, { env: { PORT: new URL(address).port } });
    const completed = async (): Promise<number> =>
      (await own.jobs.searchJobs({ filter: { type: 'k', state: 'COMPLETED' } })).page.totalItems;
    await expect.poll(completed, { timeout: 20_000, interval: 50 }).toBe(40);
    expect(done.size).toBe(40);
    // While it was away it could be asked for nothing, and no lock be made longer; nothing else may have gone wrong.
    const isAway = ({ error }: WorkerTrouble): boolean => error instanceof BatonError && error.code === 'UNREACHABLE';
    expect(trouble.filter((each) => each.type !== 'poll' && !isAway(each))).toEqual([]);
    await worker.stop();
    await running.end('SIGTERM');
    await store.drop();
  });
});
