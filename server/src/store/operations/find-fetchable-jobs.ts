import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';

export interface FetchableJobs {
  readonly type: string;
  readonly tenantIds: readonly string[];
  /** Processes whose jobs are wanted; null for all. */
  readonly processIds: readonly string[] | null;
  readonly afterKey: number;
  readonly limit: number;
}

/** Jobs of a type that a worker may have, the oldest first, behind `afterKey`. Served by the partial index `jobs_fetchable`, tenant by tenant. */
export const findFetchableJobs = async (database: Database, wanted: FetchableJobs): Promise<JobRow[]> => {
  const { tenantIds, limit } = wanted;
  const [only] = tenantIds;
  if (only !== undefined && tenantIds.length === 1) return jobsOf(database, only, wanted);
  const found = await Promise.all(tenantIds.map((tenantId) => jobsOf(database, tenantId, wanted)));
  return found
    .flat()
    .sort((a, b) => a.key - b.key)
    .slice(0, limit);
};

const jobsOf = (
  database: Database,
  tenantId: string,
  { type, processIds, afterKey, limit }: FetchableJobs,
): Promise<JobRow[]> =>
  processIds === null
    ? database.rows<JobRow>(
        'SELECT * FROM jobs WHERE type = ? AND tenant_id = ? AND fetchable = 1 AND key > ? ORDER BY key LIMIT ?',
        [type, tenantId, afterKey, limit],
      )
    : database.rows<JobRow>(
        `SELECT * FROM jobs WHERE type = ? AND tenant_id = ? AND fetchable = 1 AND key > ? AND ${database.isIn('process_id', 'text')} ORDER BY key LIMIT ?`,
        [type, tenantId, afterKey, database.list(processIds), limit],
      );
