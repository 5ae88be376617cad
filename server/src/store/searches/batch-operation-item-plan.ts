import type { BatchOperationItemRow } from '../tables/batch-operation-items.ts';
import { batchOperationTypes } from './batch-operation-plan.ts';
import { plainEnum } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';

export const batchItemStates = ['ACTIVE', 'COMPLETED', 'FAILED', 'SKIPPED', 'CANCELED'] as const;
export type BatchItemState = (typeof batchItemStates)[number];

/** Search of the items of batch operations. */
export const batchOperationItemPlan: SearchPlan<BatchOperationItemRow> = {
  from: 'batch_operation_items as t',
  columns: ['t.*'],
  tiebreak: 't.key',
  fields: {
    batchOperationKey: { kind: 'key', column: 't.batch_operation_key' },
    itemKey: { kind: 'key', column: 't.item_key' },
    processInstanceKey: { kind: 'key', column: 't.process_instance_key', nullable: true },
    state: { kind: 'enum', column: 't.state', values: plainEnum(...batchItemStates) },
    operationType: { kind: 'enum', column: 't.type', values: plainEnum(...batchOperationTypes) },
    processedDate: { kind: 'date', column: 't.processed_ms', nullable: true },
  },
  sortable: ['batchOperationKey', 'itemKey', 'processInstanceKey', 'processedDate', 'state'],
};
