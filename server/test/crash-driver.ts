import type { Key } from '@baton/engine';
import { pino } from 'pino';
import { createRuntime } from '../src/runtime/create-runtime.ts';
import type { Runtime } from '../src/runtime/create-runtime.ts';
import { startTask } from '../src/runtime/instance-commands.ts';
import { publishMessage } from '../src/runtime/messages.ts';
import type { Database } from '../src/store/database.ts';
import { defaultTenant } from '../src/default-tenant.ts';
import { completeJob, completeUserTask } from './complete.ts';
import type { CrashingDatabase } from './crashing-database.ts';
import { anyVariables } from './outside-world.ts';
import type { TestClock } from './test-runtime.ts';

/** What is run: instances of these processes, started in this order. */
export interface DrivenModel {
  readonly fixture: string;
  readonly processes: readonly string[];
  /** Whether somebody outside sends the messages that are waited for. */
  readonly getsMessages?: boolean;
}

const lockMs = 10_000;
const maxRounds = 60;

/**
 * Runs a model to its end, as patient clients and workers would: whatever failed is tried again, what is locked is waited for, and a server that
 * died is followed by a new one on the same store. `runId` names the run: its starts have idempotency keys made of it.
 */
export const drive = async (
  store: Database,
  crashing: CrashingDatabase,
  clock: TestClock,
  model: DrivenModel,
  runId: string,
): Promise<void> => {
  let runtime = openRuntime(crashing, clock);
  try {
    for (let round = 0; round < maxRounds; round += 1) {
      const isDone = await oneRound(store, runtime, clock, model, runId);
      if (crashing.isDead()) {
        await runtime.stop();
        runtime = openRuntime(store, clock);
        // From now on this one is asked.
        crashing = { ...crashing, isDead: () => false };
      } else if (isDone) return;
    }
  } finally {
    await runtime.stop();
  }
  throw new Error(`Expected '${model.fixture}' to end within ${maxRounds} rounds, but it did not.`);
};

const openRuntime = (database: Database, clock: TestClock): Runtime =>
  createRuntime({ database, clock, log: pino({ level: process.env['BATON_TEST_LOG'] ?? 'silent' }) });

/** Whether it was done; false for what has to be tried again. */
const tried = (deed: Promise<unknown>): Promise<boolean> =>
  deed.then(
    () => true,
    () => false,
  );

/** Everything once; what can be seen of the store decides what there is to do. True when nothing is left. */
const oneRound = async (
  store: Database,
  runtime: Runtime,
  clock: TestClock,
  model: DrivenModel,
  runId: string,
): Promise<boolean> => {
  for (const processId of model.processes) {
    const id = `${runId}-${processId}`;
    const start = startTask({
      process: { processId, version: { latest: true } },
      variables: { ...anyVariables, id: runId, orderId: runId },
      businessId: null,
      tags: [],
      actor: null,
    });
    if (!(await tried(runtime.pipeline.submit({ ...start, idempotency: { id, fingerprint: id } })))) return false;
  }
  const did = [await work(store, runtime), await completeUserTasks(store, runtime)];
  if (model.getsMessages === true) did.push(await sendMessages(store, runtime));
  if (!(await tried(runtime.scheduler.tick()))) return false;
  if (did.includes(true)) return false;
  return letTimePass(store, clock);
};

/** Fetches jobs as a worker does, and completes those that it got. */
const work = async (store: Database, runtime: Runtime): Promise<boolean> => {
  const types = await store.rows<{ type: string }>('SELECT DISTINCT type FROM jobs WHERE fetchable = 1 ORDER BY type');
  for (const { type } of types) {
    const poll = { type, worker: 'w', timeoutMs: lockMs, maxJobs: 100, fetchVariables: null, waitMs: 0 };
    const jobs = await runtime.jobWaiters.poll({ ...poll, isGone: () => false }).catch(() => []);
    for (const { row } of jobs) {
      const task = completeJob(row.key as Key, { done: true });
      await tried(runtime.pipeline.submit(task));
    }
  }
  return types.length > 0;
};

const completeUserTasks = async (store: Database, runtime: Runtime): Promise<boolean> => {
  const open = await store.rows<{ key: Key }>('SELECT key FROM user_tasks WHERE end_ms IS NULL ORDER BY key');
  for (const { key } of open) {
    const task = completeUserTask(key, {}, 'eva');
    await tried(runtime.pipeline.submit(task));
  }
  return open.length > 0;
};

const sendMessages = async (store: Database, runtime: Runtime): Promise<boolean> => {
  const [open] = await store.rows<{ message_name: string; correlation_key: string }>(
    'SELECT message_name, correlation_key FROM message_subscriptions ORDER BY key LIMIT 1',
  );
  if (open === undefined) return false;
  const { message_name: name, correlation_key: correlationKey } = open;
  const message = { name, correlationKey, variables: { sum: 1 }, timeToLiveMs: 0, messageId: null };
  const sent = { ...message, tenantId: defaultTenant };
  await tried(runtime.pipeline.submit({ name, run: (batch) => publishMessage(batch, sent) }));
  return true;
};

/** Locks and the scheduler's pause after a failure first, then an hour for timers. True when nobody waits for anything. */
const letTimePass = async (store: Database, clock: TestClock): Promise<boolean> => {
  const [soon] = await store.rows<{ n: number }>(
    `SELECT (SELECT count(*) FROM jobs WHERE due_ms IS NOT NULL) + (SELECT count(*) FROM outbox)
      + (SELECT count(*) FROM process_instances WHERE continuation IS NOT NULL) AS n`,
  );
  const [late] = await store.rows<{ n: number }>(`SELECT count(*) AS n FROM process_instances WHERE status = 'ACTIVE'`);
  if ((soon?.n ?? 0) > 0) clock.advance(31_000);
  else if ((late?.n ?? 0) > 0) clock.advance(3_600_000);
  else return true;
  return false;
};
