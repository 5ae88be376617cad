import { defineTable, int, intOrNull, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/**
 * Who a task is to come back to. Such a row holds as long as the task is where it says: with the delegate while it is `PENDING`, with the owner when it is
 * `RETURNED`; a task that went elsewhere meanwhile is delegated no more. It goes with the end of the task.
 */
export const taskDelegations = defineTable({
  name: 'task_delegations',
  key: ['user_task_key'],
  columns: {
    user_task_key: int,
    tenant_id: text,
    /** Who completes it in the end. */
    owner: text,
    /** Who was asked to look at it. */
    delegate: text,
    /** `PENDING` or `RETURNED`. */
    state: text,
    /** What the last one of them said to the other. */
    note: textOrNull,
    created_ms: int,
    returned_ms: intOrNull,
  },
});
export type TaskDelegationRow = RowOf<typeof taskDelegations>;
