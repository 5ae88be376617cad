import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * One thing to which a batch operation does what it does. `item_key` is the key of an instance, incident, job or evaluation; its instance is null
 * where there is none. `ACTIVE` until it was looked at.
 */
export const batchOperationItems = defineTable({
  name: 'batch_operation_items',
  key: ['key'],
  columns: {
    key: int,
    batch_operation_key: int,
    type: text,
    item_key: int,
    process_instance_key: intOrNull,
    root_key: intOrNull,
    state: text,
    processed_ms: intOrNull,
    error: textOrNull,
  },
});
export type BatchOperationItemRow = RowOf<typeof batchOperationItems>;
