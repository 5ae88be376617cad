import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** A state of a draft that is kept. */
export const draftVersions = defineTable({
  name: 'draft_versions',
  key: ['draft_id', 'id'],
  columns: {
    draft_id: text,
    id: text,
    /** Why it is kept, see `VersionReason`. */
    reason: text,
    /** What somebody calls it; versions without a name are removed when there are many. */
    name: textOrNull,
    description: textOrNull,
    /** What the draft was called then. */
    draft_name: text,
    /** Of the content, SHA-256 in hexadecimal. */
    hash: text,
    author: textOrNull,
    /** When that state came to be. */
    created_ms: int,
    /** When it was kept: often later, because the state before an edit is. */
    kept_ms: int,
  },
});
export type DraftVersionRow = RowOf<typeof draftVersions>;
