// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.
/* oxlint-disable max-lines */

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, Form, ListedVariable, UserTask, TaskPerson, AuditEntry } from './schemas.ts';

export type SearchUserTasksInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly userTaskKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly state?: Condition<
      | 'CREATING'
      | 'CREATED'
      | 'ASSIGNING'
      | 'UPDATING'
      | 'COMPLETING'
      | 'COMPLETED'
      | 'CANCELING'
      | 'CANCELED'
      | 'FAILED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly assignee?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly priority?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly creationDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly completionDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly dueDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly followUpDate?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly candidateGroup?: unknown;
    readonly candidateUser?: unknown;
    readonly tags?: unknown;
    readonly processInstanceVariables?: unknown;
    readonly localVariables?: unknown;
  };
  readonly sort?: readonly {
    readonly field: 'creationDate' | 'completionDate' | 'followUpDate' | 'dueDate' | 'priority' | 'name';
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

export type SearchUserTasksAnswer = {
  readonly items: readonly UserTask[];
  readonly page: Page;
};

export type GetUserTaskInput = {
  readonly userTaskKey: string;
};

export type GetUserTaskAnswer = UserTask;

export type UpdateUserTaskInput = {
  readonly userTaskKey: string;
} & {
  readonly changeset?: {
    readonly dueDate?: string | null;
    readonly followUpDate?: string | null;
    readonly candidateUsers?: readonly string[] | null;
    readonly candidateGroups?: readonly string[] | null;
    readonly priority?: number | null;
  } | null;
  readonly action?: string | null;
};

export type UpdateUserTaskBareInput = {
  readonly userTaskKey: string;
} & {
  readonly dueDate?: string | null;
  readonly followUpDate?: string | null;
  readonly candidateUsers?: readonly string[] | null;
  readonly candidateGroups?: readonly string[] | null;
  readonly priority?: number | null;
};

export type AssignUserTaskInput = {
  readonly userTaskKey: string;
} & {
  readonly assignee?: string | null;
  readonly allowOverride?: boolean | null;
  readonly action?: string | null;
};

export type UnassignUserTaskInput = {
  readonly userTaskKey: string;
};

export type CompleteUserTaskInput = {
  readonly userTaskKey: string;
} & {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly action?: string | null;
};

export type GetUserTaskFormInput = {
  readonly userTaskKey: string;
};

export type GetUserTaskFormAnswer = Form | null;

export type SearchUserTaskVariablesInput = {
  readonly userTaskKey: string;
  readonly truncateValues?: 'true' | 'false';
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'value' | 'name' | 'tenantId' | 'variableKey' | 'scopeKey' | 'processInstanceKey';
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

export type SearchUserTaskVariablesAnswer = {
  readonly items: readonly ListedVariable[];
  readonly page: Page;
};

export type SearchUserTaskEffectiveVariablesInput = {
  readonly userTaskKey: string;
  readonly truncateValues?: 'true' | 'false';
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly name?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field: 'value' | 'name' | 'tenantId' | 'variableKey' | 'scopeKey' | 'processInstanceKey';
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

export type SearchUserTaskEffectiveVariablesAnswer = {
  readonly items: readonly ListedVariable[];
  readonly page: Page;
};

export type ChangeUserTasksInput = {
  readonly userTaskKeys: readonly string[];
  readonly change:
    | {
        readonly kind: 'claim';
        /** Passed over where people sign in. */
        readonly user?: string | null;
      }
    | {
        readonly kind: 'unclaim';
      }
    | {
        readonly kind: 'assign';
        readonly assignee: string;
      }
    | {
        readonly kind: 'update';
        readonly changeset: {
          readonly dueDate?: string | null;
          readonly followUpDate?: string | null;
          readonly candidateUsers?: readonly string[] | null;
          readonly candidateGroups?: readonly string[] | null;
          readonly priority?: number | null;
        };
      }
    | {
        readonly kind: 'complete';
        readonly variables?: Readonly<Record<string, unknown>> | null;
        /** The form that the variables were filled into. Tasks with another form, or one of their own, are refused. */
        readonly formKey?: string | null;
      };
};

export type ChangeUserTasksAnswer = {
  readonly items: readonly {
    readonly userTaskKey: string;
    /** Null: it is done. */
    readonly error: {
      readonly type: 'about:blank';
      readonly title: string;
      readonly status: number;
      readonly detail: string;
      readonly instance: string;
    } | null;
  }[];
};

export type DelegateUserTaskInput = {
  readonly userTaskKey: string;
} & {
  readonly delegate: string;
  /** What is said with it. */
  readonly note?: string | null;
};

export type ChangeUserTaskDelegationInput = {
  readonly userTaskKey: string;
} & {
  readonly end: 'give-back' | 'take-back';
  /** What is said with it. */
  readonly note?: string | null;
};

export type FindUserTaskPeopleInput = {
  readonly userTaskKey: string;
  readonly q?: string;
};

export type FindUserTaskPeopleAnswer = {
  readonly items: readonly TaskPerson[];
};

export type SearchUserTaskAuditLogsInput = {
  readonly userTaskKey: string;
} & {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly timestamp?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly operationType?: Condition<
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
      | 'UPDATE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly result?: Condition<'FAIL' | 'SUCCESS', '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly actorType?: Condition<
      'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly actorId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'actorId'
      | 'actorType'
      | 'auditLogKey'
      | 'batchOperationKey'
      | 'batchOperationType'
      | 'category'
      | 'decisionDefinitionId'
      | 'decisionDefinitionKey'
      | 'decisionEvaluationKey'
      | 'decisionRequirementsId'
      | 'decisionRequirementsKey'
      | 'elementInstanceKey'
      | 'entityKey'
      | 'entityType'
      | 'jobKey'
      | 'operationType'
      | 'processDefinitionId'
      | 'processDefinitionKey'
      | 'processInstanceKey'
      | 'result'
      | 'tenantId'
      | 'timestamp'
      | 'userTaskKey';
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

export type SearchUserTaskAuditLogsAnswer = {
  readonly items: readonly AuditEntry[];
  readonly page: Page;
};

/** User tasks. */
export interface UserTasks {
  /** Search user tasks. `POST /v2/user-tasks/search` */
  searchUserTasks(input?: SearchUserTasksInput, options?: CallOptions): Promise<SearchUserTasksAnswer>;
  /** Read a user task. `GET /v2/user-tasks/{userTaskKey}` */
  getUserTask(input: GetUserTaskInput, options?: CallOptions): Promise<GetUserTaskAnswer>;
  /** Change dates, candidates or priority of a user task. An empty text takes a date away, an empty list the candidates; what is left out or null stays. `PATCH /v2/user-tasks/{userTaskKey}` */
  updateUserTask(input: UpdateUserTaskInput, options?: CallOptions): Promise<void>;
  /** Change a user task, without a changeset around the changes. Not in the specification of Camunda 8, but one of its published clients calls it. `PATCH /v2/user-tasks/{userTaskKey}/update` */
  updateUserTaskBare(input: UpdateUserTaskBareInput, options?: CallOptions): Promise<void>;
  /** Assign a user task. With `allowOverride` false it is refused when somebody else has it, and for those who may only claim: for themselves, what nobody has. `POST /v2/user-tasks/{userTaskKey}/assignment` */
  assignUserTask(input: AssignUserTaskInput, options?: CallOptions): Promise<void>;
  /** Take the assignee away. `DELETE /v2/user-tasks/{userTaskKey}/assignee` */
  unassignUserTask(input: UnassignUserTaskInput, options?: CallOptions): Promise<void>;
  /** Complete a user task. `POST /v2/user-tasks/{userTaskKey}/completion` */
  completeUserTask(input: CompleteUserTaskInput, options?: CallOptions): Promise<void>;
  /** Read the form of a user task. `GET /v2/user-tasks/{userTaskKey}/form` */
  getUserTaskForm(input: GetUserTaskFormInput, options?: CallOptions): Promise<GetUserTaskFormAnswer>;
  /** Search the variables of a user task and of the scopes around it. `POST /v2/user-tasks/{userTaskKey}/variables/search` */
  searchUserTaskVariables(
    input: SearchUserTaskVariablesInput,
    options?: CallOptions,
  ): Promise<SearchUserTaskVariablesAnswer>;
  /** Search the variables that a user task sees. Of those with the same name the innermost. `POST /v2/user-tasks/{userTaskKey}/effective-variables/search` */
  searchUserTaskEffectiveVariables(
    input: SearchUserTaskEffectiveVariablesInput,
    options?: CallOptions,
  ): Promise<SearchUserTaskEffectiveVariablesAnswer>;
  /** Claim, assign, change or complete many user tasks. One to 200. Each stands for itself: one that is refused has its problem in its place of the answer, and the others go on. Each is in the audit log. `POST /ext/user-tasks/bulk` */
  changeUserTasks(input: ChangeUserTasksInput, options?: CallOptions): Promise<ChangeUserTasksAnswer>;
  /** Hand a user task to somebody for a while. Its assignee stays its owner: it comes back to them and is completed by them. Whoever has it may hand it on, and its owner stays the same. The delegate is told. `POST /ext/user-tasks/{userTaskKey}/delegation` */
  delegateUserTask(input: DelegateUserTaskInput, options?: CallOptions): Promise<void>;
  /** Give a delegated user task back, or take it back. `give-back` by whoever has it, who is done; its owner is told. `take-back` by its owner, also where they may not change what others have. `PATCH /ext/user-tasks/{userTaskKey}/delegation` */
  changeUserTaskDelegation(input: ChangeUserTaskDelegationInput, options?: CallOptions): Promise<void>;
  /** Find users whom a user task can be given to. Those who may use the tasklist and have `q` in their username or name, at most 20; those first whom the task is offered to. Where nobody signs in, the candidate users. `GET /ext/user-tasks/{userTaskKey}/people` */
  findUserTaskPeople(input: FindUserTaskPeopleInput, options?: CallOptions): Promise<FindUserTaskPeopleAnswer>;
  /** Search what was done to a user task. `POST /v2/user-tasks/{userTaskKey}/audit-logs/search` */
  searchUserTaskAuditLogs(
    input: SearchUserTaskAuditLogsInput,
    options?: CallOptions,
  ): Promise<SearchUserTaskAuditLogsAnswer>;
}

export const userTasksOperations = {
  searchUserTasks: { method: 'POST', path: '/v2/user-tasks/search', body: 'json', answer: 'json', isSafe: true },
  getUserTask: { method: 'GET', path: '/v2/user-tasks/{userTaskKey}', answer: 'json', isSafe: true },
  updateUserTask: {
    method: 'PATCH',
    path: '/v2/user-tasks/{userTaskKey}',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  updateUserTaskBare: {
    method: 'PATCH',
    path: '/v2/user-tasks/{userTaskKey}/update',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  assignUserTask: {
    method: 'POST',
    path: '/v2/user-tasks/{userTaskKey}/assignment',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  unassignUserTask: {
    method: 'DELETE',
    path: '/v2/user-tasks/{userTaskKey}/assignee',
    answer: 'nothing',
    isRepeatable: true,
  },
  completeUserTask: {
    method: 'POST',
    path: '/v2/user-tasks/{userTaskKey}/completion',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  getUserTaskForm: { method: 'GET', path: '/v2/user-tasks/{userTaskKey}/form', answer: 'json', isSafe: true },
  searchUserTaskVariables: {
    method: 'POST',
    path: '/v2/user-tasks/{userTaskKey}/variables/search',
    query: ['truncateValues'],
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  searchUserTaskEffectiveVariables: {
    method: 'POST',
    path: '/v2/user-tasks/{userTaskKey}/effective-variables/search',
    query: ['truncateValues'],
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  changeUserTasks: { method: 'POST', path: '/ext/user-tasks/bulk', body: 'json', answer: 'json', isRepeatable: true },
  delegateUserTask: {
    method: 'POST',
    path: '/ext/user-tasks/{userTaskKey}/delegation',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  changeUserTaskDelegation: {
    method: 'PATCH',
    path: '/ext/user-tasks/{userTaskKey}/delegation',
    body: 'json',
    answer: 'nothing',
  },
  findUserTaskPeople: {
    method: 'GET',
    path: '/ext/user-tasks/{userTaskKey}/people',
    query: ['q'],
    answer: 'json',
    isSafe: true,
  },
  searchUserTaskAuditLogs: {
    method: 'POST',
    path: '/v2/user-tasks/{userTaskKey}/audit-logs/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof UserTasks, OperationEntry>>;
