import type { ProcessDefinitionRow } from '../tables/process-definitions.ts';
import { plainEnum } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';

/** Search of deployed process versions. */
export const processDefinitionPlan: SearchPlan<ProcessDefinitionRow> = {
  from: 'process_definitions as d',
  columns: ['d.*'],
  base: (query) => void query.where('d.deleted', 0),
  tenant: 'd.tenant_id',
  tiebreak: 'd.key',
  fields: {
    processDefinitionKey: { kind: 'key', column: 'd.key' },
    processDefinitionId: { kind: 'string', column: 'd.process_id' },
    name: { kind: 'string', column: 'd.name', nullable: true },
    resourceName: { kind: 'string', column: 'd.resource_name' },
    version: { kind: 'int', column: 'd.version' },
    versionTag: { kind: 'string', column: 'd.version_tag', nullable: true },
    isLatestVersion: { kind: 'boolean', column: 'd.is_latest', literalOnly: true },
    hasStartForm: { kind: 'boolean', column: 'CASE WHEN d.start_form_id IS NULL THEN 0 ELSE 1 END', literalOnly: true },
    state: { kind: 'enum', column: `'ACTIVE'`, values: plainEnum('ACTIVE', 'DELETED') },
  },
  sortable: [
    'processDefinitionKey',
    'name',
    'resourceName',
    'version',
    'versionTag',
    'processDefinitionId',
    'tenantId',
  ],
};
