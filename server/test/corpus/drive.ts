import type { Command, Json, Key, Variables } from '@baton/engine';
import { instanceTask, ownedTask } from '../../src/runtime/instance-commands.ts';
import { publishMessage } from '../../src/runtime/messages.ts';
import { createTestStore, openTestRuntime } from '../test-runtime.ts';
import type { TestRuntime } from '../test-runtime.ts';
import type { UploadedFile } from '../../src/runtime/deployment/prepared-resource.ts';
import { defaultTenant } from '../../src/default-tenant.ts';
import { completeUserTask } from '../complete.ts';

/** Values that whoever works on the models may bring; a list of several is chosen from. */
export type Choices = Readonly<Record<string, readonly Json[]>>;

/** One run of a model to its end: what completed on the way. */
export interface Run {
  readonly status: string;
  /** Ids of the elements that completed, each once, in alphabetical order: the path. */
  readonly path: string;
  readonly steps: number;
  readonly incidents: readonly string[];
}

/** Numbers that look random and repeat for the same seed (a linear congruential generator). */
export const randomOf = (seed: number): ((count: number) => number) => {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  return (count) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * count);
  };
};

const maxSteps = 400;

interface Open {
  readonly key: Key;
  readonly process_instance_key: Key;
  readonly element_instance_key: Key;
}

/**
 * Starts the process and does, one at a time, what can be done: completes a job or task, throws one of the errors that the model knows,
 * publishes what is waited for, lets the next timer come due, corrects variables and resolves an incident. With `isRestarting` the server
 * is restarted between any two steps.
 */
export const drive = async (
  files: readonly UploadedFile[],
  processId: string,
  choices: Choices,
  errorCodes: readonly string[],
  seed: number,
  isRestarting: boolean,
): Promise<Run> => {
  const choose = randomOf(seed);
  const store = await createTestStore('sqlite');
  let runtime = await openTestRuntime(store);
  const incidents: string[] = [];
  try {
    await runtime.deploy(...files);
    const picked = (): Variables =>
      Object.fromEntries(
        Object.entries(choices).map(([name, values]) => [name, values[choose(values.length)] ?? null]),
      );
    const key = await start(runtime, processId, picked());
    let steps = 0;
    for (; steps < maxSteps && (await statusOf(runtime, key)) === 'ACTIVE'; steps += 1) {
      if (isRestarting) {
        await runtime.close();
        runtime = await openTestRuntime(store, runtime.clock);
      }
      await runtime.scheduler.tick();
      const actions = await possible(runtime, picked, errorCodes, choose, incidents);
      // An error that nobody catches comes back for ever: this way through the model has no end.
      if (actions.length === 0 || isStuck(incidents)) break;
      await actions[choose(actions.length)]?.();
    }
    const rows = await runtime.database.rows<{ element_id: string }>(
      `SELECT DISTINCT element_id FROM element_instances WHERE state = 'COMPLETED' ORDER BY element_id`,
    );
    const path = rows.map((row) => row.element_id).join(' ');
    return { status: await statusOf(runtime, key), path, steps, incidents };
  } finally {
    await runtime.close();
    await store.drop();
  }
};

/** The same incident four times running: correcting variables does not help. */
const isStuck = (incidents: readonly string[]): boolean => {
  const last = incidents.slice(-4);
  return last.length === 4 && new Set(last).size === 1 && last[0]?.includes('to catch the error') === true;
};

/** By its none start event, else by the message that starts it. */
const start = async (runtime: TestRuntime, processId: string, variables: Variables): Promise<Key> => {
  const [message] = await runtime.database.rows<{ name: string }>(
    `SELECT name FROM start_subscriptions WHERE kind = 'message' AND process_id = ?`,
    [processId],
  );
  const started = await runtime.start(processId, variables).catch((error: unknown) => {
    if (message === undefined) throw error;
    return null;
  });
  if (started !== null) return started;
  await publish(runtime, message?.name ?? '', 'order-1', variables);
  const [row] = await runtime.database.rows<{ key: Key }>('SELECT key FROM process_instances ORDER BY key');
  if (row === undefined) throw new Error(`Expected message ${message?.name} to start ${processId}.`);
  return row.key;
};

