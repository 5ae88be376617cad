// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.
/* oxlint-disable max-lines */

/** Why a request was refused. */
export type Problem = {
  readonly type: 'about:blank';
  readonly title:
    | 'INVALID_ARGUMENT'
    | 'UNAUTHORIZED'
    | 'FORBIDDEN'
    | 'NOT_FOUND'
    | 'ALREADY_EXISTS'
    | 'INVALID_STATE'
    | 'PAYLOAD_TOO_LARGE'
    | 'UNSUPPORTED_MEDIA_TYPE'
    | 'TOO_MANY_REQUESTS'
    | 'INTERNAL'
    | 'RESOURCE_EXHAUSTED'
    | 'UNAVAILABLE'
    | 'DEADLINE_EXCEEDED';
  readonly status: number;
  /** What was expected, what was found, and what to do. */
  readonly detail: string;
  /** The address that was asked for. */
  readonly instance: string;
};

export type Topology = {
  readonly brokers: readonly {
    readonly nodeId: number;
    readonly host: string;
    readonly port: number;
    readonly version: string;
    readonly partitions: readonly {
      readonly partitionId: number;
      readonly role: 'leader' | 'follower' | 'inactive';
      readonly health: 'healthy' | 'unhealthy' | 'dead';
    }[];
  }[];
  readonly clusterId: string | null;
  readonly clusterSize: number;
  readonly partitionsCount: number;
  readonly replicationFactor: number;
  readonly gatewayVersion: string;
  readonly lastCompletedChangeId: string;
};

export type UsageMetrics = {
  readonly activeTenants: number;
  readonly tenants: Readonly<
    Record<
      string,
      {
        readonly processInstances: number;
        readonly decisionInstances: number;
        readonly assignees: number;
      }
    >
  >;
  readonly processInstances: number;
  readonly decisionInstances: number;
  readonly assignees: number;
};

export type SystemConfiguration = {
  readonly jobMetrics: {
    readonly enabled: boolean;
    /** A duration of ISO 8601; zero, because nothing lags behind. */
    readonly exportInterval: string;
    readonly maxWorkerNameLength: number;
    readonly maxJobTypeLength: number;
    readonly maxTenantIdLength: number;
    readonly maxUniqueKeys: number;
  };
};

export type Setting = {
  /** The variable of the environment that it comes from. */
  readonly name: string;
  /** What is in effect; of a secret only that it is set. */
  readonly value: string | null;
};

export type Deployment = {
  readonly deploymentKey: string;
  readonly tenantId: string;
  readonly deployments: readonly {
    readonly processDefinition: {
      readonly processDefinitionKey: string;
      readonly processDefinitionId: string;
      readonly processDefinitionVersion: number;
      readonly resourceName: string;
      readonly tenantId: string;
    } | null;
    readonly decisionDefinition: DeployedDecision | null;
    readonly decisionRequirements: DecisionRequirements | null;
    readonly form: {
      readonly formKey: string;
      readonly formId: string;
      readonly version: number;
      readonly resourceName: string;
      readonly tenantId: string;
    } | null;
    readonly resource: {
      readonly resourceKey: string;
      readonly resourceId: string;
      readonly resourceName: string;
      readonly version: number;
      readonly tenantId: string;
    } | null;
  }[];
};

export type DeployedDecision = {
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionId: string;
  readonly name: string;
  readonly version: number;
  readonly decisionRequirementsKey: string;
  readonly decisionRequirementsId: string;
  readonly tenantId: string;
};

export type DecisionRequirements = {
  readonly decisionRequirementsKey: string;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly version: number;
  readonly resourceName: string;
  readonly tenantId: string;
};

export type Resource = {
  readonly resourceKey: string;
  readonly resourceName: string;
  /** The id inside an RPA script; of other files their name. */
  readonly resourceId: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly tenantId: string;
};

export type Page = {
  /** Of all pages; counted up to 10,000. */
  readonly totalItems: number;
  /** There are more than were counted. */
  readonly hasMoreTotalItems: boolean;
  /** For `before` of the page before this one. */
  readonly startCursor: string | null;
  /** For `after` of the next page. */
  readonly endCursor: string | null;
};

export type Form = {
  readonly formKey: string;
  readonly formId: string;
  readonly version: number;
  /** The form as JSON text, as it was deployed. */
  readonly schema: string;
  readonly tenantId: string;
};

export type ProcessDefinition = {
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly resourceName: string;
  readonly version: number;
  readonly versionTag: string | null;
  readonly tenantId: string;
  readonly hasStartForm: boolean;
  readonly state: 'ACTIVE' | 'DELETED';
};

export type ElementStatistics = {
  readonly elementId: string;
  readonly active: number;
  readonly canceled: number;
  readonly incidents: number;
  readonly completed: number;
};

export type VariableName = {
  readonly name: string;
};

export type RunningProcess = {
  readonly processDefinitionId: string;
  readonly tenantId: string;
  readonly latestProcessDefinitionName: string | null;
  readonly hasMultipleVersions: boolean;
  readonly activeInstancesWithoutIncidentCount: number;
  readonly activeInstancesWithIncidentCount: number;
};

export type RunningVersion = {
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionName: string | null;
  readonly processDefinitionVersion: number;
  readonly tenantId: string;
  readonly activeInstancesWithoutIncidentCount: number;
  readonly activeInstancesWithIncidentCount: number;
};

