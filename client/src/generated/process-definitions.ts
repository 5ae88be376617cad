// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type {
  Page,
  Form,
  ProcessDefinition,
  ElementStatistics,
  VariableName,
  RunningProcess,
  RunningVersion,
  MessageSubscriptionStatistics,
} from './schemas.ts';

export type SearchProcessDefinitionsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly resourceName?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly version?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly versionTag?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly isLatestVersion?: boolean;
    readonly hasStartForm?: boolean;
    readonly state?: Condition<'ACTIVE' | 'DELETED', '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'processDefinitionKey'
      | 'name'
      | 'resourceName'
      | 'version'
      | 'versionTag'
      | 'processDefinitionId'
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

export type SearchProcessDefinitionsAnswer = {
  readonly items: readonly ProcessDefinition[];
  readonly page: Page;
};

export type GetProcessDefinitionInput = {
  readonly processDefinitionKey: string;
};

export type GetProcessDefinitionAnswer = ProcessDefinition;

export type GetProcessDefinitionXMLInput = {
  readonly processDefinitionKey: string;
};

export type GetStartProcessFormInput = {
  readonly processDefinitionKey: string;
};

export type GetStartProcessFormAnswer = Form | null;

export type GetProcessDefinitionStatisticsInput = {
  readonly processDefinitionKey: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
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
    readonly suspendedDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly state?: Condition<
      'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED',
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
    readonly batchOperationId?: unknown;
    readonly errorMessage?: unknown;
    readonly incidentErrorHashCode?: unknown;
    readonly hasRetriesLeft?: unknown;
    readonly $or?: readonly {
      readonly tenantId?: string | Readonly<Record<string, unknown>>;
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
      readonly suspendedDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
      readonly state?: Condition<
        'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED',
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
      readonly batchOperationId?: unknown;
      readonly errorMessage?: unknown;
      readonly incidentErrorHashCode?: unknown;
      readonly hasRetriesLeft?: unknown;
    }[];
  };
};

export type GetProcessDefinitionStatisticsAnswer = {
  readonly items: readonly ElementStatistics[];
};

