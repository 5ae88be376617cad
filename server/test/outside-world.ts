import type { Key, Variables } from '@baton/engine';
import { ownedTask } from '../src/runtime/instance-commands.ts';
import { publishMessage } from '../src/runtime/messages.ts';
import { broadcastSignal } from '../src/runtime/signals.ts';
import { beginAnew, migrateToItself, resumeInstance, suspendInstance } from '../sim/deeds.ts';
import { defaultTenant } from '../src/default-tenant.ts';
import { completeJob, completeUserTask } from './complete.ts';
import type { TestRuntime } from './test-runtime.ts';

/** Whatever any fixture asks for. */
export const anyVariables: Variables = {
  a: 1,
  b: 2,
  n: 1,
  x: 3,
  amount: 50,
  way: 'a',
  id: 'id-1',
  orderId: 'id-1',
  kind: 'a',
  decision: 'rate-order',
  tries: 3,
  tax: 4,
  order: { total: 10 },
  owner: 'eva',
  groups: ['g'],
  due: '2031-01-01T00:00:00Z',
  outer: 5,
  pause: 'PT1H',
  headline: 'h',
  wantA: true,
  wantB: true,
  fail: true,
  items: [1, 2, 3],
  count: 2,
  again: false,
  wanted: ['a', 'c'],
  enough: false,
  refused: true,
  stopEarly: true,
  result: 'r',
  reason: 'late',
  temperature: 31,
  limit: 3,
  ['__proto__']: 'a variable',
};
const messageNames = ['begin', 'hello', 'answer', 'letter', 'paid', 'news', 'bye', 'stop', 'note', 'order', 'payment'];
const signalNames = ['begin', 'stop', 'go', 'fire', 'alarm'];

const rows = <T>(runtime: TestRuntime, sql: string): Promise<T[]> => runtime.database.rows<T>(sql);
type Open = { key: Key; element_instance_key: Key };

/** Everything that can be done from outside. Commands that are refused change nothing, which is no failure. */
export const actions = {
  completeJobs: async (runtime) => {
    for (const { key } of await rows<Open>(runtime, 'SELECT * FROM jobs WHERE fetchable = 1 ORDER BY key')) {
      const task = completeJob(key, { done: true, tax: 7 });
      await runtime.pipeline.submit(task).catch(() => undefined);
    }
  },
  completeUserTasks: async (runtime) => {
    const open = await rows<Open>(runtime, 'SELECT * FROM user_tasks WHERE end_ms IS NULL ORDER BY key');
    // All at once: they share a transaction.
    await Promise.allSettled(open.map(({ key }) => runtime.pipeline.submit(completeUserTask(key, { n: 2 }, 'eva'))));
  },
  publishMessages: (runtime) =>
    Promise.all(
      messageNames.flatMap((name) =>
        ['id-1', ''].map((correlationKey) =>
          runtime.pipeline.submit({
            name,
            run: (batch) =>
              publishMessage(batch, {
                tenantId: defaultTenant,
                name,
                correlationKey,
                variables: { sum: 1 },
                timeToLiveMs: 60_000,
                messageId: null,
              }),
          }),
        ),
      ),
    ),
  broadcastSignals: (runtime) =>
    Promise.all(
      signalNames.map((name) =>
        runtime.pipeline.submit({
          name,
          run: (batch) => broadcastSignal(batch, defaultTenant, name, { by: name }, null),
        }),
      ),
    ),
  letAnHourPass: (runtime) => runtime.advance(3_600_000),
  failJobs: async (runtime) => {
    for (const { key, element_instance_key: elementInstanceKey } of await rows<Open>(
      runtime,
      `SELECT * FROM jobs WHERE fetchable = 1 ORDER BY key LIMIT 3`,
    )) {
      const task = ownedTask('FAIL', 'jobs', key, null, () => ({
        type: 'fail-job',
        elementInstanceKey,
        jobKey: key,
        retries: 0,
        errorMessage: 'no',
        retryBackOffMs: 0,
        variables: { failed: 1 },
      }));
      await runtime.pipeline.submit(task);
    }
  },
  resolveIncidents: async (runtime) => {
    const open = await rows<Open>(runtime, `SELECT * FROM incidents WHERE state = 'ACTIVE' ORDER BY key`);
    await Promise.allSettled(
      open.map(({ key }) =>
        runtime.pipeline.submit(
          ownedTask('RESOLVE', 'incidents', key, null, (elementInstanceKey) => ({
            type: 'resolve-incident',
            elementInstanceKey,
            incidentKey: key,
          })),
        ),
      ),
    );
  },
  throwErrors: async (runtime) => {
    const open = await rows<Open>(runtime, 'SELECT * FROM jobs WHERE fetchable = 1 ORDER BY key');
    await Promise.allSettled(
      open.map(({ key, element_instance_key: elementInstanceKey }) =>
        runtime.pipeline.submit(
          ownedTask('THROW', 'jobs', key, null, () => ({
            type: 'throw-job-error',
            elementInstanceKey,
            jobKey: key,
            errorCode: 'KNOWN',
            errorMessage: 'e',
            variables: {},
          })),
        ),
      ),
    );
  },
} satisfies Readonly<Record<string, (runtime: TestRuntime) => Promise<unknown>>>;

/** Changes every running instance behind that key by hand so that it goes on as before: it rests, migrates to what it is, and begins anew where it waits. */
export const changeByHand = async (runtime: TestRuntime, after: number): Promise<void> => {
  const running = await rows<{ key: Key }>(
    runtime,
    `SELECT key FROM process_instances WHERE end_ms IS NULL AND key > ${after} ORDER BY key`,
  );
  const tasks = running.flatMap(({ key }) =>
    [suspendInstance, resumeInstance, migrateToItself, beginAnew].map((task) => task(key)),
  );
  // What a rest of a long step, or an element that cannot begin anew, makes impossible is refused.
  await Promise.allSettled(tasks.map((task) => runtime.pipeline.submit(task)));
};
