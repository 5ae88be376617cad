import { defineTable, text } from '../table.ts';
import type { RowOf } from '../table.ts';

/** Variables that no instance owns, as JSON text. `scope` is GLOBAL, with an empty tenant, or TENANT. */
export const clusterVariables = defineTable({
  name: 'cluster_variables',
  key: ['scope', 'tenant_id', 'name'],
  columns: { scope: text, tenant_id: text, name: text, value: text },
});
export type ClusterVariableRow = RowOf<typeof clusterVariables>;
