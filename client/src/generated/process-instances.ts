// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.
/* oxlint-disable max-lines */

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
  WaitStateStatistics,
} from './schemas.ts';

export type CreateProcessInstanceInput = {
  readonly processDefinitionKey?: string | null;
  readonly processDefinitionId?: string | null;
  readonly processDefinitionVersion?: number | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly tenantId?: string | null;
  readonly tags?: readonly string[] | null;
  readonly businessId?: string | null;
  readonly operationReference?: number | null;
  /** Elements that begin in place of the start event; scopes around them are made. */
  readonly startInstructions?:
    | readonly {
        readonly elementId: string;
      }[]
    | null;
  /** The instance is terminated as soon as one of these elements has completed or was terminated. */
  readonly runtimeInstructions?:
    | readonly {
        readonly type?: string | null;
        readonly afterElementId: string;
      }[]
    | null;
  readonly awaitCompletion?: boolean | null;
  readonly fetchVariables?: readonly string[] | null;
  readonly requestTimeout?: number | null;
};

export type CreateProcessInstanceAnswer = StartedProcessInstance;

export type SearchProcessInstancesInput = {
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

export type AssignProcessInstanceBusinessIdInput = {
  readonly processInstanceKey: string;
} & {
  readonly businessId: string;
};

export type SearchProcessInstanceIncidentsInput = {
  readonly processInstanceKey: string;
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

export type ModifyProcessInstanceInput = {
  readonly processInstanceKey: string;
} & {
  readonly operationReference?: number | null;
  readonly activateInstructions?:
    | readonly {
        readonly elementId: string;
        /** Set before the element begins: in the scope with that element id (itself, or one around it), else in the process. */
        readonly variableInstructions?:
          | readonly {
              readonly variables: Readonly<Record<string, unknown>>;
              readonly scopeId?: string | null;
            }[]
          | null;
        /** The scope in which it begins, or one around that; what lies between is made anew. -1 or none: the one that is active. */
        readonly ancestorElementInstanceKey?: string | null;
      }[]
    | null;
  readonly moveInstructions?:
    | readonly {
        readonly sourceElementInstruction: {
          readonly sourceType?: ('byId' | 'byKey') | null;
          readonly sourceElementId?: string | null;
          readonly sourceElementInstanceKey?: string | null;
        };
        readonly targetElementId: string;
        /** `direct`: in the scope with that key. `inferred`: in the scope around the source that is around the target. `sourceParent`: in the scope of the source. */
        readonly ancestorScopeInstruction?: {
          readonly ancestorScopeType: 'direct' | 'inferred' | 'sourceParent';
          readonly ancestorElementInstanceKey?: string | null;
        } | null;
        /** Set before the element begins: in the scope with that element id (itself, or one around it), else in the process. */
        readonly variableInstructions?:
          | readonly {
              readonly variables: Readonly<Record<string, unknown>>;
              readonly scopeId?: string | null;
            }[]
          | null;
      }[]
    | null;
  readonly terminateInstructions?:
    | readonly (
        | {
            readonly elementInstanceKey: string;
          }
        | {
            readonly elementId: string;
          }
      )[]
    | null;
};

export type ModifyProcessInstancesBatchOperationInput = {
  readonly filter: {
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
} & {
  readonly moveInstructions: readonly {
    readonly sourceElementId: string;
    readonly targetElementId: string;
  }[];
  readonly operationReference?: number | null;
};

export type ModifyProcessInstancesBatchOperationAnswer = BatchOperationCreated;

export type MigrateProcessInstanceInput = {
  readonly processInstanceKey: string;
} & {
  readonly targetProcessDefinitionKey: string;
  /** For every element that is active, every gateway where tokens wait, and every event whose subscription is to be kept. */
  readonly mappingInstructions: readonly {
    readonly sourceElementId: string;
    readonly targetElementId: string;
  }[];
  readonly operationReference?: number | null;
};

export type MigrateProcessInstancesBatchOperationInput = {
  readonly filter: {
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
} & {
  readonly migrationPlan: {
    readonly targetProcessDefinitionKey: string;
    /** For every element that is active, every gateway where tokens wait, and every event whose subscription is to be kept. */
    readonly mappingInstructions: readonly {
      readonly sourceElementId: string;
      readonly targetElementId: string;
    }[];
  };
  readonly operationReference?: number | null;
};

export type MigrateProcessInstancesBatchOperationAnswer = BatchOperationCreated;

export type SuspendProcessInstanceInput = {
  readonly processInstanceKey: string;
} & {
  readonly operationReference?: number | null;
};

export type ResumeProcessInstanceInput = {
  readonly processInstanceKey: string;
} & {
  readonly operationReference?: number | null;
};

export type SuspendProcessInstancesBatchOperationInput = {
  readonly filter: {
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
} & {
  readonly operationReference?: number | null;
};

export type SuspendProcessInstancesBatchOperationAnswer = BatchOperationCreated;

export type ResumeProcessInstancesBatchOperationInput = {
  readonly filter: {
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
} & {
  readonly operationReference?: number | null;
};

export type ResumeProcessInstancesBatchOperationAnswer = BatchOperationCreated;

export type GetProcessInstanceWaitStateStatisticsInput = {
  readonly processInstanceKey: string;
};

export type GetProcessInstanceWaitStateStatisticsAnswer = {
  readonly items: readonly WaitStateStatistics[];
};

export type CreateProcessInstancesInput = {
  readonly processDefinitionKey?: string | null;
  readonly processDefinitionId?: string | null;
  readonly processDefinitionVersion?: number | null;
  readonly tenantId?: string | null;
  readonly instances: readonly {
    readonly variables?: Readonly<Record<string, unknown>> | null;
    readonly tenantId?: string | null;
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
} & {
  readonly operationReference?: number | null;
};

export type CancelProcessInstancesBatchOperationAnswer = BatchOperationCreated;

export type ResolveIncidentsBatchOperationInput = {
  readonly filter: {
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
} & {
  readonly operationReference?: number | null;
};

export type ResolveIncidentsBatchOperationAnswer = BatchOperationCreated;

export type DeleteProcessInstancesBatchOperationInput = {
  readonly filter: {
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
  /** Give a running process instance its business id. Refused for one that has another business id already. `POST /v2/process-instances/{processInstanceKey}/business-id-assignment` */
  assignProcessInstanceBusinessId(input: AssignProcessInstanceBusinessIdInput, options?: CallOptions): Promise<void>;
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
  /** Begin, move and end elements of a running instance. All of it is done, or nothing; a refusal tells everything that is wrong. Scopes that are missing around an element are made, without their start event; scopes in which nothing is left end, and so does the instance. `POST /v2/process-instances/{processInstanceKey}/modification` */
  modifyProcessInstance(input: ModifyProcessInstanceInput, options?: CallOptions): Promise<void>;
  /** Move elements of the process instances that a filter finds. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. In each instance all that is active of a source moves; an instance with none of them is skipped. `POST /v2/process-instances/modification` */
  modifyProcessInstancesBatchOperation(
    input: ModifyProcessInstancesBatchOperationInput,
    options?: CallOptions,
  ): Promise<ModifyProcessInstancesBatchOperationAnswer>;
  /** Let a running instance go on by another process definition. What is active keeps its key, variables, job, task and called instance. All of it is done, or nothing; a refusal tells every conflict. `POST /v2/process-instances/{processInstanceKey}/migration` */
  migrateProcessInstance(input: MigrateProcessInstanceInput, options?: CallOptions): Promise<void>;
  /** Let the process instances that a filter finds go on by another process definition. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/process-instances/migration` */
  migrateProcessInstancesBatchOperation(
    input: MigrateProcessInstancesBatchOperationInput,
    options?: CallOptions,
  ): Promise<MigrateProcessInstancesBatchOperationAnswer>;
  /** Suspend a process instance. Nothing in it goes on: its jobs go to nobody, its timers and messages wait, and commands are refused with 409 but for canceling, resuming and variables. Instances that it called go on. `POST /v2/process-instances/{processInstanceKey}/suspension` */
  suspendProcessInstance(input: SuspendProcessInstanceInput, options?: CallOptions): Promise<void>;
  /** Let a suspended process instance go on. Timers that came due meanwhile fire, and kept messages that it waits for come. `POST /v2/process-instances/{processInstanceKey}/resumption` */
  resumeProcessInstance(input: ResumeProcessInstanceInput, options?: CallOptions): Promise<void>;
  /** Suspend the process instances that a filter finds. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/process-instances/suspension` */
  suspendProcessInstancesBatchOperation(
    input: SuspendProcessInstancesBatchOperationInput,
    options?: CallOptions,
  ): Promise<SuspendProcessInstancesBatchOperationAnswer>;
  /** Let the suspended process instances that a filter finds go on. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/process-instances/resumption` */
  resumeProcessInstancesBatchOperation(
    input: ResumeProcessInstancesBatchOperationInput,
    options?: CallOptions,
  ): Promise<ResumeProcessInstancesBatchOperationAnswer>;
  /** Count the element instances of an instance that wait, by element. `GET /v2/process-instances/{processInstanceKey}/statistics/wait-states` */
  getProcessInstanceWaitStateStatistics(
    input: GetProcessInstanceWaitStateStatisticsInput,
    options?: CallOptions,
  ): Promise<GetProcessInstanceWaitStateStatisticsAnswer>;
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
  assignProcessInstanceBusinessId: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/business-id-assignment',
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
  modifyProcessInstance: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/modification',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  modifyProcessInstancesBatchOperation: {
    method: 'POST',
    path: '/v2/process-instances/modification',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  migrateProcessInstance: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/migration',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  migrateProcessInstancesBatchOperation: {
    method: 'POST',
    path: '/v2/process-instances/migration',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  suspendProcessInstance: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/suspension',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  resumeProcessInstance: {
    method: 'POST',
    path: '/v2/process-instances/{processInstanceKey}/resumption',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  suspendProcessInstancesBatchOperation: {
    method: 'POST',
    path: '/v2/process-instances/suspension',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  resumeProcessInstancesBatchOperation: {
    method: 'POST',
    path: '/v2/process-instances/resumption',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
  getProcessInstanceWaitStateStatistics: {
    method: 'GET',
    path: '/v2/process-instances/{processInstanceKey}/statistics/wait-states',
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
