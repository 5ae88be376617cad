import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * What is done to all that a filter finds. `is_open` is 1 while a server has something to do for it; `collected_to` is the last item that was put
 * down, and `is_collected` is 1 when all were. `revision` counts the changes of a row and keeps two servers from changing it at once. `tenants`
 * lists those whose things it may touch, as JSON; null where tenants are not told apart.
 */
export const batchOperations = defineTable({
  name: 'batch_operations',
  key: ['key'],
  claim: ['claimed_ms'],
  columns: {
    key: int,
    revision: int,
    type: text,
    state: text,
    is_open: int,
    filter: text,
    change: textOrNull,
    collected_to: int,
    is_collected: int,
    total: int,
    completed: int,
    failed: int,
    created_ms: int,
    start_ms: intOrNull,
    end_ms: intOrNull,
    actor: textOrNull,
    error: textOrNull,
    tenants: textOrNull,
  },
});
export type BatchOperationRow = RowOf<typeof batchOperations>;
