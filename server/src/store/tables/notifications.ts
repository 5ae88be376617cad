import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** What somebody is to be told of. It names what happened and holds no copy of it: what is changed or deleted is told as it is now, or not at all. */
export const notifications = defineTable({
  name: 'notifications',
  key: ['key'],
  columns: {
    key: int,
    tenant_id: text,
    kind: text,
    /** A username. */
    recipient: text,
    draft_id: textOrNull,
    user_task_key: intOrNull,
    comment_key: intOrNull,
    /** Who did it, as people call them. */
    actor_name: textOrNull,
    created_ms: int,
    /** Null while it is unread. */
    read_ms: intOrNull,
  },
});
export type NotificationRow = RowOf<typeof notifications>;
