import { defineTable, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Bundles of permissions that are given to people, clients and groups. */
export const roles = defineTable({
  name: 'roles',
  key: ['role_id'],
  columns: { role_id: text, name: text, description: textOrNull },
});
export type RoleRow = RowOf<typeof roles>;
