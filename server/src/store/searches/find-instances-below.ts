import type { Database } from '../database.ts';

/** The keys of an instance and of all that it called, directly or not. */
export const findInstancesBelow = async (database: Database, key: number, rootKey: number): Promise<number[]> => {
  const rows = await database.rows<{ key: number; parent: number | null }>(
    'SELECT key, parent_instance_key AS parent FROM process_instances WHERE root_key = ? ORDER BY call_depth, key',
    [rootKey],
  );
  const found = new Set([key]);
  for (const row of rows) if (row.parent !== null && found.has(row.parent)) found.add(row.key);
  return [...found];
};
