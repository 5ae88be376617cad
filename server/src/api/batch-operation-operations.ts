import type { Key } from '@baton/engine';
import { z } from 'zod';
import {
  cancelBatchOperationTask,
  resumeBatchOperationTask,
  suspendBatchOperationTask,
} from '../runtime/batch-operations/change-operation.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { Task } from '../runtime/task.ts';
import { batchOperationItemPlan } from '../store/searches/batch-operation-item-plan.ts';
import { batchOperationPlan } from '../store/searches/batch-operation-plan.ts';
import type { BatchOperationRow } from '../store/tables/batch-operations.ts';
import {
  batchOperationAnswer,
  batchOperationExample,
  batchOperationItemAnswer,
  batchOperationItemExample,
  batchOperationItemType,
  batchOperationType,
} from './batch-operation-answer.ts';
import { foundRow } from './found-row.ts';
import { key } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchOperation } from './operation/search-operation.ts';
import { submit } from './operation/submit.ts';

const params = { batchOperationKey: key };
const tag = 'Batch operations';
const mayRead = needs('BATCH', 'READ');

/** Batch operations: search, read, suspend, resume, cancel. What begins them is in `batch-begin-operations.ts`. */
export const batchOperationOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  /** One that changes how an operation goes on. */
  const change = (
    id: string,
    verb: string,
    what: Pick<Operation, 'summary'> & { readonly description: string },
    task: (operationKey: Key) => Task<null>,
  ): Operation =>
    operation({
      id,
      method: 'POST',
      path: `/v2/batch-operations/{batchOperationKey}/${verb}`,
      tag,
      ...what,
      params,
      body: body(z.strictObject({})),
      answer: nothing,
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      isRepeatable: true,
      isTenantAware: true,
      access: needs('BATCH', 'UPDATE'),
      example: { body: {} },
      run: async (call) => void (await submit(runtime, call, task(call.params.batchOperationKey))),
    });
  return [
    searchOperation(database, {
      id: 'searchBatchOperations',
      path: '/v2/batch-operations/search',
      tag,
      summary: 'Search batch operations',
      reader: { plan: batchOperationPlan, filters: searchedBy },
      item: batchOperationType,
      answer: batchOperationAnswer,
      access: mayRead,
      example: { body: { filter: { state: 'ACTIVE' } }, item: batchOperationExample },
    }),
    operation({
      id: 'getBatchOperation',
      method: 'GET',
      path: '/v2/batch-operations/{batchOperationKey}',
      tag,
      summary: 'Read a batch operation and how far it is',
      params,
      answer: json(batchOperationType),
      refusals: ['NOT_FOUND'],
      access: mayRead,
      isTenantAware: true,
      example: { answer: batchOperationExample },
      run: async (call) => {
        const row = await foundRow<BatchOperationRow>(
          call,
          database,
          'batch_operations',
          call.params.batchOperationKey,
        );
        return batchOperationAnswer(row);
      },
    }),
    change(
      'suspendBatchOperation',
      'suspension',
      {
        summary: 'Suspend a batch operation',
        description: 'Items that a server has begun with, 100 at most, are still done.',
      },
      suspendBatchOperationTask,
    ),
    change(
      'resumeBatchOperation',
      'resumption',
      { summary: 'Resume a batch operation', description: 'It goes on with the items that are left.' },
      resumeBatchOperationTask,
    ),
    change(
      'cancelBatchOperation',
      'cancellation',
      {
        summary: 'Cancel a batch operation',
        description: 'What was done stays done, and the items that are left become `CANCELED`.',
      },
      cancelBatchOperationTask,
    ),
    searchOperation(database, {
      id: 'searchBatchOperationItems',
      path: '/v2/batch-operation-items/search',
      tag,
      summary: 'Search the items of batch operations',
      reader: { plan: batchOperationItemPlan, filters: itemsSearchedBy },
      item: batchOperationItemType,
      answer: batchOperationItemAnswer,
      access: mayRead,
      example: { body: { filter: { state: 'FAILED' } }, item: batchOperationItemExample },
    }),
  ];
};

const searchedBy = ['batchOperationKey', 'operationType', 'state', 'actorType', 'actorId'];
const itemsSearchedBy = ['batchOperationKey', 'itemKey', 'processInstanceKey', 'state', 'operationType'];
