import { BpmnError } from '@baton/client';
import { asKey } from '@baton/engine';
import type { Key, Variables } from '@baton/engine';
import { activatedJobAnswer } from '../api/activated-job-answer.ts';
import { variables as variablesInput } from '../api/input.ts';
import type { ActivatedJob } from '../runtime/activate-jobs.ts';
import { sleep } from '../runtime/clock.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { ownedTask, updateJobTask } from '../runtime/instance-commands.ts';
import { isPassing, Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import { withStatements } from '../runtime/with-statements.ts';
import type { OwnStatement } from '../store/own-statement.ts';
import type { HandledJob, HandleOptions, Handling, JobHandler } from './job-handler.ts';
import { collectStatements } from './transaction.ts';

const workerName = 'in-process';
/** How long one poll waits; it holds nothing. */
const pollMs = 10_000;
/** A poll that is answered with nothing sooner was not held, milliseconds. */
const heldMs = 1_000;
/** After polls that failed or were not held, milliseconds; it doubles up to ten seconds. */
const pauseMs = 50;
const longestPauseMs = 10_000;
/** How often an outcome is stored at most while the database is in trouble, with pauses that double from 100 ms: about 12 seconds. */
const storeAttempts = 8;
const maxMessage = 5_000;

type Deps = Pick<Runtime, 'pipeline' | 'jobWaiters' | 'clock'>;

/** Fetches jobs of a type as long as there is room, and works on them in this program. */
export const handleJobs = <V extends object>(
  runtime: Deps,
  type: string,
  handler: JobHandler<V>,
  options: HandleOptions & { readonly onTrouble: NonNullable<HandleOptions['onTrouble']> },
): Handling => {
  const { maxActive = 10, tenantIds, timeoutMs = 60_000, fetchVariables = null, onTrouble } = options;
  if (!Number.isInteger(maxActive) || maxActive < 1)
    throw new RangeError(`Expected maxActive to be a whole number from 1, found ${maxActive}.`);
  const working = new Set<Promise<void>>();
  const impatient = new AbortController();
  let isStopped = false;
  let freed = (): void => undefined;
  /** Waits for a free place, or for so long; stopping ends it. */
  const rest = (ms = Infinity): Promise<void> =>
    new Promise((resolve) => {
      const callOff = ms === Infinity ? () => undefined : runtime.clock.after(ms, resolve);
      freed = () => {
        callOff();
        resolve();
      };
    });

  const begin = (job: ActivatedJob): void => {
    const work = workOn(runtime, job, handler, { ...options, timeoutMs }, impatient.signal).finally(() => {
      working.delete(work);
      freed();
    });
    working.add(work);
  };
  const loop = async (): Promise<void> => {
    let failures = 0;
    const restAfterFailure = (): Promise<void> => rest(Math.min(longestPauseMs, pauseMs * 2 ** (failures += 1)));
    while (!isStopped) {
      if (working.size >= maxActive) {
        await rest();
        continue;
      }
      const polledMs = performance.now();
      try {
        const jobs = await runtime.jobWaiters.poll({
          type,
          tenantIds,
          worker: workerName,
          timeoutMs,
          maxJobs: maxActive - working.size,
          fetchVariables,
          waitMs: pollMs,
          isGone: () => isStopped,
        });
        jobs.forEach(begin);
        const wasHeld = jobs.length > 0 || performance.now() - polledMs >= heldMs;
        if (wasHeld) failures = 0;
        // A runtime that stops answers everybody at once.
        else if (!isStopped) await restAfterFailure();
      } catch (error) {
        onTrouble(error, null);
        if (!isStopped) await restAfterFailure();
      }
    }
  };
  const running = loop();

  return {
    stop: async (graceMs) => {
      isStopped = true;
      freed();
      runtime.jobWaiters.sweep();
      await running;
      const drained = Promise.all(working);
      if (graceMs === undefined) return void (await drained);
      let callOff = (): void => undefined;
      await Promise.race([drained, new Promise<void>((resolve) => (callOff = runtime.clock.after(graceMs, resolve)))]);
      callOff();
      impatient.abort(new Error('The handlers were stopped.'));
    },
  };
};

type WorkOptions = HandleOptions & Required<Pick<HandleOptions, 'timeoutMs' | 'onTrouble'>>;

/** Hands one job to its handler and stores what came of it. Never rejects. */
const workOn = async <V extends object>(
  runtime: Deps,
  activated: ActivatedJob,
  handler: JobHandler<V>,
  options: WorkOptions,
  signal: AbortSignal,
): Promise<void> => {
  const { onTrouble } = options;
  const jobKey = asKey(activated.row.key);
  const job = activatedJobAnswer(workerName)(activated) as unknown as HandledJob<V>;
  const { transaction, close } = collectStatements();
  const letGo = keepLock(runtime, jobKey, options);
  const run = async (): Promise<Task<null> | null> => {
    try {
      const returned: unknown = await handler(job, { transaction, signal });
      return completion(jobKey, returned, close());
    } catch (thrown) {
      close();
      // Left behind: somebody else gets it when its lock ends.
      if (signal.aborted) return null;
      if (!(thrown instanceof BpmnError)) onTrouble(thrown, job.jobKey);
      return failureOf(activated, thrown, options);
    }
  };
  try {
    const outcome = await run();
    if (outcome !== null) await store(runtime, outcome, activated, options, signal);
  } catch (error) {
    onTrouble(error, job.jobKey);
  } finally {
    letGo();
  }
};

/** Stores an outcome, again while trouble passes. A completion whose statements fail, fails the job instead. */
const store = async (
  runtime: Deps,
  task: Task<null>,
  activated: ActivatedJob,
  options: WorkOptions,
  signal: AbortSignal,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await runtime.pipeline.submit(task);
      return;
    } catch (error) {
      if (isPassing(error) && attempt < storeAttempts && !signal.aborted) {
        await sleep(runtime.clock, 100 * 2 ** (attempt - 1));
        continue;
      }
      // Not ours any more, or not to be stored now: nothing was written, and the lock will end.
      if (error instanceof Refusal || task.name === failing) throw error;
      options.onTrouble(error, String(activated.row.key));
      return store(runtime, failureOf(activated, error, options), activated, options, signal);
    }
  }
};

