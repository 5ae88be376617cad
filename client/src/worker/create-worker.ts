import { pause, pauseAfter } from '../back-off.ts';
import type { ActivatedJob } from '../generated/schemas.ts';
import type { Families } from '../generated/families.ts';
import { workOnJob } from './work-on-job.ts';
import type { Worker, WorkerOptions } from './worker-options.ts';

/** After polls that failed, milliseconds. */
const pollBackOff = { baseMs: 500, capMs: 30_000 };
/** A poll that was answered with nothing sooner than this was not held: a server or a proxy that does so must not be asked in a hot loop, milliseconds. */
const heldMs = 500;

/** Fetches jobs as long as there is room for some, one poll at a time, and works on them. */
export const createWorker = <V extends object>({ jobs }: Pick<Families, 'jobs'>, options: WorkerOptions<V>): Worker => {
  const { type, maxActive = 10, timeoutMs = 60_000, pollMs = 20_000, fetchVariables, name = 'baton-client' } = options;
  if (!Number.isInteger(maxActive) || maxActive < 1)
    throw new RangeError(`Expected maxActive to be a whole number from 1, found ${maxActive}.`);
  if (pollMs <= 0 || timeoutMs <= 0) throw new RangeError('Expected pollMs and timeoutMs to be more than 0.');
  const stopped = new AbortController();
  const impatient = new AbortController();
  const working = new Set<Promise<void>>();
  let freed = (): void => undefined;

  const tell: NonNullable<typeof options.onTrouble> = (trouble) => {
    try {
      options.onTrouble?.(trouble);
    } catch {
      // Who listens must not bring the worker down.
    }
  };

  const begin = (job: ActivatedJob): void => {
    const work = workOnJob(jobs, job, { ...options, timeoutMs, tell }, impatient.signal).finally(() => {
      working.delete(work);
      freed();
    });
    working.add(work);
  };

  const poll = (): Promise<{ readonly jobs: readonly ActivatedJob[] }> =>
    jobs.activateJobs(
      {
        type,
        worker: name,
        timeout: timeoutMs,
        maxJobsToActivate: maxActive - working.size,
        requestTimeout: pollMs,
        ...(fetchVariables === undefined ? {} : { fetchVariable: fetchVariables }),
      },
      // The pauses are the worker's own, and told of.
      { signal: stopped.signal, attempts: 1 },
    );

  const loop = async (): Promise<void> => {
    let failures = 0;
    let unheld = 0;
    while (!stopped.signal.aborted) {
      if (working.size >= maxActive) {
        await new Promise<void>((resolve) => (freed = resolve));
        continue;
      }
      const askedMs = performance.now();
      try {
        const answer = await poll();
        failures = 0;
        answer.jobs.forEach(begin);
        unheld =
          answer.jobs.length === 0 && performance.now() - askedMs < Math.min(heldMs, pollMs / 2) ? unheld + 1 : 0;
        if (unheld > 0) await pause(pauseAfter(unheld, pollBackOff), stopped.signal);
      } catch (error) {
        if (stopped.signal.aborted) return;
        tell({ type: 'poll', error });
        failures += 1;
        await pause(pauseAfter(failures, pollBackOff), stopped.signal);
      }
    }
  };
  const running = loop();

  return {
    get active() {
      return working.size;
    },
    stop: async (graceMs) => {
      stopped.abort();
      freed();
      await running;
      const drained = Promise.all(working);
      if (graceMs === undefined) return void (await drained);
      const over = new AbortController();
      await Promise.race([drained, pause(graceMs, over.signal)]);
      over.abort();
      impatient.abort(new Error('The worker was stopped.'));
    },
  };
};