export type StartedProcessInstance = {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly processDefinitionVersion: number;
  readonly tenantId: string;
  readonly tags: readonly string[];
  readonly businessId: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type ProcessInstance = {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly processDefinitionName: string | null;
  readonly processDefinitionVersion: number;
  readonly processDefinitionVersionTag: string | null;
  readonly parentProcessInstanceKey: string | null;
  readonly parentElementInstanceKey: string | null;
  readonly rootProcessInstanceKey: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly state: 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED';
  readonly hasIncident: boolean;
  readonly businessId: string | null;
  readonly tags: readonly string[];
  readonly tenantId: string;
};

export type Incident = {
  readonly incidentKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly errorType:
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
    | 'RESOURCE_NOT_FOUND';
  readonly errorMessage: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly creationTime: string;
  readonly state: 'ACTIVE' | 'PENDING' | 'RESOLVED' | 'MIGRATED';
  readonly jobKey: string | null;
  readonly tenantId: string;
};

export type CallingProcessInstance = {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionName: string;
};

export type SequenceFlow = {
  /** The key of the instance and the id of the flow, joined by an underscore. */
  readonly sequenceFlowId: string;
  readonly elementId: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly tenantId: string;
};

export type BatchOperationCreated = {
  readonly batchOperationKey: string;
  readonly batchOperationType:
    | 'CANCEL_PROCESS_INSTANCE'
    | 'RESOLVE_INCIDENT'
    | 'DELETE_PROCESS_INSTANCE'
    | 'DELETE_DECISION_INSTANCE'
    | 'UPDATE_JOB'
    | 'MODIFY_PROCESS_INSTANCE'
    | 'RESUME_PROCESS_INSTANCE'
    | 'SUSPEND_PROCESS_INSTANCE'
    | 'MIGRATE_PROCESS_INSTANCE';
};

export type ElementInstance = {
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly elementId: string;
  readonly elementName: string;
  readonly type:
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
    | 'UNKNOWN';
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
  readonly startDate: string;
  readonly endDate: string | null;
  readonly hasIncident: boolean;
  readonly incidentKey: string | null;
  readonly tenantId: string;
};

export type ElementInstanceWaitState = {
  readonly rootProcessInstanceKey: string | null;
  readonly processInstanceKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly elementType:
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
    | 'UNKNOWN';
  readonly tenantId: string;
  readonly bpmnProcessId: string;
  readonly details:
    | {
        readonly waitStateType: 'JOB';
        readonly jobKey: string;
        readonly jobType: string;
        readonly jobKind: 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS';
        readonly listenerEventType:
          | ('UNSPECIFIED' | 'START' | 'END' | 'CREATING' | 'ASSIGNING' | 'UPDATING' | 'COMPLETING' | 'CANCELING')
          | null;
        readonly retries: number | null;
      }
    | {
        readonly waitStateType: 'USER_TASK';
        readonly taskKey: string;
        readonly dueDate: string | null;
      }
    | {
        readonly waitStateType: 'MESSAGE';
        readonly messageName: string;
        readonly correlationKey: string | null;
      }
    | {
        readonly waitStateType: 'TIMER';
        /** Epoch milliseconds. */
        readonly dueDate: number | null;
        /** How often it fires from now on; -1 without end. */
        readonly repetitions: number | null;
      }
    | {
        readonly waitStateType: 'SIGNAL';
        readonly signalName: string;
      }
    | {
        readonly waitStateType: 'CONDITION';
        readonly expression: string;
        /** Which changes of variables count. */
        readonly events: readonly ('create' | 'update')[];
      };
};

export type WaitStateStatistics = {
  readonly elementId: string;
  readonly waitingCount: number;
};

export type ListedVariable = {
  readonly variableKey: string;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly scopeKey: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly tenantId: string;
  /** Whether the value was cut. */
  readonly isTruncated: boolean;
};

export type Variable = {
  readonly variableKey: string;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly scopeKey: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly tenantId: string;
};

export type ClusterVariable = {
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly scope: 'GLOBAL' | 'TENANT';
  /** Null for a variable of the whole cluster. */
  readonly tenantId: string | null;
};

export type ListedClusterVariable = {
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly scope: 'GLOBAL' | 'TENANT';
  /** Null for a variable of the whole cluster. */
  readonly tenantId: string | null;
  /** Whether the value was cut. */
  readonly isTruncated: boolean;
};

export type ActivatedJob = {
  readonly jobKey: string;
  readonly type: string;
  readonly kind: 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS';
  readonly listenerEventType:
    | 'UNSPECIFIED'
    | 'START'
    | 'END'
    | 'CREATING'
    | 'ASSIGNING'
    | 'UPDATING'
    | 'COMPLETING'
    | 'CANCELING';
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly processDefinitionVersion: number;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly worker: string;
  readonly retries: number;
  /** When the lock ends, epoch milliseconds. */
  readonly deadline: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly tenantId: string;
  readonly tags: readonly string[];
  readonly userTask: {
    readonly action: string;
    readonly assignee: string | null;
    readonly candidateGroups: readonly string[];
    readonly candidateUsers: readonly string[];
    readonly changedAttributes: readonly string[];
    readonly dueDate: string | null;
    readonly followUpDate: string | null;
    readonly formKey: string | null;
    readonly priority: number;
    readonly userTaskKey: string;
  } | null;
};

export type Job = {
  readonly jobKey: string;
  readonly type: string;
  readonly worker: string;
  readonly state:
    | 'CREATED'
    | 'COMPLETED'
    | 'FAILED'
    | 'RETRIES_UPDATED'
    | 'TIMED_OUT'
    | 'CANCELED'
    | 'ERROR_THROWN'
    | 'MIGRATED';
  readonly kind: 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS';
  readonly listenerEventType:
    | 'UNSPECIFIED'
    | 'START'
    | 'END'
    | 'CREATING'
    | 'ASSIGNING'
    | 'UPDATING'
    | 'COMPLETING'
    | 'CANCELING';
  readonly retries: number;
  readonly isDenied: boolean;
  readonly deniedReason: string | null;
  readonly hasFailedWithRetriesLeft: boolean;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly deadline: string | null;
  readonly creationTime: string;
  readonly lastUpdateTime: string;
  readonly endTime: string | null;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly tenantId: string;
};

export type JobTotals = {
  readonly created: JobMetric;
  readonly completed: JobMetric;
  readonly failed: JobMetric;
  /** There are too many jobs to count all of the time that is asked for. */
  readonly isIncomplete: boolean;
};

export type JobMetric = {
  readonly count: number;
  /** When the last one was. */
  readonly lastUpdatedAt: string | null;
};

export type JobTypeStatistics = {
  readonly jobType: string;
  readonly created: JobMetric;
  readonly completed: JobMetric;
  readonly failed: JobMetric;
  readonly workers: number;
};

export type JobWorkerStatistics = {
  readonly worker: string;
  readonly created: JobMetric;
  readonly completed: JobMetric;
  readonly failed: JobMetric;
};

export type JobTimeStatistics = {
  /** When the bucket begins. */
  readonly time: string;
  readonly created: JobMetric;
  readonly completed: JobMetric;
  readonly failed: JobMetric;
};

export type JobErrorStatistics = {
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly workers: number;
};

export type UserTask = {
  readonly userTaskKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly state:
    | 'CREATING'
    | 'CREATED'
    | 'ASSIGNING'
    | 'UPDATING'
    | 'COMPLETING'
    | 'COMPLETED'
    | 'CANCELING'
    | 'CANCELED'
    | 'FAILED';
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly creationDate: string;
  readonly completionDate: string | null;
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  /** 0 to 100. */
  readonly priority: number;
  readonly formKey: string | null;
  readonly externalFormReference: string | null;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionVersion: number;
  readonly processName: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly tags: readonly string[];
  readonly tenantId: string;
};

export type TasklistFilter = {
  /** (Default: all.) */
  readonly queue?: 'mine' | 'groups' | 'unassigned' | 'overdue' | 'today' | 'follow-up' | 'all';
  /** (Default: open.) */
  readonly state?: 'open' | 'completed';
  /** In the name of the task or of its process, or in the business id. */
  readonly text?: string;
  readonly conditions?: readonly TaskCondition[];
  /** Who looks. Passed over where people sign in. */
  readonly user?: string | null;
  /** The day of who looks, in their time zone. (Default: the day in UTC.) */
  readonly day?: {
    readonly start: string;
    readonly end: string;
  };
  /** Variables to be answered with each task. */
  readonly variableNames?: readonly string[];
};

export type TaskCondition = {
  readonly field:
    | 'name'
    | 'elementId'
    | 'processDefinitionId'
    | 'processName'
    | 'businessId'
    | 'assignee'
    | 'candidateGroup'
    | 'candidateUser'
    | 'priority'
    | 'creationDate'
    | 'dueDate'
    | 'followUpDate'
    | 'completionDate'
    | 'variable';
  /** Which there are depends on the field. */
  readonly operator:
    | 'is'
    | 'is-not'
    | 'contains'
    | 'is-set'
    | 'is-empty'
    | 'is-me'
    | 'at-least'
    | 'at-most'
    | 'before'
    | 'after'
    | 'within-days'
    | 'in-last-days'
    | 'more'
    | 'less';
  /** A date-time with offset for `before` and `after`, a number of days for `within-days` and `in-last-days`. */
  readonly value?: string | number | boolean | null;
  /** Of a variable. */
  readonly name?: string;
  /** Of a variable: beside the task, or of its process instance. (Default: process.) */
  readonly scope?: 'task' | 'process';
};

export type ListedUserTask = {
  readonly userTaskKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly state:
    | 'CREATING'
    | 'CREATED'
    | 'ASSIGNING'
    | 'UPDATING'
    | 'COMPLETING'
    | 'COMPLETED'
    | 'CANCELING'
    | 'CANCELED'
    | 'FAILED';
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly creationDate: string;
  readonly completionDate: string | null;
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  /** 0 to 100. */
  readonly priority: number;
  readonly formKey: string | null;
  readonly externalFormReference: string | null;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionVersion: number;
  readonly processName: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly tags: readonly string[];
  readonly tenantId: string;
  /** Of the process instance. */
  readonly businessId: string | null;
  /** Null where the task is not delegated. */
  readonly delegation: {
    /** Who it comes back to, and who completes it. */
    readonly owner: string;
    readonly delegate: string;
    /** With the delegate, or given back by them. */
    readonly state: 'PENDING' | 'RETURNED';
    /** What the last of them said with it. */
    readonly note: string | null;
    readonly at: string;
  } | null;
  /** Those that were asked for and are there: beside the task, else in the outermost scope of its process instance. */
  readonly variables: readonly {
    readonly name: string;
    /** JSON text, its first 200 characters. */
    readonly value: string;
    readonly isTruncated: boolean;
  }[];
};

export type TasklistCounts = {
  /** Open tasks in each queue, up to 1000; one more stands for "more than that". */
  readonly queues: Readonly<Record<string, number>>;
  /** The same for each saved filter that the caller sees, by its id. */
  readonly filters: Readonly<Record<string, number>>;
};

export type TaskEvent = {
  readonly kind:
    | 'created'
    | 'claimed'
    | 'assigned'
    | 'unassigned'
    | 'delegated'
    | 'given-back'
    | 'taken-back'
    | 'updated'
    | 'completed'
    | 'canceled';
  readonly at: string;
  /** Who did it; null where nobody signed in, and for what the process did. */
  readonly by: string | null;
  /** Who has the task since then. */
  readonly assignee: string | null;
  /** Of `updated`: what was changed. */
  readonly changes: readonly string[];
};

export type TaskPerson = {
  readonly username: string;
  readonly name: string | null;
  /** Whether the task is offered to them or to a group of theirs. */
  readonly isCandidate: boolean;
};

export type TaskFilter = {
  readonly filterId: string;
  readonly name: string;
  readonly content: TaskFilterContent;
  /** Who sees it: its owner, those of a group too, or everybody of the tenant. */
  readonly audience: 'private' | 'group' | 'everybody';
  /** Of the audience `group`. */
  readonly groupId: string | null;
  readonly owner: string | null;
  readonly revision: number;
  readonly mayEdit: boolean;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
  readonly tenantId: string;
};

export type TaskFilterContent = {
  readonly view: {
    /** (Default: all.) */
    readonly queue?: 'mine' | 'groups' | 'unassigned' | 'overdue' | 'today' | 'follow-up' | 'all';
    /** (Default: open.) */
    readonly state?: 'open' | 'completed';
    /** In the name of the task or of its process, or in the business id. */
    readonly text?: string;
    readonly conditions?: readonly TaskCondition[];
  };
  readonly sort?: readonly {
    readonly field: 'creationDate' | 'completionDate' | 'followUpDate' | 'dueDate' | 'priority' | 'name';
    readonly order: 'ASC' | 'DESC';
  }[];
  /** (Default: who has it, when it is due, its priority.) */
  readonly columns?: {
    readonly fields: readonly (
      | 'assignee'
      | 'dueDate'
      | 'followUpDate'
      | 'priority'
      | 'creationDate'
      | 'processName'
      | 'businessId'
      | 'candidateGroups'
    )[];
    /** Names of variables. */
    readonly variables: readonly string[];
  };
};

export type BatchOperation = {
  readonly batchOperationKey: string;
  readonly state: 'CREATED' | 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'PARTIALLY_COMPLETED' | 'CANCELED' | 'FAILED';
  readonly batchOperationType:
    | 'CANCEL_PROCESS_INSTANCE'
    | 'RESOLVE_INCIDENT'
    | 'DELETE_PROCESS_INSTANCE'
    | 'DELETE_DECISION_INSTANCE'
    | 'UPDATE_JOB'
    | 'MODIFY_PROCESS_INSTANCE'
    | 'RESUME_PROCESS_INSTANCE'
    | 'SUSPEND_PROCESS_INSTANCE'
    | 'MIGRATE_PROCESS_INSTANCE';
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly actorType: 'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER';
  readonly actorId: string | null;
  /** Items found so far; grows while they are looked for. */
  readonly operationsTotalCount: number;
  readonly operationsFailedCount: number;
  /** With those of which nothing was left to do (`SKIPPED`). */
  readonly operationsCompletedCount: number;
  readonly errors: readonly {
    readonly partitionId: number;
    readonly type: 'QUERY_FAILED';
    readonly message: string;
  }[];
};

export type BatchOperationItem = {
  readonly operationType:
    | 'CANCEL_PROCESS_INSTANCE'
    | 'RESOLVE_INCIDENT'
    | 'DELETE_PROCESS_INSTANCE'
    | 'DELETE_DECISION_INSTANCE'
    | 'UPDATE_JOB'
    | 'MODIFY_PROCESS_INSTANCE'
    | 'RESUME_PROCESS_INSTANCE'
    | 'SUSPEND_PROCESS_INSTANCE'
    | 'MIGRATE_PROCESS_INSTANCE';
  readonly batchOperationKey: string;
  readonly itemKey: string;
  /** "-1" for a decision that no process asked for. */
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  /** `SKIPPED`: what it was about was gone. `CANCELED`: the operation was. */
  readonly state: 'ACTIVE' | 'COMPLETED' | 'FAILED' | 'SKIPPED' | 'CANCELED';
  readonly processedDate: string | null;
  readonly errorMessage: string | null;
};

export type ErrorStatistics = {
  /** Stands for the message: the same message has the same number. */
  readonly errorHashCode: number;
  readonly errorMessage: string;
  readonly activeInstancesWithErrorCount: number;
};

export type DefinitionErrorStatistics = {
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processDefinitionName: string;
  readonly processDefinitionVersion: number;
  readonly tenantId: string;
  readonly activeInstancesWithErrorCount: number;
};

export type MessageSubscription = {
  readonly messageSubscriptionKey: string;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string | null;
  readonly processInstanceKey: string | null;
  readonly rootProcessInstanceKey: string | null;
  /** The element that catches the message: the waiting one, or a boundary event of it. */
  readonly elementId: string;
  readonly elementInstanceKey: string | null;
  readonly messageSubscriptionState: 'CREATED' | 'CORRELATED' | 'DELETED' | 'MIGRATED';
  readonly lastUpdatedDate: string;
  readonly messageName: string;
  readonly correlationKey: string | null;
  readonly tenantId: string;
};

export type CorrelatedMessageSubscription = {
  readonly correlationKey: string | null;
  readonly correlationTime: string;
  readonly elementId: string;
  /** Null for an instance that the message started. */
  readonly elementInstanceKey: string | null;
  readonly messageKey: string;
  readonly messageName: string;
  readonly partitionId: number;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: string;
  readonly processInstanceKey: string;
  readonly rootProcessInstanceKey: string | null;
  readonly subscriptionKey: string;
  readonly tenantId: string;
};

export type MessageSubscriptionStatistics = {
  readonly processDefinitionId: string;
  readonly tenantId: string;
  readonly processDefinitionKey: string;
  readonly processInstancesWithActiveSubscriptions: number;
  readonly activeSubscriptions: number;
};

export type DecisionEvaluation = {
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionName: string;
  readonly decisionDefinitionVersion: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsKey: string;
  readonly decisionEvaluationKey: string;
  /** The older name of decisionEvaluationKey. */
  readonly decisionInstanceKey: string;
  /** JSON text. */
  readonly output: string;
  readonly failedDecisionDefinitionId: string | null;
  readonly failureMessage: string | null;
  readonly tenantId: string;
  readonly evaluatedDecisions: readonly {
    readonly decisionDefinitionId: string;
    readonly decisionDefinitionKey: string;
    readonly decisionDefinitionName: string;
    readonly decisionDefinitionVersion: number;
    /** UNKNOWN: any other expression, such as a context. */
    readonly decisionDefinitionType: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNKNOWN';
    readonly decisionEvaluationInstanceKey: string;
    /** JSON text. */
    readonly output: string;
    readonly tenantId: string;
    readonly evaluatedInputs: readonly {
      readonly inputId: string;
      readonly inputName: string;
      /** JSON text. */
      readonly inputValue: string;
    }[];
    readonly matchedRules: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly evaluatedOutputs: readonly {
        readonly outputId: string;
        readonly outputName: string;
        /** JSON text. */
        readonly outputValue: string;
        readonly ruleId: string | null;
        readonly ruleIndex: number | null;
      }[];
    }[];
  }[];
};

