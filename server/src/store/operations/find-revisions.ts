import { asKey } from '@baton/engine';
import type { Key } from '@baton/engine';
import type { Database } from '../database.ts';

/** The present revisions of instances. Those that do not exist are missing in the answer. */
export const findRevisions = async (database: Database, keys: readonly Key[]): Promise<Map<Key, number>> => {
  const rows = await database.rows<{ key: number; revision: number }>(
    `SELECT key, revision FROM process_instances WHERE ${database.isIn('key', 'int')}`,
    [database.list(keys)],
  );
  return new Map(rows.map(({ key, revision }) => [asKey(key), revision]));
};
