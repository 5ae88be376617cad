import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** What people say about a draft: threads of one comment and its replies. */
export const draftComments = defineTable({
  name: 'draft_comments',
  key: ['key'],
  columns: {
    key: int,
    tenant_id: text,
    draft_id: text,
    /** The comment that the thread begins with; its own key for that one. */
    thread_key: int,
    /** Null: about the file as a whole. Replies have that of their thread. */
    element_id: textOrNull,
    /** What the element was called then: to be shown when it is gone. */
    element_name: textOrNull,
    /** USER or CLIENT; null where nobody signs in. */
    author_type: textOrNull,
    /** Username or client id; where nobody signs in the name that somebody gave. */
    author: textOrNull,
    author_name: textOrNull,
    text: text,
    /** JSON: whom the text mentions, see `Person`. */
    mentions: text,
    created_ms: int,
    edited_ms: intOrNull,
    /** Of the first comment of a thread; null while it is open. */
    resolved_ms: intOrNull,
    resolved_by: textOrNull,
  },
});
export type DraftCommentRow = RowOf<typeof draftComments>;