export type DecisionDefinition = {
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionId: string;
  readonly name: string;
  readonly version: number;
  readonly decisionRequirementsKey: string;
  readonly decisionRequirementsId: string;
  readonly tenantId: string;
  readonly decisionRequirementsName: string;
  readonly decisionRequirementsVersion: number;
};

export type DecisionInstance = {
  /** The key of the evaluation and the place in it: "1000000001-1". */
  readonly decisionEvaluationInstanceKey: string;
  readonly decisionEvaluationKey: string;
  readonly state: 'EVALUATED' | 'FAILED';
  readonly evaluationDate: string;
  readonly evaluationFailure: string | null;
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionName: string;
  /** UNKNOWN: any other expression, such as a context. */
  readonly decisionDefinitionType: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNKNOWN';
  readonly decisionDefinitionVersion: number;
  readonly rootDecisionDefinitionKey: string;
  readonly processDefinitionKey: string | null;
  readonly processInstanceKey: string | null;
  readonly rootProcessInstanceKey: string | null;
  readonly elementInstanceKey: string | null;
  /** JSON text. */
  readonly result: string;
  readonly tenantId: string;
};

export type DecisionInstanceDetails = {
  /** The key of the evaluation and the place in it: "1000000001-1". */
  readonly decisionEvaluationInstanceKey: string;
  readonly decisionEvaluationKey: string;
  readonly state: 'EVALUATED' | 'FAILED';
  readonly evaluationDate: string;
  readonly evaluationFailure: string | null;
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionKey: string;
  readonly decisionDefinitionName: string;
  /** UNKNOWN: any other expression, such as a context. */
  readonly decisionDefinitionType: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNKNOWN';
  readonly decisionDefinitionVersion: number;
  readonly rootDecisionDefinitionKey: string;
  readonly processDefinitionKey: string | null;
  readonly processInstanceKey: string | null;
  readonly rootProcessInstanceKey: string | null;
  readonly elementInstanceKey: string | null;
  /** JSON text. */
  readonly result: string;
  readonly tenantId: string;
  readonly evaluatedInputs: readonly {
    readonly inputId: string;
    readonly inputName: string;
    /** JSON text. */
    readonly inputValue: string;
  }[];
  readonly matchedRules: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly evaluatedOutputs: readonly {
      readonly outputId: string;
      readonly outputName: string;
      /** JSON text. */
      readonly outputValue: string;
      readonly ruleId: string | null;
      readonly ruleIndex: number | null;
    }[];
  }[];
};

