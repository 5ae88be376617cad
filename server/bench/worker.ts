import type { Key } from '@baton/engine';
import type { ActivatedJob } from '../src/runtime/activate-jobs.ts';
import type { DurableRuntime } from './durable.ts';

/** Locks up to 100 jobs of a type, as a worker of the API does, without HTTP. Answers none where none waits. */
export const fetchJobs = (runtime: DurableRuntime, type: string): Promise<readonly ActivatedJob[]> =>
  runtime.jobWaiters.poll({
    type,
    worker: 'bench',
    timeoutMs: 600_000,
    maxJobs: 100,
    fetchVariables: null,
    waitMs: 0,
    isGone: () => false,
  });

/** `workers` at the same time fetch and complete jobs of a type until none is left. Answers how many were completed. */
export const workOff = async (runtime: DurableRuntime, type: string, workers: number): Promise<number> => {
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let jobs = await fetchJobs(runtime, type); jobs.length > 0; jobs = await fetchJobs(runtime, type)) {
      await Promise.all(jobs.map(({ row }) => runtime.completeJob(row.key as Key)));
      done += jobs.length;
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return done;
};
