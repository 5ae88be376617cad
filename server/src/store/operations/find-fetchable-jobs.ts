import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';

export interface FetchableJobs {
  readonly type: string;
  /** Processes whose jobs are wanted; null for all. */
  readonly processIds: readonly string[] | null;
  readonly afterKey: number;
  readonly limit: number;
}

/** Jobs of a type that a worker may have, the oldest first, behind `afterKey`. Served by the partial index `jobs_fetchable`. */
export const findFetchableJobs = (
  database: Database,
  { type, processIds, afterKey, limit }: FetchableJobs,
): Promise<JobRow[]> =>
  processIds === null
    ? database.rows<JobRow>('SELECT * FROM jobs WHERE type = ? AND fetchable = 1 AND key > ? ORDER BY key LIMIT ?', [
        type,
        afterKey,
        limit,
      ])
    : database.rows<JobRow>(
        `SELECT * FROM jobs WHERE type = ? AND fetchable = 1 AND key > ? AND ${database.isIn('process_id', 'text')} ORDER BY key LIMIT ?`,
        [type, afterKey, database.list(processIds), limit],
      );
