// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, Incident, ErrorStatistics, DefinitionErrorStatistics } from './schemas.ts';

export type SearchIncidentsInput = {
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

export type SearchIncidentsAnswer = {
  readonly items: readonly Incident[];
  readonly page: Page;
};

export type GetIncidentInput = {
  readonly incidentKey: string;
};

export type GetIncidentAnswer = Incident;

export type ResolveIncidentInput = {
  readonly incidentKey: string;
} & {
  readonly operationReference?: number | null;
};

export type GetProcessInstanceStatisticsByErrorInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
  };
  readonly sort?: readonly {
    readonly field: 'errorMessage' | 'activeInstancesWithErrorCount';
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

export type GetProcessInstanceStatisticsByErrorAnswer = {
  readonly items: readonly ErrorStatistics[];
  readonly page: Page;
};

export type GetProcessInstanceStatisticsByDefinitionInput = {
  readonly filter: {
    readonly errorHashCode: number;
  };
  readonly sort?: readonly {
    readonly field: 'activeInstancesWithErrorCount' | 'processDefinitionKey' | 'tenantId';
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

export type GetProcessInstanceStatisticsByDefinitionAnswer = {
  readonly items: readonly DefinitionErrorStatistics[];
  readonly page: Page;
};

/** Incidents. */
export interface Incidents {
  /** Search incidents. `POST /v2/incidents/search` */
  searchIncidents(input?: SearchIncidentsInput, options?: CallOptions): Promise<SearchIncidentsAnswer>;
  /** Read an incident. `GET /v2/incidents/{incidentKey}` */
  getIncident(input: GetIncidentInput, options?: CallOptions): Promise<GetIncidentAnswer>;
  /** Resolve an incident. The instance tries again where it was stuck. A job that has no retries left must be given some before, else this is refused. `POST /v2/incidents/{incidentKey}/resolution` */
  resolveIncident(input: ResolveIncidentInput, options?: CallOptions): Promise<void>;
  /** Count the instances with an active incident by its message. The most frequent first. `POST /v2/incidents/statistics/process-instances-by-error` */
  getProcessInstanceStatisticsByError(
    input?: GetProcessInstanceStatisticsByErrorInput,
    options?: CallOptions,
  ): Promise<GetProcessInstanceStatisticsByErrorAnswer>;
  /** Count the instances with an active incident of one message by process version. `POST /v2/incidents/statistics/process-instances-by-definition` */
  getProcessInstanceStatisticsByDefinition(
    input: GetProcessInstanceStatisticsByDefinitionInput,
    options?: CallOptions,
  ): Promise<GetProcessInstanceStatisticsByDefinitionAnswer>;
}

export const incidentsOperations = {
  searchIncidents: { method: 'POST', path: '/v2/incidents/search', body: 'json', answer: 'json', isSafe: true },
  getIncident: { method: 'GET', path: '/v2/incidents/{incidentKey}', answer: 'json', isSafe: true },
  resolveIncident: {
    method: 'POST',
    path: '/v2/incidents/{incidentKey}/resolution',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  getProcessInstanceStatisticsByError: {
    method: 'POST',
    path: '/v2/incidents/statistics/process-instances-by-error',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getProcessInstanceStatisticsByDefinition: {
    method: 'POST',
    path: '/v2/incidents/statistics/process-instances-by-definition',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof Incidents, OperationEntry>>;
