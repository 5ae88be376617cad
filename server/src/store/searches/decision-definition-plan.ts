import type { DecisionDefinitionRow } from '../tables/decision-definitions.ts';
import type { SearchPlan } from './search-plan.ts';

/** Search of deployed decisions. */
export const decisionDefinitionPlan: SearchPlan<DecisionDefinitionRow> = {
  from: 'decision_definitions as d',
  columns: ['d.*'],
  base: (query) => void query.where('d.deleted', 0),
  tenant: 'd.tenant_id',
  tiebreak: 'd.key',
  fields: {
    decisionDefinitionKey: { kind: 'key', column: 'd.key' },
    decisionDefinitionId: { kind: 'string', column: 'd.decision_id' },
    name: { kind: 'string', column: 'd.name' },
    version: { kind: 'int', column: 'd.version' },
    isLatestVersion: { kind: 'boolean', column: 'd.is_latest', literalOnly: true },
    decisionRequirementsKey: { kind: 'key', column: 'd.requirements_key' },
    decisionRequirementsId: { kind: 'string', column: 'd.requirements_id' },
    decisionRequirementsName: { kind: 'string', column: 'd.requirements_name' },
    decisionRequirementsVersion: { kind: 'int', column: 'd.requirements_version' },
  },
  sortable: [
    'decisionDefinitionKey',
    'decisionDefinitionId',
    'name',
    'version',
    'decisionRequirementsId',
    'decisionRequirementsKey',
    'decisionRequirementsName',
    'decisionRequirementsVersion',
    'tenantId',
  ],
};