export type InstancePath = {
  readonly elements: readonly {
    readonly elementId: string;
    readonly active: number;
    readonly completed: number;
    readonly terminated: number;
    readonly incidents: number;
  }[];
  readonly flows: readonly {
    readonly sequenceFlowId: string;
    readonly count: number;
  }[];
  /** Tokens that wait at joins. */
  readonly waiting: readonly {
    readonly sequenceFlowId: string;
    readonly elementId: string;
    readonly count: number;
  }[];
};

export type Journal = {
  readonly items: readonly {
    readonly seq: number;
    readonly at: string;
    readonly command: {
      readonly type: string;
    };
    readonly records: readonly {
      readonly type: string;
    }[];
  }[];
  /** The number of the last entry that there is. */
  readonly lastSeq: number;
};

export type InstanceMoment = {
  readonly seq: number;
  readonly at: string;
  readonly command: {
    readonly type: string;
  };
  readonly state: 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED';
  /** The definition that it followed then. */
  readonly processDefinitionKey: string;
  readonly path: InstancePath;
  /** What was active, the oldest first, 1000 at most. */
  readonly elementInstances: readonly {
    readonly elementInstanceKey: string;
    readonly elementId: string;
    readonly scopeKey: string | null;
    readonly startDate: string;
    readonly loopCounter: number | null;
    readonly job: {
      readonly jobKey: string;
      readonly type: string;
      readonly retries: number;
    } | null;
    readonly userTask: {
      readonly userTaskKey: string;
      readonly assignee: string | null;
    } | null;
    readonly incident: {
      readonly incidentKey: string;
      readonly errorType: string;
      readonly errorMessage: string;
    } | null;
    readonly calledProcessInstanceKey: string | null;
    readonly waits: readonly {
      readonly kind: 'timer' | 'message' | 'signal' | 'condition';
      /** Id of the event. */
      readonly targetId: string;
      readonly dueDate: string | null;
      /** Of the message or signal. */
      readonly name: string | null;
      readonly correlationKey: string | null;
    }[];
  }[];
  /** By scope and name, 1000 at most. */
  readonly variables: readonly {
    readonly name: string;
    readonly scopeKey: string;
    /** JSON text. */
    readonly value: string;
    /** Whether the value was cut. */
    readonly isTruncated: boolean;
    /** Whether this very step set it. */
    readonly isNews: boolean;
  }[];
  /** Whether everything is listed. */
  readonly isComplete: boolean;
};

