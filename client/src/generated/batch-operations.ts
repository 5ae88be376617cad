// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry, Condition } from '../operation-entry.ts';
import type { Page, BatchOperation, BatchOperationItem } from './schemas.ts';

export type SearchBatchOperationsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly batchOperationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly operationType?: Condition<
      | 'CANCEL_PROCESS_INSTANCE'
      | 'RESOLVE_INCIDENT'
      | 'DELETE_PROCESS_INSTANCE'
      | 'DELETE_DECISION_INSTANCE'
      | 'UPDATE_JOB'
      | 'MODIFY_PROCESS_INSTANCE'
      | 'RESUME_PROCESS_INSTANCE'
      | 'SUSPEND_PROCESS_INSTANCE'
      | 'MIGRATE_PROCESS_INSTANCE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly state?: Condition<
      'CREATED' | 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'PARTIALLY_COMPLETED' | 'CANCELED' | 'FAILED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly actorId?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'>;
    readonly actorType?: Condition<
      'ANONYMOUS' | 'CLIENT' | 'UNKNOWN' | 'USER',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
  };
  readonly sort?: readonly {
    readonly field: 'batchOperationKey' | 'operationType' | 'state' | 'startDate' | 'endDate' | 'actorType' | 'actorId';
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

export type SearchBatchOperationsAnswer = {
  readonly items: readonly BatchOperation[];
  readonly page: Page;
};

export type GetBatchOperationInput = {
  readonly batchOperationKey: string;
};

export type GetBatchOperationAnswer = BatchOperation;

export type SuspendBatchOperationInput = {
  readonly batchOperationKey: string;
} & Record<never, never>;

export type ResumeBatchOperationInput = {
  readonly batchOperationKey: string;
} & Record<never, never>;

export type CancelBatchOperationInput = {
  readonly batchOperationKey: string;
} & Record<never, never>;

export type SearchBatchOperationItemsInput = {
  readonly filter?: {
    readonly tenantId?: string | Readonly<Record<string, unknown>>;
    readonly batchOperationKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly itemKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly processInstanceKey?: Condition<string, '$eq' | '$neq' | '$exists' | '$in' | '$notIn'>;
    readonly state?: Condition<
      'ACTIVE' | 'COMPLETED' | 'FAILED' | 'SKIPPED' | 'CANCELED',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
    readonly operationType?: Condition<
      | 'CANCEL_PROCESS_INSTANCE'
      | 'RESOLVE_INCIDENT'
      | 'DELETE_PROCESS_INSTANCE'
      | 'DELETE_DECISION_INSTANCE'
      | 'UPDATE_JOB'
      | 'MODIFY_PROCESS_INSTANCE'
      | 'RESUME_PROCESS_INSTANCE'
      | 'SUSPEND_PROCESS_INSTANCE'
      | 'MIGRATE_PROCESS_INSTANCE',
      '$eq' | '$neq' | '$exists' | '$in' | '$notIn' | '$like'
    >;
  };
  readonly sort?: readonly {
    readonly field: 'batchOperationKey' | 'itemKey' | 'processInstanceKey' | 'processedDate' | 'state';
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

export type SearchBatchOperationItemsAnswer = {
  readonly items: readonly BatchOperationItem[];
  readonly page: Page;
};

/** Batch operations. */
export interface BatchOperations {
  /** Search batch operations. `POST /v2/batch-operations/search` */
  searchBatchOperations(
    input?: SearchBatchOperationsInput,
    options?: CallOptions,
  ): Promise<SearchBatchOperationsAnswer>;
  /** Read a batch operation and how far it is. `GET /v2/batch-operations/{batchOperationKey}` */
  getBatchOperation(input: GetBatchOperationInput, options?: CallOptions): Promise<GetBatchOperationAnswer>;
  /** Suspend a batch operation. Items that a server has begun with, 100 at most, are still done. `POST /v2/batch-operations/{batchOperationKey}/suspension` */
  suspendBatchOperation(input: SuspendBatchOperationInput, options?: CallOptions): Promise<void>;
  /** Resume a batch operation. It goes on with the items that are left. `POST /v2/batch-operations/{batchOperationKey}/resumption` */
  resumeBatchOperation(input: ResumeBatchOperationInput, options?: CallOptions): Promise<void>;
  /** Cancel a batch operation. What was done stays done, and the items that are left become `CANCELED`. `POST /v2/batch-operations/{batchOperationKey}/cancellation` */
  cancelBatchOperation(input: CancelBatchOperationInput, options?: CallOptions): Promise<void>;
  /** Search the items of batch operations. `POST /v2/batch-operation-items/search` */
  searchBatchOperationItems(
    input?: SearchBatchOperationItemsInput,
    options?: CallOptions,
  ): Promise<SearchBatchOperationItemsAnswer>;
}

export const batchOperationsOperations = {
  searchBatchOperations: {
    method: 'POST',
    path: '/v2/batch-operations/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
  getBatchOperation: { method: 'GET', path: '/v2/batch-operations/{batchOperationKey}', answer: 'json', isSafe: true },
  suspendBatchOperation: {
    method: 'POST',
    path: '/v2/batch-operations/{batchOperationKey}/suspension',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  resumeBatchOperation: {
    method: 'POST',
    path: '/v2/batch-operations/{batchOperationKey}/resumption',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  cancelBatchOperation: {
    method: 'POST',
    path: '/v2/batch-operations/{batchOperationKey}/cancellation',
    body: 'json',
    answer: 'nothing',
    isRepeatable: true,
  },
  searchBatchOperationItems: {
    method: 'POST',
    path: '/v2/batch-operation-items/search',
    body: 'json',
    answer: 'json',
    isSafe: true,
  },
} as const satisfies Readonly<Record<keyof BatchOperations, OperationEntry>>;
