import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** One entry per accepted command and instance: the command (without its variables, which the records have) and the records. */
export const journal = defineTable({
  name: 'journal',
  key: ['process_instance_key', 'seq'],
  columns: { process_instance_key: int, seq: int, at_ms: int, command: text, records: text },
});
export type JournalRow = RowOf<typeof journal>;
