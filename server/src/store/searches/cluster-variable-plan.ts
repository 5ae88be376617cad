import type { Database } from '../database.ts';
import type { ClusterVariableRow } from '../tables/cluster-variables.ts';
import { plainEnum } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';
import { maxShownValue } from './variable-plan.ts';

export const clusterVariableScopes = ['GLOBAL', 'TENANT'] as const;

/** Search of variables of the cluster and of tenants. */
export const clusterVariablePlan: SearchPlan<ClusterVariableRow> = {
  from: 'cluster_variables AS v',
  columns: ['v.*'],
  // A scope has no space in it.
  tiebreak: `(v.scope || ' ' || v.tenant_id || ' ' || v.name)`,
  isTiebreakText: true,
  // Those of the whole cluster are everybody's.
  tenant: `NULLIF(v.tenant_id, '')`,
  seenBy: (query, tenants) => void query.whereIn('v.tenant_id', ['', ...tenants]),
  defaultSort: [{ field: 'name', order: 'ASC' }],
  fields: {
    name: { kind: 'string', column: 'v.name' },
    value: { kind: 'string', column: 'v.value' },
    scope: { kind: 'enum', column: 'v.scope', values: plainEnum(...clusterVariableScopes) },
    tenantId: { kind: 'string', column: `NULLIF(v.tenant_id, '')`, nullable: true },
    isTruncated: {
      kind: 'boolean',
      column: `CASE WHEN length(v.value) > ${maxShownValue} THEN 1 ELSE 0 END`,
      literalOnly: true,
    },
  },
  sortable: ['name', 'value', 'tenantId', 'scope'],
};

/** One variable; null when there is none. The tenant of the scope GLOBAL is empty. */
export const findClusterVariable = async (
  database: Database,
  { scope, tenant_id: tenantId, name }: Omit<ClusterVariableRow, 'value'>,
): Promise<ClusterVariableRow | null> => {
  const [row] = await database.rows<ClusterVariableRow>(
    'SELECT * FROM cluster_variables WHERE scope = ? AND tenant_id = ? AND name = ?',
    [scope, tenantId, name],
  );
  return row ?? null;
};

/** How many there are in the cluster or in a tenant. */
export const countClusterVariables = async (
  database: Database,
  { scope, tenant_id: tenantId }: Pick<ClusterVariableRow, 'scope' | 'tenant_id'>,
): Promise<number> => {
  const [row] = await database.rows<{ total: number | string }>(
    'SELECT count(*) AS total FROM cluster_variables WHERE scope = ? AND tenant_id = ?',
    [scope, tenantId],
  );
  return Number(row?.total ?? 0);
};
