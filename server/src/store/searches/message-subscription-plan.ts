import type { MessageSubscriptionRow } from '../tables/message-subscriptions.ts';
import { plainEnum } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';

/** States of message subscriptions. Those that are over have no row: what they got is found among the correlated ones. */
export const messageSubscriptionStates = ['CREATED', 'CORRELATED', 'DELETED', 'MIGRATED'] as const;

/** An open subscription with what its row does not repeat. */
export interface FoundSubscription extends MessageSubscriptionRow {
  readonly definition_key: number;
  readonly root_key: number;
  readonly at_ms: number;
}

const ofInstance = (column: string): string =>
  `(SELECT p.${column} FROM process_instances AS p WHERE p.key = s.process_instance_key)`;
const definitionKey = ofInstance('definition_key');
// What an older Baton opened has no time of its own: it was opened when its element began.
const updated = `COALESCE(s.updated_ms, (SELECT e.start_ms FROM element_instances AS e
  WHERE e.process_instance_key = s.process_instance_key AND e.key = s.element_instance_key))`;

/** Search of open message subscriptions. */
export const messageSubscriptionPlan: SearchPlan<FoundSubscription> = {
  // What a row does not hold is looked up for the page alone; joined, it would be for all rows.
  from: 'message_subscriptions AS s',
  columns: [
    's.*',
    `${definitionKey} AS definition_key`,
    `${ofInstance('root_key')} AS root_key`,
    `${updated} AS at_ms`,
  ],
  tenant: 's.tenant_id',
  tiebreak: 's.key',
  // The order of the primary key: the first page of many is read, and no more.
  defaultSort: [{ field: 'processInstanceKey', order: 'ASC' }],
  fields: {
    messageSubscriptionKey: { kind: 'key', column: 's.key' },
    processDefinitionKey: { kind: 'key', column: definitionKey },
    processDefinitionId: { kind: 'string', column: 's.process_id' },
    processInstanceKey: { kind: 'key', column: 's.process_instance_key' },
    elementId: { kind: 'string', column: 's.target_id' },
    elementInstanceKey: { kind: 'key', column: 's.element_instance_key' },
    messageSubscriptionState: {
      kind: 'enum',
      // No constant: PostgreSQL does not sort by one.
      column: `CASE WHEN s.key > 0 THEN 'CREATED' ELSE 'DELETED' END`,
      values: plainEnum(...messageSubscriptionStates),
    },
    lastUpdatedDate: { kind: 'date', column: updated },
    messageName: { kind: 'string', column: 's.message_name' },
    correlationKey: { kind: 'string', column: 's.correlation_key' },
  },
  sortable: [
    'messageSubscriptionKey',
    'processDefinitionId',
    'processInstanceKey',
    'elementId',
    'elementInstanceKey',
    'messageSubscriptionState',
    'lastUpdatedDate',
    'messageName',
    'correlationKey',
    'tenantId',
  ],
};

/** Open subscriptions of a process version. */
export interface SubscriptionCounts {
  readonly definition_key: number;
  readonly process_id: string;
  readonly tenant_id: string;
  readonly instances: number | string;
  readonly subscriptions: number | string;
}

/** Open message subscriptions, counted by process version. */
export const subscriptionCountsPlan: SearchPlan<SubscriptionCounts> = {
  from: 'message_subscriptions AS s JOIN process_instances AS i ON i.key = s.process_instance_key',
  groupBy: 'i.definition_key, i.process_id, s.tenant_id',
  columns: [
    'i.definition_key',
    'i.process_id',
    's.tenant_id',
    'count(DISTINCT s.process_instance_key) AS instances',
    'count(*) AS subscriptions',
  ],
  tenant: 's.tenant_id',
  tiebreak: 'i.definition_key',
  fields: messageSubscriptionPlan.fields,
  sortable: [],
};
