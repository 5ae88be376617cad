import type { DecisionRequirementsRow } from '../tables/decision-requirements.ts';
import type { SearchPlan } from './search-plan.ts';

/** Search of deployed DMN files. A file without a name goes by its id. */
export const decisionRequirementsPlan: SearchPlan<DecisionRequirementsRow> = {
  from: 'decision_requirements as d',
  columns: ['d.*'],
  base: (query) => void query.where('d.deleted', 0),
  tenant: 'd.tenant_id',
  tiebreak: 'd.key',
  fields: {
    decisionRequirementsKey: { kind: 'key', column: 'd.key' },
    decisionRequirementsId: { kind: 'string', column: 'd.drg_id' },
    decisionRequirementsName: { kind: 'string', column: 'COALESCE(d.name, d.drg_id)' },
    version: { kind: 'int', column: 'd.version' },
    resourceName: { kind: 'string', column: 'd.resource_name' },
  },
  sortable: ['decisionRequirementsKey', 'decisionRequirementsName', 'version', 'decisionRequirementsId', 'tenantId'],
};
