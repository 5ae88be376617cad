import { messageCorrelationPlan } from '../store/searches/message-correlation-plan.ts';
import { messageSubscriptionPlan, subscriptionCountsPlan } from '../store/searches/message-subscription-plan.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import {
  correlatedSubscriptionAnswer,
  correlatedSubscriptionExample,
  correlatedSubscriptionType,
  messageSubscriptionAnswer,
  messageSubscriptionExample,
  messageSubscriptionType,
  subscriptionCountsAnswer,
  subscriptionCountsType,
} from './message-subscription-answer.ts';
import { needs } from './operation/access.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';

const tag = 'Messages and signals';
const access = needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE');

/** Who waits for a message, and whom one reached. */
export const messageSubscriptionOperations = ({ database }: Pick<Runtime, 'database'>): readonly Operation[] => [
  searchOperation(database, {
    id: 'searchMessageSubscriptions',
    path: '/v2/message-subscriptions/search',
    tag,
    summary: 'Search open message subscriptions',
    description: 'One that got its message is found among the correlated ones.',
    reader: { plan: messageSubscriptionPlan },
    item: messageSubscriptionType,
    answer: messageSubscriptionAnswer,
    access,
    example: { body: { filter: { messageName: 'payment' } }, item: messageSubscriptionExample },
  }),
  searchOperation(database, {
    id: 'searchCorrelatedMessageSubscriptions',
    path: '/v2/correlated-message-subscriptions/search',
    tag,
    summary: 'Search messages that reached an instance',
    description: 'Among them those that started one. Kept as long as the instance is.',
    reader: { plan: messageCorrelationPlan },
    item: correlatedSubscriptionType,
    answer: correlatedSubscriptionAnswer,
    access,
    example: { body: { filter: { correlationKey: 'o-1' } }, item: correlatedSubscriptionExample },
  }),
  searchOperation(database, {
    id: 'getProcessDefinitionMessageSubscriptionStatistics',
    path: '/v2/process-definitions/statistics/message-subscriptions',
    tag: 'Process definitions',
    summary: 'Count the open message subscriptions of each process version',
    reader: { plan: subscriptionCountsPlan },
    item: subscriptionCountsType,
    answer: subscriptionCountsAnswer,
    access,
    example: {
      body: { filter: { messageName: 'payment' } },
      item: {
        processDefinitionId: 'order',
        tenantId: '<default>',
        processDefinitionKey: '1000000003',
        processInstancesWithActiveSubscriptions: 11,
        activeSubscriptions: 12,
      },
    },
  }),
];