export type SearchProcessDefinitionVariableNamesInput = {
  readonly processDefinitionKey: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: never;
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

export type SearchProcessDefinitionVariableNamesAnswer = {
  readonly items: readonly VariableName[];
  readonly page: Page;
};

export type GetProcessDefinitionInstanceStatisticsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
  };
  readonly sort?: readonly {
    readonly field: 'processDefinitionId' | 'activeInstancesWithoutIncidentCount' | 'activeInstancesWithIncidentCount';
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

export type GetProcessDefinitionInstanceStatisticsAnswer = {
  readonly items: readonly RunningProcess[];
  readonly page: Page;
};

export type GetProcessDefinitionInstanceVersionStatisticsInput = {
  readonly filter: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly processDefinitionId: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'processDefinitionId'
      | 'processDefinitionKey'
      | 'processDefinitionName'
      | 'processDefinitionVersion'
      | 'activeInstancesWithoutIncidentCount'
      | 'activeInstancesWithIncidentCount';
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

export type GetProcessDefinitionInstanceVersionStatisticsAnswer = {
  readonly items: readonly RunningVersion[];
  readonly page: Page;
};

export type GetProcessDefinitionMessageSubscriptionStatisticsInput = {
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
    readonly field: never;
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

export type GetProcessDefinitionMessageSubscriptionStatisticsAnswer = {
  readonly items: readonly MessageSubscriptionStatistics[];
  readonly page: Page;
};

/** Process definitions. */
export interface ProcessDefinitions {
  /** Search deployed processes. `POST /v2/process-definitions/search` */
  searchProcessDefinitions(
    input?: SearchProcessDefinitionsInput,
    options?: CallOptions,
  ): Promise<SearchProcessDefinitionsAnswer>;
  /** Read a deployed process. `GET /v2/process-definitions/{processDefinitionKey}` */
  getProcessDefinition(input: GetProcessDefinitionInput, options?: CallOptions): Promise<GetProcessDefinitionAnswer>;
  /** Read the BPMN file of a process as it was deployed. `GET /v2/process-definitions/{processDefinitionKey}/xml` */
  getProcessDefinitionXML(input: GetProcessDefinitionXMLInput, options?: CallOptions): Promise<string>;
  /** Read the start form of a process. `GET /v2/process-definitions/{processDefinitionKey}/form` */
  getStartProcessForm(input: GetStartProcessFormInput, options?: CallOptions): Promise<GetStartProcessFormAnswer>;
  /** Count the element instances of a process by element. Of the instances that the filter finds; of all without one. `POST /v2/process-definitions/{processDefinitionKey}/statistics/element-instances` */
  getProcessDefinitionStatistics(
    input: GetProcessDefinitionStatisticsInput,
    options?: CallOptions,
  ): Promise<GetProcessDefinitionStatisticsAnswer>;
  /** Search the names of variables that instances of a process have or had. Of the 10,000 instances that started last. `POST /v2/process-definitions/{processDefinitionKey}/variable-names/search` */
  searchProcessDefinitionVariableNames(
    input: SearchProcessDefinitionVariableNamesInput,
    options?: CallOptions,
  ): Promise<SearchProcessDefinitionVariableNamesAnswer>;
  /** Count the running instances of each process. All versions together. Processes of which nothing runs are left out. `POST /v2/process-definitions/statistics/process-instances` */
  getProcessDefinitionInstanceStatistics(
    input?: GetProcessDefinitionInstanceStatisticsInput,
    options?: CallOptions,
  ): Promise<GetProcessDefinitionInstanceStatisticsAnswer>;
  /** Count the running instances of each version of a process. Versions of which nothing runs are left out. `POST /v2/process-definitions/statistics/process-instances-by-version` */
  getProcessDefinitionInstanceVersionStatistics(
    input: GetProcessDefinitionInstanceVersionStatisticsInput,
    options?: CallOptions,
  ): Promise<GetProcessDefinitionInstanceVersionStatisticsAnswer>;
  /** Count the open message subscriptions of each process version. `POST /v2/process-definitions/statistics/message-subscriptions` */
  getProcessDefinitionMessageSubscriptionStatistics(
    input?: GetProcessDefinitionMessageSubscriptionStatisticsInput,
    options?: CallOptions,
  ): Promise<GetProcessDefinitionMessageSubscriptionStatisticsAnswer>;
}

export const processDefinitionsOperations = {
  searchProcessDefinitions: {
    method: 'POST',
    path: '/v2/process-definitions/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getProcessDefinition: {
    method: 'GET',
    path: '/v2/process-definitions/{processDefinitionKey}',
    answer: 'json',
    isSafe: true,
  },
  getProcessDefinitionXML: {
    method: 'GET',
    path: '/v2/process-definitions/{processDefinitionKey}/xml',
    answer: 'text',
    isSafe: true,
  },
  getStartProcessForm: {
    method: 'GET',
    path: '/v2/process-definitions/{processDefinitionKey}/form',
    answer: 'json',
    isSafe: true,
  },
  getProcessDefinitionStatistics: {
    method: 'POST',
    path: '/v2/process-definitions/{processDefinitionKey}/statistics/element-instances',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  searchProcessDefinitionVariableNames: {
    method: 'POST',
    path: '/v2/process-definitions/{processDefinitionKey}/variable-names/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getProcessDefinitionInstanceStatistics: {
    method: 'POST',
    path: '/v2/process-definitions/statistics/process-instances',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getProcessDefinitionInstanceVersionStatistics: {
    method: 'POST',
    path: '/v2/process-definitions/statistics/process-instances-by-version',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getProcessDefinitionMessageSubscriptionStatistics: {
    method: 'POST',
    path: '/v2/process-definitions/statistics/message-subscriptions',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof ProcessDefinitions, OperationEntry>>;
