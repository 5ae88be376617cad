import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Who has a draft open: one row for each open page, which is told again and again that it still is. */
export const draftSessions = defineTable({
  name: 'draft_sessions',
  key: ['draft_id', 'session'],
  columns: {
    draft_id: text,
    session: text,
    /** As the others see them. */
    name: text,
    seen_ms: int,
    /** 1 while it may still send edits after somebody else took over. */
    hands_over: int,
  },
});
export type DraftSessionRow = RowOf<typeof draftSessions>;
