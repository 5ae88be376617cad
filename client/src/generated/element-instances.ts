// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, Incident, ElementInstance, ElementInstanceWaitState } from './schemas.ts';

export type SearchElementInstancesInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
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

export type SearchElementInstanceIncidentsInput = {
  readonly elementInstanceKey: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly incidentKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly errorType?: Condition<
      | 'UNSPECIFIED'
      | 'UNKNOWN'
      | 'IO_MAPPING_ERROR'
      | 'JOB_NO_RETRIES'
      | 'EXECUTION_LISTENER_NO_RETRIES'
      | 'TASK_LISTENER_NO_RETRIES'
      | 'AD_HOC_SUB_PROCESS_NO_RETRIES'
      | 'CONDITION_ERROR'
      | 'EXTRACT_VALUE_ERROR'
      | 'CALLED_ELEMENT_ERROR'
      | 'UNHANDLED_ERROR_EVENT'
      | 'MESSAGE_SIZE_EXCEEDED'
      | 'CALLED_DECISION_ERROR'
      | 'DECISION_EVALUATION_ERROR'
      | 'FORM_NOT_FOUND'
      | 'RESOURCE_NOT_FOUND',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly errorMessage?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly creationTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly state?: Condition<
      'ACTIVE' | 'PENDING' | 'RESOLVED' | 'MIGRATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly jobKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'incidentKey'
      | 'processDefinitionKey'
      | 'processDefinitionId'
      | 'processInstanceKey'
      | 'errorType'
      | 'elementId'
      | 'elementInstanceKey'
      | 'creationTime'
      | 'state'
      | 'jobKey'
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

export type SearchElementInstanceIncidentsAnswer = {
  readonly items: readonly Incident[];
  readonly page: Page;
};

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

export type SearchElementInstanceWaitStatesInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementType?: Condition<
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
    readonly waitStateType?: Condition<
      'JOB' | 'USER_TASK' | 'MESSAGE' | 'TIMER' | 'SIGNAL' | 'CONDITION',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly rootProcessInstanceKey?: unknown;
  };
  readonly sort?: readonly {
    readonly field: 'elementInstanceKey' | 'processInstanceKey' | 'rootProcessInstanceKey' | 'elementId';
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

export type SearchElementInstanceWaitStatesAnswer = {
  readonly items: readonly ElementInstanceWaitState[];
  readonly page: Page;
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
  /** Search the incidents of an element instance and of all below it. Below it is what is inside it, and what was called from there. `POST /v2/element-instances/{elementInstanceKey}/incidents/search` */
  searchElementInstanceIncidents(
    input: SearchElementInstanceIncidentsInput,
    options?: CallOptions,
  ): Promise<SearchElementInstanceIncidentsAnswer>;
  /** Begin activities of an ad-hoc sub-process. `POST /v2/element-instances/ad-hoc-activities/{adHocSubProcessInstanceKey}/activation` */
  activateAdHocSubProcessActivities(
    input: ActivateAdHocSubProcessActivitiesInput,
    options?: CallOptions,
  ): Promise<void>;
  /** Set variables. In this scope with `local`, else each where it is found on the way outwards, and in the outermost scope where it is not. `PUT /v2/element-instances/{elementInstanceKey}/variables` */
  createElementInstanceVariables(input: CreateElementInstanceVariablesInput, options?: CallOptions): Promise<void>;
  /** Search what running element instances wait for. A job, a user task, a message, a timer, a signal or a condition. Boundary events and event sub-processes, which listen beside it, are left out. `POST /v2/element-instances/wait-states/search` */
  searchElementInstanceWaitStates(
    input?: SearchElementInstanceWaitStatesInput,
    options?: CallOptions,
  ): Promise<SearchElementInstanceWaitStatesAnswer>;
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
  searchElementInstanceIncidents: {
    method: 'POST',
    path: '/v2/element-instances/{elementInstanceKey}/incidents/search',
    body: 'json',
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
  searchElementInstanceWaitStates: {
    method: 'POST',
    path: '/v2/element-instances/wait-states/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof ElementInstances, OperationEntry>>;
