import { z } from 'zod';
import { messageSubscriptionStates } from '../store/searches/message-subscription-plan.ts';
import type { FoundSubscription, SubscriptionCounts } from '../store/searches/message-subscription-plan.ts';
import type { MessageCorrelationRow } from '../store/tables/message-correlations.ts';
import { dateText, keyText, keyTextOrNull } from './answer.ts';
import { dateType, keyType, tenantType } from './operation/answer-types.ts';

export const messageSubscriptionType = z
  .strictObject({
    messageSubscriptionKey: keyType,
    processDefinitionId: z.string(),
    processDefinitionKey: keyType.nullable(),
    processInstanceKey: keyType.nullable(),
    rootProcessInstanceKey: keyType.nullable(),
    elementId: z.string().describe('The element that catches the message: the waiting one, or a boundary event of it.'),
    elementInstanceKey: keyType.nullable(),
    messageSubscriptionState: z.enum(messageSubscriptionStates),
    lastUpdatedDate: dateType,
    messageName: z.string(),
    correlationKey: z.string().nullable(),
    tenantId: tenantType,
  })
  .meta({ id: 'MessageSubscription' });

/** An open message subscription. */
export const messageSubscriptionAnswer = (row: FoundSubscription): z.input<typeof messageSubscriptionType> => ({
  messageSubscriptionKey: keyText(row.key),
  processDefinitionId: row.process_id,
  processDefinitionKey: keyText(row.definition_key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  elementId: row.target_id,
  elementInstanceKey: keyText(row.element_instance_key),
  messageSubscriptionState: 'CREATED',
  lastUpdatedDate: dateText(row.at_ms),
  messageName: row.message_name,
  correlationKey: row.correlation_key,
  tenantId: row.tenant_id,
});

export const correlatedSubscriptionType = z
  .strictObject({
    correlationKey: z.string().nullable(),
    correlationTime: dateType,
    elementId: z.string(),
    elementInstanceKey: keyType.nullable().describe('Null for an instance that the message started.'),
    messageKey: keyType,
    messageName: z.string(),
    partitionId: z.int(),
    processDefinitionId: z.string(),
    processDefinitionKey: keyType,
    processInstanceKey: keyType,
    rootProcessInstanceKey: keyType.nullable(),
    subscriptionKey: keyType,
    tenantId: tenantType,
  })
  .meta({ id: 'CorrelatedMessageSubscription' });

/** A message that reached an instance. */
export const correlatedSubscriptionAnswer = (
  row: MessageCorrelationRow,
): z.input<typeof correlatedSubscriptionType> => ({
  correlationKey: row.correlation_key === '' ? null : row.correlation_key,
  correlationTime: dateText(row.at_ms),
  elementId: row.element_id,
  elementInstanceKey: keyTextOrNull(row.element_instance_key),
  messageKey: keyText(row.message_key),
  messageName: row.message_name,
  partitionId: 1,
  processDefinitionId: row.process_id,
  processDefinitionKey: keyText(row.definition_key),
  processInstanceKey: keyText(row.process_instance_key),
  rootProcessInstanceKey: keyText(row.root_key),
  subscriptionKey: keyText(row.subscription_key),
  tenantId: row.tenant_id,
});

export const subscriptionCountsType = z
  .strictObject({
    processDefinitionId: z.string(),
    tenantId: tenantType,
    processDefinitionKey: keyType,
    processInstancesWithActiveSubscriptions: z.int(),
    activeSubscriptions: z.int(),
  })
  .meta({ id: 'MessageSubscriptionStatistics' });

/** How many subscriptions are open in a process version. */
export const subscriptionCountsAnswer = (row: SubscriptionCounts): z.input<typeof subscriptionCountsType> => ({
  processDefinitionId: row.process_id,
  tenantId: row.tenant_id,
  processDefinitionKey: keyText(row.definition_key),
  processInstancesWithActiveSubscriptions: Number(row.instances),
  activeSubscriptions: Number(row.subscriptions),
});

export const messageSubscriptionExample: z.input<typeof messageSubscriptionType> = {
  messageSubscriptionKey: '1000000111',
  processDefinitionId: 'order',
  processDefinitionKey: '1000000003',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  elementId: 'paid',
  elementInstanceKey: '1000000110',
  messageSubscriptionState: 'CREATED',
  lastUpdatedDate: '2030-01-31T10:00:00.000Z',
  messageName: 'payment',
  correlationKey: 'o-1',
  tenantId: '<default>',
};
export const correlatedSubscriptionExample: z.input<typeof correlatedSubscriptionType> = {
  correlationKey: 'o-1',
  correlationTime: '2030-01-31T10:05:00.000Z',
  elementId: 'paid',
  elementInstanceKey: '1000000110',
  messageKey: '1000000120',
  messageName: 'payment',
  partitionId: 1,
  processDefinitionId: 'order',
  processDefinitionKey: '1000000003',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  subscriptionKey: '1000000111',
  tenantId: '<default>',
};
