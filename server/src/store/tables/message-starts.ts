import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Which living instance of a process was started by a message with which correlation key: as long as it lives, no second one starts. */
export const messageStarts = defineTable({
  name: 'message_starts',
  key: ['tenant_id', 'process_id', 'correlation_key'],
  columns: { tenant_id: text, process_id: text, correlation_key: text, process_instance_key: int },
  overlay: (row) => String(row.process_instance_key),
});
export type MessageStartRow = RowOf<typeof messageStarts>;