export type VariableHistory = {
  readonly items: readonly {
    /** The journal entry. */
    readonly seq: number;
    readonly at: string;
    /** Who asked for what set it; null where nobody is known. */
    readonly actor: string | null;
    /** The type of the command that set it. */
    readonly command: string;
    readonly scopeKey: string;
    readonly name: string;
    /** JSON text. */
    readonly value: string;
    /** Whether the value was cut. */
    readonly isTruncated: boolean;
  }[];
  /** Whether no older changes were left out. */
  readonly isComplete: boolean;
};

export type Caller = {
  readonly username: string;
  readonly displayName: string | null;
  readonly email: string | null;
  /** Parts of the web app; `*` for all. */
  readonly authorizedComponents: readonly string[];
  readonly tenants: readonly {
    readonly name: string;
    readonly tenantId: string;
    readonly description: string | null;
  }[];
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly salesPlanType: string | null;
  readonly c8Links: Readonly<Record<string, string>>;
  readonly canLogout: boolean;
};

export type Authorization = {
  readonly ownerId: string;
  readonly ownerType: 'USER' | 'CLIENT' | 'ROLE' | 'GROUP' | 'MAPPING_RULE';
  readonly resourceType:
    | 'AUDIT_LOG'
    | 'AUTHORIZATION'
    | 'BATCH'
    | 'CLUSTER_VARIABLE'
    | 'COMPONENT'
    | 'DECISION_DEFINITION'
    | 'DECISION_REQUIREMENTS_DEFINITION'
    | 'DOCUMENT'
    | 'EXPRESSION'
    | 'GLOBAL_LISTENER'
    | 'GROUP'
    | 'MAPPING_RULE'
    | 'MESSAGE'
    | 'PROCESS_DEFINITION'
    | 'RESOURCE'
    | 'ROLE'
    | 'SYSTEM'
    | 'TENANT'
    | 'USER'
    | 'USER_TASK';
  readonly resourceId: string | null;
  readonly resourcePropertyName: string | null;
  readonly permissionTypes: readonly (
    | 'READ'
    | 'CREATE'
    | 'UPDATE'
    | 'DELETE'
    | 'CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE'
    | 'CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION'
    | 'CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE'
    | 'CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION'
    | 'CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE'
    | 'CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE'
    | 'CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE'
    | 'CREATE_BATCH_OPERATION_RESOLVE_INCIDENT'
    | 'ACCESS'
    | 'CREATE_DECISION_INSTANCE'
    | 'READ_DECISION_DEFINITION'
    | 'READ_DECISION_INSTANCE'
    | 'DELETE_DECISION_INSTANCE'
    | 'EVALUATE'
    | 'CREATE_TASK_LISTENER'
    | 'READ_TASK_LISTENER'
    | 'UPDATE_TASK_LISTENER'
    | 'DELETE_TASK_LISTENER'
    | 'CREATE_PROCESS_INSTANCE'
    | 'READ_PROCESS_DEFINITION'
    | 'READ_PROCESS_INSTANCE'
    | 'UPDATE_PROCESS_INSTANCE'
    | 'MODIFY_PROCESS_INSTANCE'
    | 'CANCEL_PROCESS_INSTANCE'
    | 'DELETE_PROCESS_INSTANCE'
    | 'READ_USER_TASK'
    | 'UPDATE_USER_TASK'
    | 'CLAIM_USER_TASK'
    | 'COMPLETE_USER_TASK'
    | 'DELETE_DRD'
    | 'DELETE_FORM'
    | 'DELETE_PROCESS'
    | 'DELETE_RESOURCE'
    | 'READ_JOB_METRIC'
    | 'READ_USAGE_METRIC'
    | 'CLAIM'
    | 'COMPLETE'
  )[];
  readonly authorizationKey: string;
};

export type User = {
  readonly username: string;
  readonly name: string | null;
  readonly email: string | null;
};

export type IssuedApiToken = {
  readonly tokenId: string;
  readonly name: string;
  readonly ownerType: 'USER' | 'CLIENT';
  readonly ownerId: string;
  readonly scopes: readonly string[];
  readonly creationDate: string;
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
  /** The token. It is shown this once. */
  readonly token: string;
};

export type ApiToken = {
  readonly tokenId: string;
  readonly name: string;
  readonly ownerType: 'USER' | 'CLIENT';
  readonly ownerId: string;
  readonly scopes: readonly string[];
  readonly creationDate: string;
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
};

export type ExtendedUser = {
  readonly username: string;
  readonly name: string | null;
  readonly email: string | null;
  /** Whether they may sign in. */
  readonly isEnabled: boolean;
};

export type UserMemberships = {
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly tenants: readonly string[];
};

export type Group = {
  readonly groupId: string;
  readonly name: string;
  readonly description: string | null;
};

export type Role = {
  readonly roleId: string;
  readonly name: string;
  readonly description: string | null;
};

export type Tenant = {
  readonly tenantId: string;
  readonly name: string;
  readonly description: string | null;
};

export type MappingRule = {
  readonly claimName: string;
  readonly claimValue: string;
  readonly name: string;
  readonly mappingRuleId: string;
};

export type GrantableList = {
  readonly items: readonly {
    readonly resourceType:
      | 'AUDIT_LOG'
      | 'AUTHORIZATION'
      | 'BATCH'
      | 'CLUSTER_VARIABLE'
      | 'COMPONENT'
      | 'DECISION_DEFINITION'
      | 'DECISION_REQUIREMENTS_DEFINITION'
      | 'DOCUMENT'
      | 'EXPRESSION'
      | 'GLOBAL_LISTENER'
      | 'GROUP'
      | 'MAPPING_RULE'
      | 'MESSAGE'
      | 'PROCESS_DEFINITION'
      | 'RESOURCE'
      | 'ROLE'
      | 'SYSTEM'
      | 'TENANT'
      | 'USER'
      | 'USER_TASK';
    readonly permissionTypes: readonly string[];
    /** What may stand in place of an id of a resource. */
    readonly resourceProperties: readonly string[];
  }[];
};

