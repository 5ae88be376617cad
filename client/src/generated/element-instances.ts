// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, ElementInstance } from './schemas.ts';

export type SearchElementInstancesInput = {
  readonly filter?: {
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementInstanceScopeKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly type?: Condition<
      | 'UNSPECIFIED'
      | 'PROCESS'
      | 'SUB_PROCESS'
      | 'EVENT_SUB_PROCESS'
      | 'AD_HOC_SUB_PROCESS'
      | 'AD_HOC_SUB_PROCESS_INNER_INSTANCE'
      | 'START_EVENT'
      | 'INTERMEDIATE_CATCH_EVENT'
      | 'INTERMEDIATE_THROW_EVENT'
      | 'BOUNDARY_EVENT'
      | 'END_EVENT'
      | 'SERVICE_TASK'
      | 'RECEIVE_TASK'
      | 'USER_TASK'
      | 'MANUAL_TASK'
      | 'TASK'
      | 'EXCLUSIVE_GATEWAY'
      | 'INCLUSIVE_GATEWAY'
      | 'PARALLEL_GATEWAY'
      | 'COMPLEX_GATEWAY'
      | 'EVENT_BASED_GATEWAY'
      | 'SEQUENCE_FLOW'
      | 'MULTI_INSTANCE_BODY'
      | 'CALL_ACTIVITY'
      | 'BUSINESS_RULE_TASK'
      | 'SCRIPT_TASK'
      | 'SEND_TASK'
      | 'UNKNOWN',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly state?: Condition<
      'ACTIVE' | 'COMPLETED' | 'TERMINATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly hasIncident?: boolean;
    readonly incidentKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'elementInstanceKey'
      | 'processInstanceKey'
      | 'processDefinitionKey'
      | 'processDefinitionId'
      | 'startDate'
      | 'endDate'
      | 'elementId'
      | 'elementName'
      | 'type'
      | 'state'
      | 'incidentKey'
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

export type SearchElementInstancesAnswer = {
  readonly items: readonly ElementInstance[];
  readonly page: Page;
};

export type GetElementInstanceInput = {
  readonly elementInstanceKey: string;
};

export type GetElementInstanceAnswer = ElementInstance;

export type ActivateAdHocSubProcessActivitiesInput = {
  readonly adHocSubProcessInstanceKey: string;
} & {
  readonly elements: readonly {
    readonly elementId: string;
    readonly variables?: Readonly<Record<string, unknown>> | null;
  }[];
  readonly cancelRemainingInstances?: boolean | null;
};

export type CreateElementInstanceVariablesInput = {
  readonly elementInstanceKey: string;
} & {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly local?: boolean | null;
  readonly operationReference?: number | null;
};

/** Element instances. */
export interface ElementInstances {
  /** Search element instances. `POST /v2/element-instances/search` */
  searchElementInstances(
    input?: SearchElementInstancesInput,
    options?: CallOptions,
  ): Promise<SearchElementInstancesAnswer>;
  /** Read an element instance. `GET /v2/element-instances/{elementInstanceKey}` */
  getElementInstance(input: GetElementInstanceInput, options?: CallOptions): Promise<GetElementInstanceAnswer>;
  /** Begin activities of an ad-hoc sub-process. `POST /v2/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation` */
  activateAdHocSubProcessActivities(
    input: ActivateAdHocSubProcessActivitiesInput,
    options?: CallOptions,
  ): Promise<void>;
  /** Set variables. In this scope with `local`, else each where it is found on the way outwards, and in the outermost scope where it is not. `PUT /v2/element-instances/{elementInstanceKey}/variables` */
  createElementInstanceVariables(input: CreateElementInstanceVariablesInput, options?: CallOptions): Promise<void>;
}

export const elementInstancesOperations = {
  searchElementInstances: {
    method: 'POST',
    path: '/v2/element-instances/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getElementInstance: {
    method: 'GET',
    path: '/v2/element-instances/{elementInstanceKey}',
    answer: 'json',
    isSafe: true,
  },
  activateAdHocSubProcessActivities: {
    method: 'POST',
    path: '/v2/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  createElementInstanceVariables: {
    method: 'PUT',
    path: '/v2/element-instances/{elementInstanceKey}/variables',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof ElementInstances, OperationEntry>>;
