import { defineTable, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Who or what belongs to a group, role or tenant. */
export const memberships = defineTable({
  name: 'memberships',
  key: ['container_type', 'container_id', 'member_type', 'member_id'],
  columns: { container_type: text, container_id: text, member_type: text, member_id: text },
});
export type MembershipRow = RowOf<typeof memberships>;
