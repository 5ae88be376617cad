import type { BatchOperationItemRow } from '../tables/batch-operation-items.ts';
import { batchOperationTypes, touchesOnly } from './batch-operation-plan.ts';
import { plainEnum } from './enum-values.ts';
import type { SearchPlan } from './search-plan.ts';

export const batchItemStates = ['ACTIVE', 'COMPLETED', 'FAILED', 'SKIPPED', 'CANCELED'] as const;
export type BatchItemState = (typeof batchItemStates)[number];

/** Search of the items of batch operations. */
export const batchOperationItemPlan: SearchPlan<BatchOperationItemRow> = {
  from: 'batch_operation_items as t',
  columns: ['t.*'],
  tiebreak: 't.key',
  tenant: null,
  seenBy: (query, tenants, context) =>
    void query.whereExists((sub) => {
      sub.select(context.knex.raw('1')).from('batch_operations as b').whereRaw('b.key = t.batch_operation_key');
      touchesOnly(sub, 'b.tenants', tenants, context);
    }),
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
