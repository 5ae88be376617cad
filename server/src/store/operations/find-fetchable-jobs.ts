import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';

/** Jobs of a type that a worker may have, the oldest first, behind `afterKey`. Served by the partial index `jobs_fetchable`. */
export const findFetchableJobs = (
  database: Database,
  type: string,
  afterKey: number,
  limit: number,
): Promise<JobRow[]> =>
  database.rows<JobRow>('SELECT * FROM jobs WHERE type = ? AND fetchable = 1 AND key > ? ORDER BY key LIMIT ?', [
    type,
    afterKey,
    limit,
  ]);
