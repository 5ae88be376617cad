import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';

export interface JobClaim {
  readonly type: string;
  /** Whose jobs the worker may have. */
  readonly tenantIds: readonly string[];
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
  { type, tenantIds, worker, deadlineMs, processIds, limit }: JobClaim,
  nowMs: number,
): Promise<JobRow[]> => {
  const permitted = processIds === null ? '' : ` AND ${database.isIn('process_id', 'text')}`;
  const oldestOf = (tenant: string): string =>
    `SELECT process_instance_key, key FROM jobs WHERE tenant_id = ${tenant} AND type = ? AND fetchable = 1${permitted} ORDER BY key LIMIT ?${database.skipLocked}`;
  const [only] = tenantIds;
  const isOne = tenantIds.length === 1 && only !== undefined;
  // The index has the jobs of each tenant in their order: of all of them together the oldest would have to be sorted out.
  const oldest = isOne
    ? oldestOf('?')
    : `SELECT o.process_instance_key, o.key FROM unnest(?::text[]) AS t(id) CROSS JOIN LATERAL (${oldestOf('t.id')}) AS o ORDER BY o.key LIMIT ?`;
  const values = [type, ...(processIds === null ? [] : [database.list(processIds)]), limit];
  const rows = await database.rows<JobRow>(
    `UPDATE jobs SET fetchable = 0, worker = ?, deadline_ms = ?, due_ms = ?, updated_ms = ? WHERE (process_instance_key, key) IN (${oldest}) RETURNING *`,
    [
      worker,
      deadlineMs,
      deadlineMs,
      nowMs,
      ...(isOne ? [only, ...values] : [database.list(tenantIds), ...values, limit]),
    ],
  );
  return rows.sort((a, b) => a.key - b.key);
};
