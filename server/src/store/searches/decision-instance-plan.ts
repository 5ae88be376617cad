import type { DecisionInstanceRow } from '../tables/decision-instances.ts';
import { plainEnum } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';

/** Search of what was decided. */
export const decisionInstancePlan: SearchPlan<DecisionInstanceRow> = {
  from: 'decision_instances as d',
  columns: ['d.*'],
  tenant: 'd.tenant_id',
  tiebreak: 'd.key',
  fields: {
    decisionEvaluationInstanceKey: { kind: 'string', column: 'd.instance_id' },
    decisionEvaluationKey: { kind: 'key', column: 'd.evaluation_key' },
    state: { kind: 'enum', column: 'd.state', values: plainEnum('EVALUATED', 'FAILED', 'UNSPECIFIED', 'UNKNOWN') },
    evaluationDate: { kind: 'date', column: 'd.at_ms' },
    evaluationFailure: { kind: 'string', column: 'd.failure', nullable: true },
    decisionDefinitionId: { kind: 'string', column: 'd.decision_id' },
    decisionDefinitionKey: { kind: 'key', column: 'd.definition_key' },
    decisionDefinitionName: { kind: 'string', column: 'd.decision_name' },
    decisionDefinitionVersion: { kind: 'int', column: 'd.decision_version' },
    decisionDefinitionType: {
      kind: 'enum',
      column: 'd.decision_type',
      values: plainEnum('DECISION_TABLE', 'LITERAL_EXPRESSION', 'UNSPECIFIED', 'UNKNOWN'),
    },
    decisionRequirementsKey: { kind: 'key', column: 'd.requirements_key' },
    rootDecisionDefinitionKey: { kind: 'key', column: 'd.root_definition_key' },
    processDefinitionKey: { kind: 'key', column: 'd.process_definition_key', nullable: true },
    processInstanceKey: { kind: 'key', column: 'd.process_instance_key', nullable: true },
    elementInstanceKey: { kind: 'key', column: 'd.element_instance_key', nullable: true },
  },
  sortable: [
    'decisionDefinitionId',
    'decisionDefinitionKey',
    'decisionDefinitionName',
    'decisionDefinitionType',
    'decisionDefinitionVersion',
    'decisionEvaluationInstanceKey',
    'decisionEvaluationKey',
    'elementInstanceKey',
    'evaluationDate',
    'evaluationFailure',
    'processDefinitionKey',
    'processInstanceKey',
    'rootDecisionDefinitionKey',
    'state',
    'tenantId',
  ],
};
