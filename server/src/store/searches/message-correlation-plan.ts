import type { MessageCorrelationRow } from '../tables/message-correlations.ts';
import type { SearchPlan } from './search-plan.ts';

/** Search of messages that reached an instance. */
export const messageCorrelationPlan: SearchPlan<MessageCorrelationRow> = {
  from: 'message_correlations AS c',
  columns: ['c.*'],
  // A message reaches several, and a wait that stays open gets several: only both together are unique.
  tenant: 'c.tenant_id',
  tiebreak: `(c.subscription_key || ':' || c.message_key)`,
  isTiebreakText: true,
  defaultSort: [{ field: 'correlationTime', order: 'ASC' }],
  fields: {
    correlationKey: { kind: 'string', column: 'c.correlation_key' },
    correlationTime: { kind: 'date', column: 'c.at_ms' },
    elementId: { kind: 'string', column: 'c.element_id' },
    elementInstanceKey: { kind: 'key', column: 'c.element_instance_key', nullable: true },
    messageKey: { kind: 'key', column: 'c.message_key' },
    messageName: { kind: 'string', column: 'c.message_name' },
    // There is one partition; no constant, because a number means a column in ORDER BY.
    partitionId: { kind: 'int', column: 'CASE WHEN c.message_key > 0 THEN 1 ELSE 0 END' },
    processDefinitionId: { kind: 'string', column: 'c.process_id' },
    processDefinitionKey: { kind: 'key', column: 'c.definition_key' },
    processInstanceKey: { kind: 'key', column: 'c.process_instance_key' },
    subscriptionKey: { kind: 'key', column: 'c.subscription_key' },
  },
  sortable: [
    'correlationKey',
    'correlationTime',
    'elementId',
    'elementInstanceKey',
    'messageKey',
    'messageName',
    'partitionId',
    'processDefinitionId',
    'processDefinitionKey',
    'processInstanceKey',
    'subscriptionKey',
    'tenantId',
  ],
};
