import type { ResourceRow } from '../tables/resources.ts';
import type { SearchPlan } from './search-plan.ts';

/** Search of deployed files that are no process, form or decision. An RPA script goes by the id inside it, other files by their name. */
export const resourcePlan: SearchPlan<ResourceRow> = {
  from: 'resources as r',
  columns: ['r.*'],
  // Written out: a partial index is not used for values that come beside the statement.
  base: (query) => void query.whereRaw(`r.kind = 'generic' AND r.deleted = 0`),
  tenant: 'r.tenant_id',
  tiebreak: 'r.key',
  fields: {
    resourceKey: { kind: 'key', column: 'r.key' },
    resourceName: { kind: 'string', column: 'r.name' },
    resourceId: { kind: 'string', column: 'COALESCE(r.script_id, r.name)' },
    version: { kind: 'int', column: 'r.version' },
    versionTag: { kind: 'string', column: 'r.version_tag', nullable: true },
    deploymentKey: { kind: 'key', column: 'r.deployment_key' },
  },
  sortable: ['resourceKey', 'resourceName', 'resourceId', 'version', 'versionTag', 'deploymentKey', 'tenantId'],
};
