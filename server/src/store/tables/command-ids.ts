import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Answers by idempotency key, so that a repeated request gets the first answer again. */
export const commandIds = defineTable({
  name: 'command_ids',
  key: ['id'],
  columns: { id: text, fingerprint: text, answer: text, at_ms: int },
  overlay: (row) => row.id,
});
export type CommandIdRow = RowOf<typeof commandIds>;