export type AuditEntry = {
  readonly auditLogKey: string;
  readonly entityKey: string;
  readonly entityType:
    | 'AUTHORIZATION'
    | 'BATCH'
    | 'CLIENT'
    | 'DECISION'
    | 'GROUP'
    | 'INCIDENT'
    | 'JOB'
    | 'MAPPING_RULE'
    | 'PROCESS_INSTANCE'
    | 'RESOURCE'
    | 'ROLE'
    | 'TENANT'
    | 'USER'
    | 'USER_TASK'
    | 'VARIABLE';
  readonly operationType:
    | 'ASSIGN'
    | 'CANCEL'
    | 'COMPLETE'
    | 'CREATE'
    | 'DELETE'
    | 'EVALUATE'
    | 'MIGRATE'
    | 'MODIFY'
    | 'RESOLVE'
    | 'RESUME'
    | 'SUSPEND'
    | 'UNASSIGN'
    | 'UNKNOWN'
    | 'UPDATE';
  readonly batchOperationKey: string | null;
  readonly batchOperationType: null;
  readonly timestamp: string;
  readonly actorId: string | null;
  readonly actorType: ('ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER') | null;
  readonly agentElementId: string | null;
  readonly tenantId: string | null;
  readonly result: 'FAIL' | 'SUCCESS';
  readonly category: 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS';
  readonly processDefinitionId: string | null;
  readonly processDefinitionKey: string | null;
  readonly processInstanceKey: string | null;
  readonly rootProcessInstanceKey: string | null;
  readonly elementInstanceKey: string | null;
  readonly jobKey: string | null;
  readonly userTaskKey: string | null;
  readonly decisionRequirementsId: string | null;
  readonly decisionRequirementsKey: string | null;
  readonly decisionDefinitionId: string | null;
  readonly decisionDefinitionKey: string | null;
  readonly decisionEvaluationKey: string | null;
  readonly deploymentKey: string | null;
  readonly formKey: string | null;
  readonly resourceKey: string | null;
  readonly relatedEntityKey: string | null;
  readonly relatedEntityType:
    | (
        | 'AUTHORIZATION'
        | 'BATCH'
        | 'CLIENT'
        | 'DECISION'
        | 'GROUP'
        | 'INCIDENT'
        | 'JOB'
        | 'MAPPING_RULE'
        | 'PROCESS_INSTANCE'
        | 'RESOURCE'
        | 'ROLE'
        | 'TENANT'
        | 'USER'
        | 'USER_TASK'
        | 'VARIABLE'
      )
    | null;
  readonly entityDescription: string | null;
};

export type ExtendedAuditEntry = {
  readonly auditLogKey: string;
  readonly entityKey: string;
  readonly entityType:
    | 'AUTHORIZATION'
    | 'BATCH'
    | 'CLIENT'
    | 'DECISION'
    | 'GROUP'
    | 'INCIDENT'
    | 'JOB'
    | 'MAPPING_RULE'
    | 'PROCESS_INSTANCE'
    | 'RESOURCE'
    | 'ROLE'
    | 'TENANT'
    | 'USER'
    | 'USER_TASK'
    | 'VARIABLE';
  readonly operationType:
    | 'ASSIGN'
    | 'CANCEL'
    | 'COMPLETE'
    | 'CREATE'
    | 'DELETE'
    | 'EVALUATE'
    | 'MIGRATE'
    | 'MODIFY'
    | 'RESOLVE'
    | 'RESUME'
    | 'SUSPEND'
    | 'UNASSIGN'
    | 'UNKNOWN'
    | 'UPDATE';
  readonly batchOperationKey: string | null;
  readonly batchOperationType: null;
  readonly timestamp: string;
  readonly actorId: string | null;
  readonly actorType: ('ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER') | null;
  readonly agentElementId: string | null;
  readonly tenantId: string | null;
  readonly result: 'FAIL' | 'SUCCESS';
  readonly category: 'ADMIN' | 'DEPLOYED_RESOURCES' | 'USER_TASKS';
  readonly processDefinitionId: string | null;
  readonly processDefinitionKey: string | null;
  readonly processInstanceKey: string | null;
  readonly rootProcessInstanceKey: string | null;
  readonly elementInstanceKey: string | null;
  readonly jobKey: string | null;
  readonly userTaskKey: string | null;
  readonly decisionRequirementsId: string | null;
  readonly decisionRequirementsKey: string | null;
  readonly decisionDefinitionId: string | null;
  readonly decisionDefinitionKey: string | null;
  readonly decisionEvaluationKey: string | null;
  readonly deploymentKey: string | null;
  readonly formKey: string | null;
  readonly resourceKey: string | null;
  readonly relatedEntityKey: string | null;
  readonly relatedEntityType:
    | (
        | 'AUTHORIZATION'
        | 'BATCH'
        | 'CLIENT'
        | 'DECISION'
        | 'GROUP'
        | 'INCIDENT'
        | 'JOB'
        | 'MAPPING_RULE'
        | 'PROCESS_INSTANCE'
        | 'RESOURCE'
        | 'ROLE'
        | 'TENANT'
        | 'USER'
        | 'USER_TASK'
        | 'VARIABLE'
      )
    | null;
  readonly entityDescription: string | null;
  /** The idempotency key of the request, or a random one. */
  readonly commandId: string | null;
  /** The operation, what was sent without values of variables and secrets, and for what is administered how it was before and after. */
  readonly details: unknown;
  /** The seal that covers the entry; null for a second or two. */
  readonly seal: number | null;
};

export type Overview = {
  readonly processInstances: {
    readonly active: number;
    readonly withIncident: number;
    readonly completed: number;
  };
  readonly incidents: number;
  readonly userTasks: {
    readonly open: number;
    readonly unassigned: number;
    readonly mine: number;
    readonly overdue: number;
  };
  readonly jobs: {
    readonly open: number;
  };
  readonly processDefinitions: number;
};

export type SoundnessFinding = {
  readonly code: 'deadlock' | 'missing-synchronization' | 'dead-element' | 'endless-loop';
  /** The element to look at. */
  readonly elementId: string;
  /** All elements that it concerns. */
  readonly elementIds: readonly string[];
  readonly message: string;
  /** The shortest way that shows it; empty for what never happens. */
  readonly steps: readonly {
    /** The element that went on; null for the beginning. */
    readonly elementId: string | null;
    readonly tokens: readonly {
      /** The sequence flow; null for a way that is not drawn (into a start event, out of a boundary event). */
      readonly flowId: string | null;
      /** The element that the tokens come to next. */
      readonly elementId: string;
      readonly count: number;
    }[];
  }[];
};

export type TriedDecision = {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly output: unknown;
  readonly inputs: readonly {
    readonly inputId: string;
    readonly inputName: string;
    readonly inputValue: unknown;
  }[];
  readonly matchedRules: readonly {
    readonly ruleId: string;
    /** Counted from 1. */
    readonly ruleIndex: number;
  }[];
};

export type PlayStart = {
  readonly processId: string;
  /** The start event. (Default: the one without a trigger.) */
  readonly elementId?: string | null;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What the clock shows at the beginning; from then on it stands still. */
  readonly at: string;
};

