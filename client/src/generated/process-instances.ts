// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.
/* eslint-disable max-lines */

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type {
  Page,
  ElementStatistics,
  StartedProcessInstance,
  ProcessInstance,
  Incident,
  CallingProcessInstance,
  SequenceFlow,
  BatchOperationCreated,
} from './schemas.ts';

export type CreateProcessInstanceInput = {
  readonly processDefinitionKey?: string | null;
  readonly processDefinitionId?: string | null;
  readonly processDefinitionVersion?: number | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly tenantId?: '<default>' | null;
  readonly tags?: readonly string[] | null;
  readonly businessId?: string | null;
  readonly operationReference?: number | null;
  readonly startInstructions?: readonly unknown[] | null;
  readonly runtimeInstructions?: readonly unknown[] | null;
  readonly awaitCompletion?: boolean | null;
  readonly fetchVariables?: readonly string[] | null;
  readonly requestTimeout?: number | null;
};

export type CreateProcessInstanceAnswer = StartedProcessInstance;

export type SearchProcessInstancesInput = {
  readonly filter?: {
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionVersion?: Condition<
      number,
      '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
    >;
    readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly state?: Condition<
      'ACTIVE' | 'COMPLETED' | 'TERMINATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly hasIncident?: boolean;
    readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly variables?: unknown;
    readonly tags?: unknown;
    readonly elementId?: unknown;
    readonly elementInstanceState?: unknown;
    readonly hasElementInstanceIncident?: unknown;
    readonly batchOperationKey?: unknown;
    readonly errorMessage?: unknown;
    readonly hasRetriesLeft?: unknown;
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly $or?: readonly {
      readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionVersion?: Condition<
        number,
        '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
      >;
      readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly state?: Condition<
        'ACTIVE' | 'COMPLETED' | 'TERMINATED',
        '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
      >;
      readonly hasIncident?: boolean;
      readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly variables?: unknown;
      readonly tags?: unknown;
      readonly elementId?: unknown;
      readonly elementInstanceState?: unknown;
      readonly hasElementInstanceIncident?: unknown;
      readonly batchOperationKey?: unknown;
      readonly errorMessage?: unknown;
      readonly hasRetriesLeft?: unknown;
      readonly tenantId?: string | Readonly<Record<string, unknown>>;
    }[];
  };
  readonly sort?: readonly {
    readonly field:
      | 'processInstanceKey'
      | 'processDefinitionId'
      | 'processDefinitionName'
      | 'processDefinitionVersion'
      | 'processDefinitionVersionTag'
      | 'processDefinitionKey'
      | 'parentProcessInstanceKey'
      | 'parentElementInstanceKey'
      | 'startDate'
      | 'endDate'
      | 'state'
      | 'hasIncident'
      | 'tenantId'
      | 'businessId';
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

export type SearchProcessInstancesAnswer = {
  readonly items: readonly ProcessInstance[];
  readonly page: Page;
};

export type GetProcessInstanceInput = {
  readonly processInstanceKey: string;
};

export type GetProcessInstanceAnswer = ProcessInstance;

export type CancelProcessInstanceInput = {
  readonly processInstanceKey: string;
} & {
  readonly operationReference?: number | null;
};

export type SearchProcessInstanceIncidentsInput = {
  readonly processInstanceKey: string;
} & {
  readonly filter?: {
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
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
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

export type SearchProcessInstanceIncidentsAnswer = {
  readonly items: readonly Incident[];
  readonly page: Page;
};

export type GetProcessInstanceCallHierarchyInput = {
  readonly processInstanceKey: string;
};

export type GetProcessInstanceCallHierarchyAnswer = readonly CallingProcessInstance[];

export type GetProcessInstanceSequenceFlowsInput = {
  readonly processInstanceKey: string;
};

export type GetProcessInstanceSequenceFlowsAnswer = {
  readonly items: readonly SequenceFlow[];
};

export type GetProcessInstanceStatisticsInput = {
  readonly processInstanceKey: string;
};

export type GetProcessInstanceStatisticsAnswer = {
  readonly items: readonly ElementStatistics[];
};

export type CreateProcessInstancesInput = {
  readonly processDefinitionKey?: string | null;
  readonly processDefinitionId?: string | null;
  readonly processDefinitionVersion?: number | null;
  readonly instances: readonly {
    readonly variables?: Readonly<Record<string, unknown>> | null;
    readonly tenantId?: '<default>' | null;
    readonly tags?: readonly string[] | null;
    readonly businessId?: string | null;
  }[];
};

export type CreateProcessInstancesAnswer = {
  readonly items: readonly {
    readonly processInstanceKey: string | null;
    readonly error: {
      readonly type: 'about:blank';
      readonly title: string;
      readonly status: number;
      readonly detail: string;
      readonly instance: string;
    } | null;
  }[];
};

export type CancelProcessInstancesBatchOperationInput = {
  readonly filter: {
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionVersion?: Condition<
      number,
      '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
    >;
    readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly state?: Condition<
      'ACTIVE' | 'COMPLETED' | 'TERMINATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly hasIncident?: boolean;
    readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly variables?: unknown;
    readonly tags?: unknown;
    readonly elementId?: unknown;
    readonly elementInstanceState?: unknown;
    readonly hasElementInstanceIncident?: unknown;
    readonly batchOperationKey?: unknown;
    readonly errorMessage?: unknown;
    readonly hasRetriesLeft?: unknown;
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly $or?: readonly {
      readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionVersion?: Condition<
        number,
        '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
      >;
      readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly state?: Condition<
        'ACTIVE' | 'COMPLETED' | 'TERMINATED',
        '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
      >;
      readonly hasIncident?: boolean;
      readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly variables?: unknown;
      readonly tags?: unknown;
      readonly elementId?: unknown;
      readonly elementInstanceState?: unknown;
      readonly hasElementInstanceIncident?: unknown;
      readonly batchOperationKey?: unknown;
      readonly errorMessage?: unknown;
      readonly hasRetriesLeft?: unknown;
      readonly tenantId?: string | Readonly<Record<string, unknown>>;
    }[];
  };
} & {
  readonly operationReference?: number | null;
};

export type CancelProcessInstancesBatchOperationAnswer = BatchOperationCreated;

export type ResolveIncidentsBatchOperationInput = {
  readonly filter: {
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionVersion?: Condition<
      number,
      '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
    >;
    readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly state?: Condition<
      'ACTIVE' | 'COMPLETED' | 'TERMINATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly hasIncident?: boolean;
    readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly variables?: unknown;
    readonly tags?: unknown;
    readonly elementId?: unknown;
    readonly elementInstanceState?: unknown;
    readonly hasElementInstanceIncident?: unknown;
    readonly batchOperationKey?: unknown;
    readonly errorMessage?: unknown;
    readonly hasRetriesLeft?: unknown;
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly $or?: readonly {
      readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionVersion?: Condition<
        number,
        '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
      >;
      readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly state?: Condition<
        'ACTIVE' | 'COMPLETED' | 'TERMINATED',
        '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
      >;
      readonly hasIncident?: boolean;
      readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly variables?: unknown;
      readonly tags?: unknown;
      readonly elementId?: unknown;
      readonly elementInstanceState?: unknown;
      readonly hasElementInstanceIncident?: unknown;
      readonly batchOperationKey?: unknown;
      readonly errorMessage?: unknown;
      readonly hasRetriesLeft?: unknown;
      readonly tenantId?: string | Readonly<Record<string, unknown>>;
    }[];
  };
} & {
  readonly operationReference?: number | null;
};

export type ResolveIncidentsBatchOperationAnswer = BatchOperationCreated;

export type DeleteProcessInstancesBatchOperationInput = {
  readonly filter: {
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionVersion?: Condition<
      number,
      '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
    >;
    readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly state?: Condition<
      'ACTIVE' | 'COMPLETED' | 'TERMINATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly hasIncident?: boolean;
    readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly variables?: unknown;
    readonly tags?: unknown;
    readonly elementId?: unknown;
    readonly elementInstanceState?: unknown;
    readonly hasElementInstanceIncident?: unknown;
    readonly batchOperationKey?: unknown;
    readonly errorMessage?: unknown;
    readonly hasRetriesLeft?: unknown;
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly $or?: readonly {
      readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly processDefinitionVersion?: Condition<
        number,
        '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'
      >;
      readonly processDefinitionVersionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly parentProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly parentElementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly rootProcessInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
      readonly startDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly endDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly state?: Condition<
        'ACTIVE' | 'COMPLETED' | 'TERMINATED',
        '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
      >;
      readonly hasIncident?: boolean;
      readonly businessId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
      readonly variables?: unknown;
      readonly tags?: unknown;
      readonly elementId?: unknown;
      readonly elementInstanceState?: unknown;
      readonly hasElementInstanceIncident?: unknown;
      readonly batchOperationKey?: unknown;
      readonly errorMessage?: unknown;
      readonly hasRetriesLeft?: unknown;
      readonly tenantId?: string | Readonly<Record<string, unknown>>;
    }[];
  };
} & {
  readonly operationReference?: number | null;
};

export type DeleteProcessInstancesBatchOperationAnswer = BatchOperationCreated;

export type ResolveProcessInstanceIncidentsInput = {
  readonly processInstanceKey: string;
};

export type ResolveProcessInstanceIncidentsAnswer = BatchOperationCreated;

export type DeleteProcessInstanceInput = {
  readonly processInstanceKey: string;
} & {
  readonly operationReference?: number | null;
};

/** Process instances. */
export interface ProcessInstances {
  /** Start a process instance. The latest version of an id, a version of an id, or a version by its key. With `awaitCompletion` the answer comes when the instance has completed, with the variables of its outermost scope (those of `fetchVariables` when some are named). `POST /v2/process-instances` */
  createProcessInstance(
    input?: CreateProcessInstanceInput,
    options?: CallOptions,
  ): Promise<CreateProcessInstanceAnswer>;
  /** Search process instances. `POST /v2/process-instances/search` */
  searchProcessInstances(
    input?: SearchProcessInstancesInput,
    options?: CallOptions,
  ): Promise<SearchProcessInstancesAnswer>;
  /** Read a process instance. `GET /v2/process-instances/{processInstanceKey}` */
  getProcessInstance(input: GetProcessInstanceInput, options?: CallOptions): Promise<GetProcessInstanceAnswer>;
  /** Cancel a process instance. `POST /v2/process-instances/{processInstanceKey}/cancellation` */
  cancelProcessInstance(input: CancelProcessInstanceInput, options?: CallOptions): Promise<void>;
  /** Search the incidents of an instance and of those that it called. `POST /v2/process-instances/{processInstanceKey}/incidents/search` */
  searchProcessInstanceIncidents(
    input: SearchProcessInstanceIncidentsInput,
    options?: CallOptions,
  ): Promise<SearchProcessInstanceIncidentsAnswer>;
  /** List the instances that led to an instance by call activities. The outermost first; empty for an instance that nobody called. `GET /v2/process-instances/{processInstanceKey}/call-hierarchy` */
  getProcessInstanceCallHierarchy(
    input: GetProcessInstanceCallHierarchyInput,
    options?: CallOptions,
  ): Promise<GetProcessInstanceCallHierarchyAnswer>;
  /** List the sequence flows that were taken. `GET /v2/process-instances/{processInstanceKey}/sequence-flows` */
  getProcessInstanceSequenceFlows(
    input: GetProcessInstanceSequenceFlowsInput,
    options?: CallOptions,
  ): Promise<GetProcessInstanceSequenceFlowsAnswer>;
  /** Count the element instances of an instance by element. `GET /v2/process-instances/{processInstanceKey}/statistics/element-instances` */
  getProcessInstanceStatistics(
    input: GetProcessInstanceStatisticsInput,
    options?: CallOptions,
  ): Promise<GetProcessInstanceStatisticsAnswer>;
  /** Start many instances of one process. One to 1,000. They are decided and committed together, which is what makes this cheaper than a call for each. Each stands for itself: one that is refused has its problem in its place of the answer, and the others start. `POST /ext/process-instances` */
  createProcessInstances(
    input: CreateProcessInstancesInput,
    options?: CallOptions,
  ): Promise<CreateProcessInstancesAnswer>;
  /** Cancel the process instances that a filter finds. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/process-instances/cancellation` */
  cancelProcessInstancesBatchOperation(
    input: CancelProcessInstancesBatchOperationInput,
    options?: CallOptions,
  ): Promise<CancelProcessInstancesBatchOperationAnswer>;
  /** Resolve the incidents of the process instances that a filter finds. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/process-instances/incident-resolution` */
  resolveIncidentsBatchOperation(
    input: ResolveIncidentsBatchOperationInput,
    options?: CallOptions,
  ): Promise<ResolveIncidentsBatchOperationAnswer>;
  /** Erase the ended process instances that a filter finds. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/process-instances/deletion` */
  deleteProcessInstancesBatchOperation(
    input: DeleteProcessInstancesBatchOperationInput,
    options?: CallOptions,
  ): Promise<DeleteProcessInstancesBatchOperationAnswer>;
  /** Resolve all incidents of a process instance. By a batch operation; a job that has no retries left gets one. `POST /v2/process-instances/{processInstanceKey}/incident-resolution` */
  resolveProcessInstanceIncidents(
    input: ResolveProcessInstanceIncidentsInput,
    options?: CallOptions,
  ): Promise<ResolveProcessInstanceIncidentsAnswer>;
  /** Erase an ended process instance. With all that is kept of it and of the instances that it called. `POST /v2/process-instances/{processInstanceKey}/deletion` */
  deleteProcessInstance(input: DeleteProcessInstanceInput, options?: CallOptions): Promise<void>;
}

export const processInstancesOperations = {
  createProcessInstance: {
    method: 'POST',
    path: '/v2/process-instances',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  searchProcessInstances: {
    method: 'POST',
    path: '/v2/process-instances/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getProcessInstance: {
    method: 'GET',
    path: '/v2/process-instances/{processInstanceKey}',
    answer: 'json',
    isSafe: true,
  },
  cancelProcessInstance: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/cancellation',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchProcessInstanceIncidents: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/incidents/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getProcessInstanceCallHierarchy: {
    method: 'GET',
    path: '/v2/process-instances/{processInstanceKey}/call-hierarchy',
    answer: 'json',
    isSafe: true,
  },
  getProcessInstanceSequenceFlows: {
    method: 'GET',
    path: '/v2/process-instances/{processInstanceKey}/sequence-flows',
    answer: 'json',
    isSafe: true,
  },
  getProcessInstanceStatistics: {
    method: 'GET',
    path: '/v2/process-instances/{processInstanceKey}/statistics/element-instances',
    answer: 'json',
    isSafe: true,
  },
  createProcessInstances: {
    method: 'POST',
    path: '/ext/process-instances',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  cancelProcessInstancesBatchOperation: {
    method: 'POST',
    path: '/v2/process-instances/cancellation',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  resolveIncidentsBatchOperation: {
    method: 'POST',
    path: '/v2/process-instances/incident-resolution',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  deleteProcessInstancesBatchOperation: {
    method: 'POST',
    path: '/v2/process-instances/deletion',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  resolveProcessInstanceIncidents: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/incident-resolution',
    answer: 'json',
    isRepeatable: true,
  },
  deleteProcessInstance: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/deletion',
    body: 'json',
    answer: 'nothing',
  },
} as const satisfies Readonly<Record<keyof ProcessInstances, OperationEntry>>;
