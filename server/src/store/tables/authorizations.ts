import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** What an owner may do. Of `resource_id` and `property_name` one is empty; `permissions` is a list in JSON. */
export const authorizations = defineTable({
  name: 'authorizations',
  key: ['key'],
  columns: {
    key: int,
    owner_type: text,
    owner_id: text,
    resource_type: text,
    resource_id: text,
    property_name: text,
    permissions: text,
  },
});
export type AuthorizationRow = RowOf<typeof authorizations>;
