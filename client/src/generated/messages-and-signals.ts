// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, MessageSubscription, CorrelatedMessageSubscription } from './schemas.ts';

export type PublishMessageInput = {
  readonly name: string;
  readonly correlationKey?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly tenantId?: string | null;
  readonly timeToLive?: number | null;
  readonly messageId?: string | null;
};

export type PublishMessageAnswer = {
  readonly messageKey: string;
  readonly tenantId: string;
};

export type CorrelateMessageInput = {
  readonly name: string;
  readonly correlationKey?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly tenantId?: string | null;
};

export type CorrelateMessageAnswer = {
  readonly messageKey: string;
  readonly processInstanceKey: string;
  readonly tenantId: string;
};

export type SearchMessageSubscriptionsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly messageSubscriptionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly messageSubscriptionState?: Condition<
      'CREATED' | 'CORRELATED' | 'DELETED' | 'MIGRATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly lastUpdatedDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly messageName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly correlationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'messageSubscriptionKey'
      | 'processDefinitionId'
      | 'processInstanceKey'
      | 'elementId'
      | 'elementInstanceKey'
      | 'messageSubscriptionState'
      | 'lastUpdatedDate'
      | 'messageName'
      | 'correlationKey'
      | 'tenantId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchMessageSubscriptionsAnswer = {
  readonly items: readonly MessageSubscription[];
  readonly page: Page;
};

export type SearchCorrelatedMessageSubscriptionsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly correlationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly correlationTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly messageKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly messageName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly partitionId?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly subscriptionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'correlationKey'
      | 'correlationTime'
      | 'elementId'
      | 'elementInstanceKey'
      | 'messageKey'
      | 'messageName'
      | 'partitionId'
      | 'processDefinitionId'
      | 'processDefinitionKey'
      | 'processInstanceKey'
      | 'subscriptionKey'
      | 'tenantId';
    readonly order?: 'ASC' | 'DESC' | 'asc' | 'desc';
  }[];
  /** One of `from`, `after` and `before`; cursors come from the page of an answer. */
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
};

export type SearchCorrelatedMessageSubscriptionsAnswer = {
  readonly items: readonly CorrelatedMessageSubscription[];
  readonly page: Page;
};

export type BroadcastSignalInput = {
  readonly signalName: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly tenantId?: string | null;
};

export type BroadcastSignalAnswer = {
  readonly signalKey: string;
  readonly tenantId: string;
};

export type EvaluateConditionalsInput = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly processDefinitionKey?: string | null;
  readonly tenantId?: string | null;
};

export type EvaluateConditionalsAnswer = {
  readonly conditionalEvaluationKey: string;
  readonly tenantId: string;
  readonly processInstances: readonly {
    readonly processDefinitionKey: string;
    readonly processInstanceKey: string;
  }[];
};

/** Messages and signals. */
export interface MessagesAndSignals {
  /** Publish a message. Goes to one waiting instance of each process, else it starts those that begin with it. What finds nobody is kept for its time to live, milliseconds. A message with the id of one that is kept under the same name and correlation key is refused. `POST /v2/messages/publication` */
  publishMessage(input: PublishMessageInput, options?: CallOptions): Promise<PublishMessageAnswer>;
  /** Correlate a message and learn with which instance. Goes to the first instance that waits for it or begins with it. Nothing is kept: without one it is refused. `POST /v2/messages/correlation` */
  correlateMessage(input: CorrelateMessageInput, options?: CallOptions): Promise<CorrelateMessageAnswer>;
  /** Search open message subscriptions. One that got its message is found among the correlated ones. `POST /v2/message-subscriptions/search` */
  searchMessageSubscriptions(
    input?: SearchMessageSubscriptionsInput,
    options?: CallOptions,
  ): Promise<SearchMessageSubscriptionsAnswer>;
  /** Search messages that reached an instance. Among them those that started one. Kept as long as the instance is. `POST /v2/correlated-message-subscriptions/search` */
  searchCorrelatedMessageSubscriptions(
    input?: SearchCorrelatedMessageSubscriptionsInput,
    options?: CallOptions,
  ): Promise<SearchCorrelatedMessageSubscriptionsAnswer>;
  /** Broadcast a signal. Reaches all who wait for it and starts all processes that begin with it. It succeeds when there are none. `POST /v2/signals/broadcast` */
  broadcastSignal(input: BroadcastSignalInput, options?: CallOptions): Promise<BroadcastSignalAnswer>;
  /** Start processes by the conditions of their start events. Every conditional start event whose condition holds with these variables starts its process. `POST /v2/conditionals/evaluation` */
  evaluateConditionals(input: EvaluateConditionalsInput, options?: CallOptions): Promise<EvaluateConditionalsAnswer>;
}

export const messagesAndSignalsOperations = {
  publishMessage: {
    method: 'POST',
    path: '/v2/messages/publication',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  correlateMessage: {
    method: 'POST',
    path: '/v2/messages/correlation',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  searchMessageSubscriptions: {
    method: 'POST',
    path: '/v2/message-subscriptions/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  searchCorrelatedMessageSubscriptions: {
    method: 'POST',
    path: '/v2/correlated-message-subscriptions/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  broadcastSignal: { method: 'POST', path: '/v2/signals/broadcast', body: 'json', answer: 'json', isRepeatable: true },
  evaluateConditionals: {
    method: 'POST',
    path: '/v2/conditionals/evaluation',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
} as const satisfies Readonly<Record<keyof MessagesAndSignals, OperationEntry>>;