export type PlayCommand =
  | {
      readonly type: 'complete-job';
      readonly at: PlayTarget;
      readonly variables?: Readonly<Record<string, unknown>>;
      /** Of the job of an ad-hoc sub-process: nothing more begins in it. (Default: false.) */
      readonly endsAdHoc?: boolean;
    }
  | {
      /** Begins activities of an ad-hoc sub-process by hand. */
      readonly type: 'begin-activities';
      readonly at: PlayTarget;
      readonly elementIds: readonly string[];
      /** Known to each of them alone. */
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | {
      readonly type: 'fail-job';
      readonly at: PlayTarget;
      readonly message?: string;
      /** Those that are left. (Default: 0, which raises an incident.) */
      readonly retries?: number;
    }
  | {
      readonly type: 'throw-error';
      readonly at: PlayTarget;
      readonly code: string;
      readonly message?: string;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | {
      readonly type: 'complete-user-task';
      readonly at: PlayTarget;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | {
      /** The message that the element waits for, with the right correlation key. */
      readonly type: 'deliver-message';
      readonly at: PlayTarget;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | {
      /** Any message, as others would send it. */
      readonly type: 'publish-message';
      readonly name: string;
      readonly correlationKey?: string;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | {
      readonly type: 'broadcast-signal';
      readonly name: string;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | {
      /** One more instance beside the one that is played, such as the other pool. */
      readonly type: 'start-process';
      readonly processId: string;
      /** The start event. (Default: the one without a trigger.) */
      readonly elementId?: string | null;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | {
      /** Time passes until it is due. */
      readonly type: 'fire-timer';
      readonly at: PlayTarget;
    }
  | {
      readonly type: 'advance-clock';
      readonly byMs: number;
    }
  | {
      readonly type: 'set-variables';
      /** The scope; without, that of the process that is played. */
      readonly at?: PlayTarget;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | {
      /** A job gets an attempt. */
      readonly type: 'resolve-incident';
      readonly at: PlayTarget;
    }
  | {
      readonly type: 'cancel';
    };

export type PlayTarget = {
  /** (Default: the process that is played.) */
  readonly processId?: string;
  readonly elementId: string;
  /** Which of several, from 1, the oldest first. (Default: 1.) */
  readonly nth?: number;
};

export type PlayAnswer = {
  /** Why the files cannot be played, and warnings. */
  readonly problems: readonly PlayProblem[];
  readonly state: PlayState | null;
};

export type PlayProblem = {
  readonly resourceName: string;
  readonly elementId: string | null;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
};

export type PlayState = {
  readonly now: string;
  /** The instance that was started; null where none could be. */
  readonly processInstanceKey: string | null;
  readonly status: string | null;
  readonly instances: readonly {
    readonly processInstanceKey: string;
    readonly processId: string;
    /** ACTIVE, COMPLETED or TERMINATED. */
    readonly status: string;
    readonly parentProcessInstanceKey: string | null;
    /** The call activity that called it. */
    readonly parentElementInstanceKey: string | null;
  }[];
  readonly elements: readonly {
    readonly at: {
      readonly processId: string;
      readonly elementId: string;
      readonly nth: number;
    };
    readonly processInstanceKey: string;
    readonly elementInstanceKey: string;
    readonly elementType: string;
    readonly scopeKey: string | null;
    /** Which of the instances of a loop or multi-instance it is, from 1. */
    readonly loopCounter: number | null;
    readonly calledProcessInstanceKey: string | null;
  }[];
  readonly parked: readonly {
    readonly processInstanceKey: string;
    readonly processId: string;
    readonly elementId: string;
    readonly flowId: string;
    readonly count: number;
  }[];
  /** What waits for somebody: what can be done. */
  readonly open: readonly {
    readonly kind: 'job' | 'user-task' | 'timer' | 'message' | 'signal' | 'condition' | 'incident' | 'ad-hoc';
    /** For commands. */
    readonly at: {
      readonly processId: string;
      readonly elementId: string;
      readonly nth: number;
    };
    readonly processInstanceKey: string;
    readonly elementInstanceKey: string;
    /** The type of the job, the name of the task, message or signal, the type of the incident. */
    readonly label: string;
    /** The correlation key, the message of the incident, the event of a listener. */
    readonly detail: string | null;
    readonly dueAt: string | null;
    /** The form of a user task, as JSON text. */
    readonly formSchema: string | null;
    /** The activities of an ad-hoc sub-process that can be begun; null for everything else. */
    readonly activities: readonly string[] | null;
  }[];
  readonly variables: readonly {
    /** The scope; null for one that is over. */
    readonly at: {
      readonly processId: string;
      readonly elementId: string;
      readonly nth: number;
    } | null;
    readonly processInstanceKey: string;
    readonly scopeKey: string;
    readonly name: string;
    readonly value: unknown;
  }[];
  readonly elementIds: readonly {
    readonly key: string;
    readonly elementId: string;
  }[];
  /** What happened: at the start, then by each command. */
  readonly steps: readonly {
    readonly entries: readonly {
      readonly processInstanceKey: string;
      readonly records: readonly {
        readonly type: string;
      }[];
    }[];
    /** More happened than is told. */
    readonly isCut: boolean;
  }[];
  /** How it ended: what a scenario would expect that is made of it. */
  readonly recorded: ScenarioExpectation;
  readonly visited: readonly {
    readonly processId: string;
    /** Elements that began, and how often. */
    readonly elements: readonly {
      readonly id: string;
      readonly count: number;
    }[];
    /** Sequence flows that were taken, and how often. */
    readonly flows: readonly {
      readonly id: string;
      readonly count: number;
    }[];
  }[];
  /** The command that could not be done; those behind it were not tried. */
  readonly stopped: {
    /** The command, from 0; -1 for the start. */
    readonly index: number;
    readonly code: string;
    readonly message: string;
  } | null;
  /** It does not come to rest by itself, such as a loop without a way out. */
  readonly isGoingOn: boolean;
};

export type ScenarioExpectation = {
  /** How the instance stands at the end. */
  readonly status?: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
  /** The elements of the instance that completed, in this order. */
  readonly path?: readonly string[];
  /** The elements at which something can be done at the end, in alphabetical order. */
  readonly waitsAt?: readonly string[];
  /** Variables of the instance at the end; others may be there. */
  readonly variables?: Readonly<Record<string, unknown>>;
};

export type Scenario = {
  readonly name: string;
  readonly description?: string;
  readonly start: PlayStart;
  readonly commands: readonly PlayCommand[];
  readonly expect: ScenarioExpectation;
};

export type ScenarioResult = {
  readonly name: string;
  readonly isPassed: boolean;
  /** The first thing that is not as expected; null for one that passed. */
  readonly difference: string | null;
  /** The command that could not be done, from 0; -1 for the start. */
  readonly commandIndex: number | null;
  /** The element that the difference is about. */
  readonly elementId: string | null;
  readonly visited: readonly {
    readonly processId: string;
    /** Elements that began, and how often. */
    readonly elements: readonly {
      readonly id: string;
      readonly count: number;
    }[];
    /** Sequence flows that were taken, and how often. */
    readonly flows: readonly {
      readonly id: string;
      readonly count: number;
    }[];
  }[];
};

export type ProcessCoverage = {
  readonly processId: string;
  readonly resourceName: string;
  /** Of elements and sequence flows together, rounded down. */
  readonly percent: number;
  /** All elements, and how often each began. */
  readonly elements: readonly {
    readonly id: string;
    readonly count: number;
  }[];
  /** All sequence flows, and how often each was taken. */
  readonly flows: readonly {
    readonly id: string;
    readonly count: number;
  }[];
};

export type DocumentReference = {
  readonly 'camunda.document.type': 'camunda';
  readonly storeId: string;
  readonly documentId: string;
  /** SHA-256 in hexadecimal digits. */
  readonly contentHash: string | null;
  readonly metadata: {
    readonly contentType: string;
    readonly fileName: string;
    /** Null: it is kept until somebody deletes it. */
    readonly expiresAt: string | null;
    /** Bytes. */
    readonly size: number;
    readonly processDefinitionId: string | null;
    readonly processInstanceKey: string | null;
    readonly customProperties: Readonly<Record<string, unknown>>;
  };
};

export type DocumentLink = {
  readonly url: string;
  readonly expiresAt: string;
};

export type DraftSummary = {
  readonly draftId: string;
  readonly name: string;
  readonly kind: 'bpmn' | 'form' | 'dmn';
  /** The id of the process, form or decision inside. */
  readonly resourceId: string | null;
  /** Null, or a folder that is no longer there: at the top. */
  readonly folderId: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Who saved last, where that is known. */
  readonly updatedBy: string | null;
  readonly tenantId: string;
};

export type Draft = {
  readonly draftId: string;
  readonly name: string;
  readonly kind: 'bpmn' | 'form' | 'dmn';
  /** The id of the process, form or decision inside. */
  readonly resourceId: string | null;
  /** Null, or a folder that is no longer there: at the top. */
  readonly folderId: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Who saved last, where that is known. */
  readonly updatedBy: string | null;
  readonly tenantId: string;
  readonly content: string;
};

export type DraftHit = {
  readonly draft: DraftSummary;
  /** The first five, one for an element. */
  readonly texts: readonly {
    /** What the text says of its element. */
    readonly role:
      | 'name'
      | 'id'
      | 'documentation'
      | 'text'
      | 'expression'
      | 'jobType'
      | 'form'
      | 'process'
      | 'decision'
      | 'message'
      | 'label'
      | 'other';
    /** A long one is cut around what was found. */
    readonly text: string;
    /** The element in which it was found; in forms the id of the field, or its key where it has no id. */
    readonly elementId: string | null;
    readonly elementName: string | null;
    readonly elementType: string | null;
  }[];
  /** In how many elements something was found. */
  readonly count: number;
};

export type DraftPresence = {
  /** The pages that have it open. */
  readonly sessions: readonly {
    readonly session: string;
    readonly name: string;
  }[];
  /** The session of the page that edits; null when none does. */
  readonly editor: string | null;
  /** Whether the page that edited before may still be sending its last edit. */
  readonly isHandingOver: boolean;
};

export type DraftScenarios = {
  readonly revision: number;
  readonly scenarios: readonly Scenario[];
};

export type DraftComment = {
  readonly commentKey: string;
  /** The comment that the thread begins with; its own key for that one. */
  readonly threadKey: string;
  readonly draftId: string;
  /** Null: about the file as a whole. */
  readonly elementId: string | null;
  /** What the element was called when the thread began. */
  readonly elementName: string | null;
  readonly author: string | null;
  readonly authorName: string | null;
  readonly text: string;
  /** Users whom the text mentions by `@username`. Others are plain text. */
  readonly mentions: readonly Person[];
  readonly createdAt: string;
  readonly editedAt: string | null;
  /** Of the first comment of a thread; null while it is open. */
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  /** Whether the caller may change the text. */
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  readonly tenantId: string;
};

export type Person = {
  readonly username: string;
  readonly name: string | null;
};

export type Notification = {
  readonly notificationKey: string;
  /** Why: somebody mentioned the user, replied in a thread of theirs, or gave them a task. */
  readonly kind: 'comment-mention' | 'comment-reply' | 'task-assigned' | 'task-delegated' | 'task-returned';
  /** Who did it. */
  readonly actorName: string | null;
  /** Of a comment on a draft. */
  readonly draftId: string | null;
  readonly draftName: string | null;
  readonly elementId: string | null;
  readonly elementName: string | null;
  /** Of what is about a task. */
  readonly userTaskKey: string | null;
  readonly taskName: string | null;
  readonly processName: string | null;
  readonly commentKey: string | null;
  /** The first 200 characters of the comment, or of what was said with the task, as it is now. */
  readonly excerpt: string;
  readonly createdAt: string;
  readonly readAt: string | null;
};

export type DraftFolder = {
  readonly folderId: string;
  readonly name: string;
  /** Null for a project, which is at the top. */
  readonly parentId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly tenantId: string;
};

export type DraftVersionSummary = {
  readonly versionId: string;
  readonly draftId: string;
  /** Why it is kept. */
  readonly reason: 'named' | 'created' | 'edited' | 'deployed' | 'before-restore' | 'before-take-over';
  /** What somebody calls it. Versions without a name are removed when there are many. */
  readonly name: string | null;
  readonly description: string | null;
  /** What the draft was called then. */
  readonly draftName: string;
  /** SHA-256 of the content in hexadecimal: equal contents have equal ones. */
  readonly contentHash: string;
  /** Who made that state, where it is known. */
  readonly author: string | null;
  readonly createdAt: string;
};

export type DraftVersion = {
  readonly versionId: string;
  readonly draftId: string;
  /** Why it is kept. */
  readonly reason: 'named' | 'created' | 'edited' | 'deployed' | 'before-restore' | 'before-take-over';
  /** What somebody calls it. Versions without a name are removed when there are many. */
  readonly name: string | null;
  readonly description: string | null;
  /** What the draft was called then. */
  readonly draftName: string;
  /** SHA-256 of the content in hexadecimal: equal contents have equal ones. */
  readonly contentHash: string;
  /** Who made that state, where it is known. */
  readonly author: string | null;
  readonly createdAt: string;
  readonly content: string;
};

export type ElementTemplate = {
  readonly templateId: string;
  readonly version: number | null;
  readonly name: string;
  /** As it was sent. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly updatedAt: string;
  readonly tenantId: string;
};

export type DraftLinks = {
  readonly draftId: string;
  readonly name: string;
  readonly kind: 'bpmn' | 'form' | 'dmn';
  /** What is in it that others can refer to. */
  readonly targets: readonly LinkTarget[];
  /** Its elements that refer to something, expressions left out. */
  readonly uses: readonly ModelUse[];
  readonly tenantId: string;
};

export type LinkTarget = {
  readonly kind: 'process' | 'form' | 'decision';
  readonly id: string;
  readonly name: string | null;
};

export type ModelUse = {
  readonly kind: 'process' | 'form' | 'decision';
  /** What is referred to. */
  readonly id: string;
  readonly elementId: string;
  readonly elementName: string | null;
};

export type ProcessLinks = {
  readonly processDefinitionKey: string;
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly version: number;
  readonly uses: readonly ModelUse[];
  readonly tenantId: string;
};

export type DeployedForm = {
  readonly formKey: string;
  readonly formId: string;
  readonly version: number;
  readonly tenantId: string;
};

export type Example = {
  readonly exampleId: string;
  readonly name: string;
  readonly description: string;
  readonly elements: readonly string[];
  readonly processId: string;
  readonly resourceNames: readonly string[];
  readonly bpmn: string;
  readonly forms: readonly {
    readonly name: string;
    readonly content: string;
  }[];
};
