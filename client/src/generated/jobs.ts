// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.
/* oxlint-disable max-lines */

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type {
  Page,
  BatchOperationCreated,
  ActivatedJob,
  Job,
  JobTotals,
  JobTypeStatistics,
  JobWorkerStatistics,
  JobTimeStatistics,
  JobErrorStatistics,
} from './schemas.ts';

export type ActivateJobsInput = {
  readonly type: string;
  readonly timeout: number;
  readonly maxJobsToActivate: number;
  readonly worker?: string | null;
  readonly fetchVariable?: readonly string[] | null;
  readonly requestTimeout?: number | null;
  readonly tenantIds?: readonly string[] | null;
  readonly tenantFilter?: string | null;
};

export type ActivateJobsAnswer = {
  readonly jobs: readonly ActivatedJob[];
};

export type SearchJobsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly jobKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly type?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly worker?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly state?: Condition<
      'CREATED' | 'COMPLETED' | 'FAILED' | 'RETRIES_UPDATED' | 'TIMED_OUT' | 'CANCELED' | 'ERROR_THROWN' | 'MIGRATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly kind?: Condition<
      'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly listenerEventType?: Condition<
      'UNSPECIFIED' | 'START' | 'END' | 'CREATING' | 'ASSIGNING' | 'UPDATING' | 'COMPLETING' | 'CANCELING',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly retries?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly deadline?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly endTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly creationTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly lastUpdateTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly errorCode?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly errorMessage?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly deniedReason?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly isDenied?: boolean;
    readonly hasFailedWithRetriesLeft?: boolean;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
  };
  readonly sort?: readonly {
    readonly field:
      | 'deadline'
      | 'deniedReason'
      | 'elementId'
      | 'elementInstanceKey'
      | 'endTime'
      | 'errorCode'
      | 'errorMessage'
      | 'hasFailedWithRetriesLeft'
      | 'isDenied'
      | 'jobKey'
      | 'kind'
      | 'listenerEventType'
      | 'processDefinitionId'
      | 'processDefinitionKey'
      | 'processInstanceKey'
      | 'retries'
      | 'state'
      | 'tenantId'
      | 'type'
      | 'worker';
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

export type SearchJobsAnswer = {
  readonly items: readonly Job[];
  readonly page: Page;
};

export type CompleteJobInput = {
  readonly jobKey: string;
} & {
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly result?:
    | (
        | {
            readonly type: 'adHocSubProcess';
            readonly activateElements?:
              | readonly {
                  readonly elementId: string;
                  readonly variables?: Readonly<Record<string, unknown>> | null;
                }[]
              | null;
            readonly isCompletionConditionFulfilled?: boolean | null;
            readonly isCancelRemainingInstances?: boolean | null;
          }
        | {
            readonly type?: 'userTask' | null;
            readonly denied?: boolean | null;
            readonly deniedReason?: string | null;
            readonly corrections?: {
              readonly assignee?: string | null;
              readonly dueDate?: string | null;
              readonly followUpDate?: string | null;
              readonly candidateUsers?: readonly string[] | null;
              readonly candidateGroups?: readonly string[] | null;
              readonly priority?: number | null;
            } | null;
          }
      )
    | null;
};

export type FailJobInput = {
  readonly jobKey: string;
} & {
  readonly retries?: number | null;
  readonly errorMessage?: string | null;
  readonly retryBackOff?: number | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
};

export type ThrowJobErrorInput = {
  readonly jobKey: string;
} & {
  readonly errorCode: string;
  readonly errorMessage?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
};

export type UpdateJobInput = {
  readonly jobKey: string;
} & {
  readonly changeset: {
    readonly retries?: number | null;
    readonly timeout?: number | null;
  };
  readonly operationReference?: number | null;
};

export type GetGlobalJobStatisticsInput = {
  readonly from?: string;
  readonly to?: string;
  readonly jobType?: string;
};

export type GetGlobalJobStatisticsAnswer = JobTotals;

export type GetJobTypeStatisticsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly jobType?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly from?: unknown;
    readonly to?: unknown;
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

export type GetJobTypeStatisticsAnswer = {
  readonly items: readonly JobTypeStatistics[];
  readonly page: Page;
};

export type GetJobWorkerStatisticsInput = {
  readonly filter: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly jobType: string;
    readonly from: unknown;
    readonly to: unknown;
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

export type GetJobWorkerStatisticsAnswer = {
  readonly items: readonly JobWorkerStatistics[];
  readonly page: Page;
};

export type GetJobTimeSeriesStatisticsInput = {
  readonly filter: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly jobType: string;
    readonly from: unknown;
    readonly to: unknown;
    readonly resolution?: unknown;
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

export type GetJobTimeSeriesStatisticsAnswer = {
  readonly items: readonly JobTimeStatistics[];
  readonly page: Page;
};

export type GetJobErrorStatisticsInput = {
  readonly filter: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly jobType: string;
    readonly errorCode?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly errorMessage?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly from: unknown;
    readonly to: unknown;
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

export type GetJobErrorStatisticsAnswer = {
  readonly items: readonly JobErrorStatistics[];
  readonly page: Page;
};

export type CompleteJobsInput = {
  readonly jobs: readonly {
    readonly jobKey: string;
    readonly variables?: Readonly<Record<string, unknown>> | null;
    readonly result?:
      | (
          | {
              readonly type: 'adHocSubProcess';
              readonly activateElements?:
                | readonly {
                    readonly elementId: string;
                    readonly variables?: Readonly<Record<string, unknown>> | null;
                  }[]
                | null;
              readonly isCompletionConditionFulfilled?: boolean | null;
              readonly isCancelRemainingInstances?: boolean | null;
            }
          | {
              readonly type?: 'userTask' | null;
              readonly denied?: boolean | null;
              readonly deniedReason?: string | null;
              readonly corrections?: {
                readonly assignee?: string | null;
                readonly dueDate?: string | null;
                readonly followUpDate?: string | null;
                readonly candidateUsers?: readonly string[] | null;
                readonly candidateGroups?: readonly string[] | null;
                readonly priority?: number | null;
              } | null;
            }
        )
      | null;
  }[];
};

export type CompleteJobsAnswer = {
  readonly items: readonly {
    readonly jobKey: string | null;
    readonly error: {
      readonly type: 'about:blank';
      readonly title: string;
      readonly status: number;
      readonly detail: string;
      readonly instance: string;
    } | null;
  }[];
};

export type UpdateJobsBatchOperationInput = {
  readonly filter: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly jobKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly type?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly worker?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly state?: Condition<
      'CREATED' | 'COMPLETED' | 'FAILED' | 'RETRIES_UPDATED' | 'TIMED_OUT' | 'CANCELED' | 'ERROR_THROWN' | 'MIGRATED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly kind?: Condition<
      'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly listenerEventType?: Condition<
      'UNSPECIFIED' | 'START' | 'END' | 'CREATING' | 'ASSIGNING' | 'UPDATING' | 'COMPLETING' | 'CANCELING',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly retries?: Condition<number, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly deadline?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly endTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly creationTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly lastUpdateTime?: Condition<string, '$eq' | '$neq' | '$exists' | '$gt' | '$gte' | '$lt' | '$lte' | '$in'>;
    readonly errorCode?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly errorMessage?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly deniedReason?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly isDenied?: boolean;
    readonly hasFailedWithRetriesLeft?: boolean;
    readonly elementId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly elementInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processDefinitionId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly processDefinitionKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
  };
} & {
  readonly changeset: {
    readonly retries?: number | null;
    readonly timeout?: number | null;
  };
  readonly operationReference?: number | null;
};

export type UpdateJobsBatchOperationAnswer = BatchOperationCreated;

/** Jobs. */
export interface Jobs {
  /** Fetch jobs for a worker. Locks up to `maxJobsToActivate` jobs (at most 1,000) for `timeout` milliseconds. Where there is none it waits for one: `requestTimeout` milliseconds, 10 seconds when that is 0 or left out, not at all when it is negative. `POST /v2/jobs/activation` */
  activateJobs(input: ActivateJobsInput, options?: CallOptions): Promise<ActivateJobsAnswer>;
  /** Search jobs. `POST /v2/jobs/search` */
  searchJobs(input?: SearchJobsInput, options?: CallOptions): Promise<SearchJobsAnswer>;
  /** Complete a job. `POST /v2/jobs/{jobKey}/completion` */
  completeJob(input: CompleteJobInput, options?: CallOptions): Promise<void>;
  /** Fail a job. `retries` are those that are left; none (also when left out) raises an incident. With `retryBackOff` milliseconds it is not fetched again before. `POST /v2/jobs/{jobKey}/failure` */
  failJob(input: FailJobInput, options?: CallOptions): Promise<void>;
  /** Throw a BPMN error from a job. `POST /v2/jobs/{jobKey}/error` */
  throwJobError(input: ThrowJobErrorInput, options?: CallOptions): Promise<void>;
  /** Change retries or lock of a job. `timeout` is the new lock time, milliseconds from now; only for a job that a worker holds. `PATCH /v2/jobs/{jobKey}` */
  updateJob(input: UpdateJobInput, options?: CallOptions): Promise<void>;
  /** Count the jobs that were created, completed and failed. Of the 100,000 newest jobs whose history is kept. A job counts by its creation and by what became of it last, each in the time that is asked for: one that failed and was completed later counts as completed. `GET /v2/jobs/statistics/global` */
  getGlobalJobStatistics(
    input?: GetGlobalJobStatisticsInput,
    options?: CallOptions,
  ): Promise<GetGlobalJobStatisticsAnswer>;
  /** Count jobs by type. Of the 100,000 newest jobs whose history is kept. A job counts by its creation and by what became of it last, each in the time that is asked for: one that failed and was completed later counts as completed. `POST /v2/jobs/statistics/by-types` */
  getJobTypeStatistics(input?: GetJobTypeStatisticsInput, options?: CallOptions): Promise<GetJobTypeStatisticsAnswer>;
  /** Count the jobs of a type by worker. Of the 100,000 newest jobs whose history is kept. A job counts by its creation and by what became of it last, each in the time that is asked for: one that failed and was completed later counts as completed. The worker is the one that had the job last. `POST /v2/jobs/statistics/by-workers` */
  getJobWorkerStatistics(
    input: GetJobWorkerStatisticsInput,
    options?: CallOptions,
  ): Promise<GetJobWorkerStatisticsAnswer>;
  /** Count the jobs of a type over time. Of the 100,000 newest jobs whose history is kept. A job counts by its creation and by what became of it last, each in the time that is asked for: one that failed and was completed later counts as completed. Times without any are left out. Without a resolution there are at most about 100. `POST /v2/jobs/statistics/time-series` */
  getJobTimeSeriesStatistics(
    input: GetJobTimeSeriesStatisticsInput,
    options?: CallOptions,
  ): Promise<GetJobTimeSeriesStatisticsAnswer>;
  /** List the errors of the jobs of a type. Of jobs that failed last, by error code and message, with the number of workers that met it. `POST /v2/jobs/statistics/errors` */
  getJobErrorStatistics(input: GetJobErrorStatisticsInput, options?: CallOptions): Promise<GetJobErrorStatisticsAnswer>;
  /** Complete many jobs. One to 1,000, of one instance or of several, each for itself: one that is refused has its problem in its place of the answer. `POST /ext/jobs/completion` */
  completeJobs(input: CompleteJobsInput, options?: CallOptions): Promise<CompleteJobsAnswer>;
  /** Change retries or lock of the jobs that a filter finds. Answers at once with the key of a batch operation, which goes through what the filter finds bit by bit; see `getBatchOperation`. `POST /v2/jobs/batch-update` */
  updateJobsBatchOperation(
    input: UpdateJobsBatchOperationInput,
    options?: CallOptions,
  ): Promise<UpdateJobsBatchOperationAnswer>;
}

export const jobsOperations = {
  activateJobs: { method: 'POST', path: '/v2/jobs/activation', body: 'json', answer: 'json' },
  searchJobs: { method: 'POST', path: '/v2/jobs/search', body: 'json', answer: 'json', isSafe: true },
  completeJob: {
    method: 'POST',
    path: '/v2/jobs/{jobKey}/completion',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  failJob: { method: 'POST', path: '/v2/jobs/{jobKey}/failure', body: 'json', answer: 'nothing', isRepeatable: true },
  throwJobError: {
    method: 'POST',
    path: '/v2/jobs/{jobKey}/error',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  updateJob: { method: 'PATCH', path: '/v2/jobs/{jobKey}', body: 'json', answer: 'nothing', isRepeatable: true },
  getGlobalJobStatistics: {
    method: 'GET',
    path: '/v2/jobs/statistics/global',
    query: ['from', 'to', 'jobType'],
    answer: 'json',
    isSafe: true,
  },
  getJobTypeStatistics: {
    method: 'POST',
    path: '/v2/jobs/statistics/by-types',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getJobWorkerStatistics: {
    method: 'POST',
    path: '/v2/jobs/statistics/by-workers',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getJobTimeSeriesStatistics: {
    method: 'POST',
    path: '/v2/jobs/statistics/time-series',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getJobErrorStatistics: {
    method: 'POST',
    path: '/v2/jobs/statistics/errors',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  completeJobs: { method: 'POST', path: '/ext/jobs/completion', body: 'json', answer: 'json', isRepeatable: true },
  updateJobsBatchOperation: {
    method: 'POST',
    path: '/v2/jobs/batch-update',
    body: 'json',
    answer: 'json',
    isRepeatable: true,
  },
} as const satisfies Readonly<Record<keyof Jobs, OperationEntry>>;
