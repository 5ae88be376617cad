import { defineTable, int, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Filters of the tasklist that somebody saved. */
export const taskFilters = defineTable({
  name: 'task_filters',
  key: ['id'],
  columns: {
    id: text,
    tenant_id: text,
    name: text,
    /** JSON: which tasks, in which order, with which columns. */
    content: text,
    /** `private`, `group` or `everybody` of the tenant. */
    audience: text,
    /** Of the audience `group`. */
    group_id: textOrNull,
    /** A username, or where nobody signs in the name that somebody gave; null for a program. */
    owner: textOrNull,
    revision: int,
    created_ms: int,
    updated_ms: int,
    updated_by: textOrNull,
  },
});
export type TaskFilterRow = RowOf<typeof taskFilters>;
