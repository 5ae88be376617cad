import type { Key } from '@baton/engine';
import { findOpenJobs } from '../store/operations/find-open-jobs.ts';
import { jobs } from '../store/tables/jobs.ts';
import type { JobRow } from '../store/tables/jobs.ts';
import { processInstances } from '../store/tables/process-instances.ts';
import type { Batch } from './batch.ts';
import { instanceTask } from './instance-commands.ts';
import type { Actor } from './instance-commands.ts';
import type { LiveInstance } from './live-instance.ts';
import type { Task } from './task.ts';

/** The value of `jobs.fetchable` of a job that a worker could have if its instance were not suspended. */
export const held = 2;

/** Nothing in the instance goes on until it is resumed: no worker gets its jobs, its timers and messages wait. */
export const suspendTask = (key: Key, actor: Actor): Task<null> => {
  const task = instanceTask('SUSPEND', key, { type: 'suspend-instance' }, actor);
  return {
    ...task,
    run: async (batch) => {
      await task.run(batch);
      await changeJobs(batch, key, (row) => (row.fetchable === 1 ? held : row.fetchable));
      return null;
    },
  };
};

/** It goes on: timers that came due meanwhile fire, messages that wait for it come, workers get its jobs. */
export const resumeTask = (key: Key, actor: Actor): Task<null> => {
  const task = instanceTask('RESUME', key, { type: 'resume-instance' }, actor);
  return {
    ...task,
    run: async (batch) => {
      await task.run(batch);
      await changeJobs(batch, key, (row) => {
        if (row.fetchable === held) batch.fetchableTypes.add(row.type);
        return row.fetchable === held ? 1 : row.fetchable;
      });
      batch.dueAt(batch.nowMs);
      return null;
    },
  };
};

/**
 * Jobs are locked and released without a step of their instance. So each change says what it found: when somebody was faster, all of it is done
 * again. The guard is on every job of the instance, because also the one that seems locked may have come free.
 */
const changeJobs = async (batch: Batch, key: Key, fetchableOf: (row: JobRow) => number): Promise<void> => {
  const instance = await batch.instance(key);
  const living = new Set<number>();
  for (const { job } of instance?.state.elements.values() ?? []) if (job !== null) living.add(job.key);
  for (const stored of await findOpenJobs(batch.services.database, key)) {
    if (!living.delete(stored.key)) continue;
    const row = jobIn(batch, stored);
    batch.changes.patch(jobs, rowKeyOf(row), { fetchable: fetchableOf(row) }, { fetchable: stored.fetchable });
  }
  // Made by an earlier command of this batch.
  for (const jobKey of living) {
    const pending = batch.changes.pending(jobs, { process_instance_key: key, key: jobKey });
    if (pending?.op !== 'insert') continue;
    const row = pending.row as unknown as JobRow;
    batch.changes.patch(jobs, rowKeyOf(row), { fetchable: fetchableOf(row) });
  }
};

const rowKeyOf = ({ process_instance_key, key }: JobRow): Pick<JobRow, 'process_instance_key' | 'key'> => ({
  process_instance_key,
  key,
});

const jobIn = (batch: Batch, row: JobRow): JobRow => {
  const pending = batch.changes.pending(jobs, row);
  return pending?.op === 'patch' ? { ...row, ...(pending.set as Partial<JobRow>) } : row;
};

/** Makes a change that is right only as long as the instance is what this batch takes it to be. */
export const guardInstance = (batch: Batch, { facts, revision, storedRevision }: LiveInstance): void => {
  if (storedRevision !== null)
    batch.changes.patch(processInstances, { key: facts.key }, { revision }, { revision: storedRevision });
};
