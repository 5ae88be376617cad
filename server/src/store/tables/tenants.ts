import { defineTable, text, textOrNull } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Customers or departments that share a server and see nothing of each other. */
export const tenants = defineTable({
  name: 'tenants',
  key: ['tenant_id'],
  columns: { tenant_id: text, name: text, description: textOrNull },
});
export type TenantRow = RowOf<typeof tenants>;
