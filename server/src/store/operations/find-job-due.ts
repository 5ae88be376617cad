import type { Database } from '../database.ts';
import type { JobRow } from '../tables/jobs.ts';

/** When a job comes due as it is stored now; null for never, also where it is gone. */
export const findJobDue = async (
  database: Database,
  { process_instance_key, key }: Pick<JobRow, 'process_instance_key' | 'key'>,
): Promise<number | null> => {
  const [row] = await database.rows<Pick<JobRow, 'due_ms'>>(
    'SELECT due_ms FROM jobs WHERE process_instance_key = ? AND key = ?',
    [process_instance_key, key],
  );
  return row?.due_ms ?? null;
};
