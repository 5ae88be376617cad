import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Which of the pages that have a draft open edits it. */
export const draftLocks = defineTable({
  name: 'draft_locks',
  key: ['draft_id'],
  columns: {
    draft_id: text,
    session: text,
    /** Counts up when another page gets it. */
    revision: int,
    taken_ms: int,
  },
});
export type DraftLockRow = RowOf<typeof draftLocks>;
