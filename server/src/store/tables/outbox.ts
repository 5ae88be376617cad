import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Work between instances that its batch could not do any more; a later batch does it and deletes the row in the same transaction. */
export const outbox = defineTable({
  name: 'outbox',
  key: ['key'],
  claim: ['claimed_ms', 'claimed_for'],
  columns: { key: int, process_instance_key: int, due_ms: int, attempts: int, item: text },
});
export type OutboxRow = RowOf<typeof outbox>;
