import type { Database } from '../database.ts';
import type { BatchOperationItemRow } from '../tables/batch-operation-items.ts';

/** Items that nobody has looked at, in the order in which they were put down. */
export const findActiveItems = (
  database: Database,
  batchOperationKey: number,
  limit: number,
): Promise<BatchOperationItemRow[]> =>
  database.rows(
    `SELECT * FROM batch_operation_items WHERE batch_operation_key = ? AND state = 'ACTIVE' ORDER BY key LIMIT ?`,
    [batchOperationKey, limit],
  );

/** How many items of a batch operation are in each state. */
export const countBatchItems = async (
  database: Database,
  batchOperationKey: number,
): Promise<Readonly<Record<string, number>>> => {
  const rows = await database.rows<{ state: string; count: number }>(
    'SELECT state, count(*) AS count FROM batch_operation_items WHERE batch_operation_key = ? GROUP BY state',
    [batchOperationKey],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
};
