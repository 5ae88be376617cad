import { defineTable, int, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** One row per upload. */
export const deployments = defineTable({
  name: 'deployments',
  key: ['key'],
  columns: { key: int, at_ms: int, tenant_id: text },
});
export type DeploymentRow = RowOf<typeof deployments>;