const statusOf = async (runtime: TestRuntime, key: Key): Promise<string> =>
  (await runtime.database.rows<{ status: string }>('SELECT status FROM process_instances WHERE key = ?', [key]))[0]
    ?.status ?? 'NONE';

const publish = (runtime: TestRuntime, name: string, correlationKey: string, variables: Variables): Promise<unknown> =>
  runtime.pipeline.submit({
    name: 'publish',
    run: (batch) =>
      publishMessage(batch, {
        tenantId: defaultTenant,
        name,
        correlationKey,
        variables,
        timeToLiveMs: 0,
        messageId: null,
      }),
  });

const possible = async (
  runtime: TestRuntime,
  picked: () => Variables,
  errorCodes: readonly string[],
  choose: (count: number) => number,
  incidents: string[],
): Promise<(() => Promise<unknown>)[]> => {
  const { database, pipeline } = runtime;
  const actions: (() => Promise<unknown>)[] = [];
  for (const { key: jobKey, element_instance_key: elementInstanceKey } of await database.rows<Open>(
    'SELECT * FROM jobs WHERE fetchable = 1 ORDER BY key',
  )) {
    const complete: Command = { type: 'complete-job', elementInstanceKey, jobKey, variables: picked() };
    // Most of the time a worker has no trouble.
    const errorCode = choose(6) === 0 ? errorCodes[choose(errorCodes.length)] : undefined;
    const command: Command =
      errorCode === undefined
        ? complete
        : { type: 'throw-job-error', elementInstanceKey, jobKey, errorCode, errorMessage: '', variables: {} };
    actions.push(() => pipeline.submit(ownedTask('JOB', 'jobs', jobKey, null, () => command)));
  }
  for (const { key: userTaskKey } of await database.rows<Open>(
    'SELECT * FROM user_tasks WHERE end_ms IS NULL ORDER BY key',
  )) {
    const variables = picked();
    actions.push(() => pipeline.submit(completeUserTask(userTaskKey, variables, 'eva')));
  }
  for (const { message_name, correlation_key } of await database.rows<{
    message_name: string;
    correlation_key: string;
  }>('SELECT DISTINCT message_name, correlation_key FROM message_subscriptions ORDER BY message_name')) {
    actions.push(() => publish(runtime, message_name, correlation_key, picked()));
  }
  const [timer] = await database.rows<{ due_ms: number }>('SELECT due_ms FROM timers ORDER BY due_ms LIMIT 1');
  if (timer) actions.push(() => runtime.advance(Math.max(0, timer.due_ms - runtime.clock.nowMs())));
  for (const row of await database.rows<Open & { element_id: string; message: string }>(
    `SELECT * FROM incidents WHERE state = 'ACTIVE' ORDER BY key`,
  )) {
    incidents.push(`${row.element_id}: ${row.message}`);
    actions.push(() => repair(runtime, row, picked()));
  }
  return actions;
};

/** Somebody corrects the variables, gives a failed job new attempts, and resolves the incident. */
const repair = async (runtime: TestRuntime, incident: Open, variables: Variables): Promise<void> => {
  const { process_instance_key: instanceKey, element_instance_key: elementInstanceKey } = incident;
  await runtime.pipeline.submit(
    instanceTask(
      'UPDATE',
      instanceKey,
      { type: 'set-variables', scopeKey: instanceKey, variables, local: false },
      null,
    ),
  );
  await runtime.pipeline.submit(
    ownedTask('RESOLVE', 'incidents', incident.key, null, () => ({
      type: 'resolve-incident',
      elementInstanceKey,
      incidentKey: incident.key,
    })),
  );
};
