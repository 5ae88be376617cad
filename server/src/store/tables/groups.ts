import { defineTable, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** What people and clients are put together in; a user task may be offered to one. */
export const groups = defineTable({
  name: 'groups',
  key: ['group_id'],
  columns: { group_id: text, name: text, description: textOrNull },
});
export type GroupRow = RowOf<typeof groups>;
