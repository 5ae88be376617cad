import type { Key } from '@baton/engine';
import { z } from 'zod';
import {
  cancelBatchOperationTask,
  resumeBatchOperationTask,
  suspendBatchOperationTask,
} from '../runtime/batch-operations/change-operation.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Task } from '../runtime/task.ts';
import { batchOperationItemPlan } from '../store/searches/batch-operation-item-plan.ts';
import { batchOperationPlan } from '../store/searches/batch-operation-plan.ts';
import { findRow } from '../store/searches/find-row.ts';
import { runSearch } from '../store/searches/run-search.ts';
import type { BatchOperationRow } from '../store/tables/batch-operations.ts';
import {
  batchOperationAnswer,
  batchOperationExample,
  batchOperationItemAnswer,
  batchOperationItemExample,
  batchOperationItemType,
  batchOperationType,
} from './batch-operation-answer.ts';
import { key } from './input.ts';
import { needs } from './operation/access.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { pageOf } from './operation/answer-types.ts';
import { body, searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { submit } from './operation/submit.ts';
import { searchAnswer } from './search/read-search.ts';

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
      access: needs('BATCH', 'UPDATE'),
      example: { body: {} },
      run: async (call) => void (await submit(runtime, call, task(call.params.batchOperationKey))),
    });
  return [
    operation({
      id: 'searchBatchOperations',
      method: 'POST',
      path: '/v2/batch-operations/search',
      tag,
      summary: 'Search batch operations',
      body: searchBody({ plan: batchOperationPlan, filters: searchedBy }),
      answer: json(pageOf(batchOperationType)),
      access: mayRead,
      example: { body: { filter: { state: 'ACTIVE' } }, answer: onePage(batchOperationExample) },
      run: async ({ body: search }) =>
        searchAnswer(await runSearch(database, batchOperationPlan, search), batchOperationAnswer),
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
      example: { answer: batchOperationExample },
      run: async ({ params: { batchOperationKey } }) => {
        const row = await findRow<BatchOperationRow>(database, 'batch_operations', batchOperationKey);
        if (row === null) throw new Refusal('NOT_FOUND', `Batch operation with key '${batchOperationKey}' not found`);
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
    operation({
      id: 'searchBatchOperationItems',
      method: 'POST',
      path: '/v2/batch-operation-items/search',
      tag,
      summary: 'Search the items of batch operations',
      body: searchBody({ plan: batchOperationItemPlan, filters: itemsSearchedBy }),
      answer: json(pageOf(batchOperationItemType)),
      access: mayRead,
      example: { body: { filter: { state: 'FAILED' } }, answer: onePage(batchOperationItemExample) },
      run: async ({ body: search }) =>
        searchAnswer(await runSearch(database, batchOperationItemPlan, search), batchOperationItemAnswer),
    }),
  ];
};

const searchedBy = ['batchOperationKey', 'operationType', 'state', 'actorType', 'actorId'];
const itemsSearchedBy = ['batchOperationKey', 'itemKey', 'processInstanceKey', 'state', 'operationType'];