const failing = 'FAIL';

const completion = (jobKey: Key, returned: unknown, statements: readonly OwnStatement[]): Task<null> => {
  // What a remote worker would have to send as JSON is held to the same rules.
  const variables = readVariables(returned);
  const task = ownedTask('COMPLETE', 'jobs', jobKey, null, (elementInstanceKey) => ({
    type: 'complete-job',
    elementInstanceKey,
    jobKey,
    variables,
    result: null,
  }));
  return statements.length === 0 ? task : withStatements(task, statements);
};

/** The variables that a handler returned, as they would come by HTTP. Throws `TypeError`. */
export const readVariables = (returned: unknown): Variables => {
  if (returned === undefined || returned === null) return {};
  const read = variablesInput.safeParse(JSON.parse(JSON.stringify(returned)));
  if (!read.success) throw new TypeError(`Expected variables, an object of JSON values: ${read.error.message}`);
  return read.data;
};

const failureOf = (
  { row }: ActivatedJob,
  thrown: unknown,
  { retryBackOffMs = 1_000 }: Pick<HandleOptions, 'retryBackOffMs'>,
): Task<null> => {
  const jobKey = asKey(row.key);
  if (thrown instanceof BpmnError)
    return ownedTask('THROW_ERROR', 'jobs', jobKey, null, (elementInstanceKey) => ({
      type: 'throw-job-error',
      elementInstanceKey,
      jobKey,
      errorCode: thrown.errorCode,
      errorMessage: thrown.message,
      variables: readVariables(thrown.variables),
    }));
  const retries = Math.max(0, row.retries - 1);
  return ownedTask(failing, 'jobs', jobKey, null, (elementInstanceKey) => ({
    type: 'fail-job',
    elementInstanceKey,
    jobKey,
    retries,
    errorMessage: (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, maxMessage),
    // Counted from the usual three retries.
    retryBackOffMs: retries > 0 ? retryBackOffMs * 2 ** Math.max(0, 2 - retries) : 0,
    variables: {},
  }));
};

/** Extends the lock of a job before half of it has run out, again and again; what is returned ends that. */
const keepLock = (runtime: Deps, jobKey: Key, { timeoutMs, onTrouble }: WorkOptions): (() => void) => {
  let isOver = false;
  let callOff = (): void => undefined;
  const later = (): void => {
    callOff = runtime.clock.after(timeoutMs / 2, () => {
      runtime.pipeline.submit(updateJobTask(jobKey, { retries: null, timeoutMs }, null)).then(
        () => (isOver ? undefined : later()),
        (error: unknown) => {
          // What becomes of a job that is gone is found out when its outcome is stored.
          if (!isOver && isPassing(error)) later();
          else if (!isOver && !(error instanceof Refusal)) onTrouble(error, String(jobKey));
        },
      );
    });
  };
  later();
  return () => {
    isOver = true;
    callOff();
  };
};
