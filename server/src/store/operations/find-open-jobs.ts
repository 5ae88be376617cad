import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';

/** The jobs of an instance that are not finished. */
export const findOpenJobs = (database: Database, processInstanceKey: number): Promise<JobRow[]> =>
  database.rows<JobRow>('SELECT * FROM jobs WHERE process_instance_key = ? AND engine_state IS NOT NULL', [
    processInstanceKey,
  ]);
