import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';

export interface JobClaim {
  readonly type: string;
  readonly worker: string;
  /** When the lock ends, epoch milliseconds. */
  readonly deadlineMs: number;
  /** Processes whose jobs the worker may have; null for all. */
  readonly processIds: readonly string[] | null;
  readonly limit: number;
}

/**
 * Locks the oldest fetchable jobs of a type for a worker, at once and durably: on a shared database, where jobs that another server is about to lock are
 * skipped instead of fought for.
 */
export const claimJobs = async (
  database: Database,
  { type, worker, deadlineMs, processIds, limit }: JobClaim,
  nowMs: number,
): Promise<JobRow[]> => {
  const permitted = processIds === null ? '' : ` AND ${database.isIn('process_id', 'text')}`;
  const rows = await database.rows<JobRow>(
    'UPDATE jobs SET fetchable = 0, worker = ?, deadline_ms = ?, due_ms = ?, updated_ms = ? WHERE (process_instance_key, key) IN' +
      ` (SELECT process_instance_key, key FROM jobs WHERE type = ? AND fetchable = 1${permitted} ORDER BY key LIMIT ?${database.skipLocked}) RETURNING *`,
    [worker, deadlineMs, deadlineMs, nowMs, type, ...(processIds === null ? [] : [database.list(processIds)]), limit],
  );
  return rows.sort((a, b) => a.key - b.key);
};
