import { z } from 'zod';
import { batchItemStates } from '../store/searches/batch-operation-item-plan.ts';
import { batchOperationStates, batchOperationTypes } from '../store/searches/batch-operation-plan.ts';
import type { BatchOperationType } from '../store/searches/batch-operation-plan.ts';
import type { BatchOperationItemRow } from '../store/tables/batch-operation-items.ts';
import type { BatchOperationRow } from '../store/tables/batch-operations.ts';
import { dateTextOrNull, keyText, keyTextOrNull } from './answer.ts';
import { dateType, keyType } from './operation/answer-types.ts';

/** What a call that begins a batch operation answers. */
export const begunType = z
  .strictObject({ batchOperationKey: keyType, batchOperationType: z.enum(batchOperationTypes) })
  .meta({ id: 'BatchOperationCreated' });

/** Example of what begins one. */
export const begunExample = (batchOperationType: BatchOperationType): z.input<typeof begunType> => ({
  batchOperationKey: '1000000201',
  batchOperationType,
});

export const batchOperationType = z
  .strictObject({
    batchOperationKey: keyType,
    state: z.enum(batchOperationStates),
    batchOperationType: z.enum(batchOperationTypes),
    startDate: dateType.nullable(),
    endDate: dateType.nullable(),
    actorType: z.enum(['ANONYMOUS', 'CLIENT', 'UNKNOWN', 'USER']),
    actorId: z.string().nullable(),
    operationsTotalCount: z.int().describe('Items found so far; grows while they are looked for.'),
    operationsFailedCount: z.int(),
    operationsCompletedCount: z.int().describe('With those of which nothing was left to do (`SKIPPED`).'),
    errors: z.array(z.strictObject({ partitionId: z.int(), type: z.enum(['QUERY_FAILED']), message: z.string() })),
  })
  .meta({ id: 'BatchOperation' });

/** A batch operation as the API shows it. */
export const batchOperationAnswer = (row: BatchOperationRow): z.input<typeof batchOperationType> => ({
  batchOperationKey: keyText(row.key),
  state: row.state as 'ACTIVE',
  batchOperationType: row.type as BatchOperationType,
  startDate: dateTextOrNull(row.start_ms),
  endDate: dateTextOrNull(row.end_ms),
  actorType: row.actor === null ? 'ANONYMOUS' : 'USER',
  actorId: row.actor,
  operationsTotalCount: row.total,
  operationsFailedCount: row.failed,
  operationsCompletedCount: row.completed,
  errors: row.error === null ? [] : [{ partitionId: 1, type: 'QUERY_FAILED', message: row.error }],
});

export const batchOperationExample: z.input<typeof batchOperationType> = {
  batchOperationKey: '1000000201',
  state: 'ACTIVE',
  batchOperationType: 'CANCEL_PROCESS_INSTANCE',
  startDate: '2030-01-31T10:00:00.000Z',
  endDate: null,
  actorType: 'ANONYMOUS',
  actorId: null,
  operationsTotalCount: 300,
  operationsFailedCount: 0,
  operationsCompletedCount: 100,
  errors: [],
};

export const batchOperationItemType = z
  .strictObject({
    operationType: z.enum(batchOperationTypes),
    batchOperationKey: keyType,
    itemKey: keyType,
    processInstanceKey: z
      .string()
      .regex(/^(-1|[0-9]+)$/)
      .describe('"-1" for a decision that no process asked for.'),
    rootProcessInstanceKey: keyType.nullable(),
    state: z.enum(batchItemStates).describe('`SKIPPED`: what it was about was gone. `CANCELED`: the operation was.'),
    processedDate: dateType.nullable(),
    errorMessage: z.string().nullable(),
  })
  .meta({ id: 'BatchOperationItem' });

/** An item as the API shows it. */
export const batchOperationItemAnswer = (row: BatchOperationItemRow): z.input<typeof batchOperationItemType> => ({
  operationType: row.type as BatchOperationType,
  batchOperationKey: keyText(row.batch_operation_key),
  itemKey: keyText(row.item_key),
  // Clients of 8.9 take no null here.
  processInstanceKey: keyTextOrNull(row.process_instance_key) ?? '-1',
  rootProcessInstanceKey: keyTextOrNull(row.root_key),
  state: row.state as 'ACTIVE',
  processedDate: dateTextOrNull(row.processed_ms),
  errorMessage: row.error,
});

export const batchOperationItemExample: z.input<typeof batchOperationItemType> = {
  operationType: 'CANCEL_PROCESS_INSTANCE',
  batchOperationKey: '1000000201',
  itemKey: '1000000101',
  processInstanceKey: '1000000101',
  rootProcessInstanceKey: '1000000101',
  state: 'COMPLETED',
  processedDate: '2030-01-31T10:00:01.000Z',
  errorMessage: null,
};
