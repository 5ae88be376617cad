import { countBatchItems, findActiveItems } from '../../store/operations/find-batch-items.ts';
import type { BatchItemState } from '../../store/searches/batch-operation-item-plan.ts';
import type { BatchTarget } from '../../store/searches/find-batch-targets.ts';
import { findRow } from '../../store/searches/find-row.ts';
import { batchOperationItems } from '../../store/tables/batch-operation-items.ts';
import type { BatchOperationItemRow } from '../../store/tables/batch-operation-items.ts';
import type { BatchOperationRow } from '../../store/tables/batch-operations.ts';
import type { Batch } from '../batch.ts';
import { isPassing, Refusal } from '../refusal.ts';
import type { Task } from '../task.ts';
import { operationIn, patchOperation } from './change-operation.ts';
import { deedOf } from './item-deed.ts';

/** Items that one task drops at most when an operation is canceled. */
const dropSize = 500;

/** Puts down the targets after `operation.collected_to`. `isLast`: there are no more. */
export const collectTask = (
  { key, collected_to }: BatchOperationRow,
  targets: readonly BatchTarget[],
  isLast: boolean,
): Task<null> => ({
  name: 'collect-batch-operation',
  run: async (batch) => {
    const row = await operationIn(batch, key);
    // Another server put them down, or somebody wants it to rest.
    if (row === null || row.collected_to !== collected_to || !['CREATED', 'ACTIVE'].includes(row.state)) return null;
    for (const target of targets)
      batch.changes.insert(batchOperationItems, {
        key: await batch.services.keys.take(),
        batch_operation_key: key,
        type: row.type,
        ...target,
        state: 'ACTIVE',
        processed_ms: null,
        error: null,
      });
    patchOperation(batch, row, {
      state: 'ACTIVE',
      start_ms: row.start_ms ?? batch.nowMs,
      collected_to: targets.at(-1)?.item_key ?? collected_to,
      is_collected: isLast ? 1 : 0,
      total: row.total + targets.length,
    });
    return null;
  },
});

/** Does what is to be done to one item, and says so in it, in one transaction: an item is done once, however often a server dies. */
export const itemTask = (operation: BatchOperationRow, item: BatchOperationItemRow): Task<null> => {
  const deed = deedOf(item, operation);
  return {
    name: `batch-${deed.name}`,
    needs: deed.needs,
    run: async (batch) => {
      if (!(await isActive(batch, item))) return null;
      try {
        await deed.run(batch);
        endItem(batch, item, 'COMPLETED', null);
      } catch (error) {
        if (!(error instanceof Refusal) || isPassing(error)) throw error;
        endItem(batch, item, error.code === 'NOT_FOUND' ? 'SKIPPED' : 'FAILED', error.message);
      }
      return null;
    },
  };
};

/** Notes that the server itself could not do an item. */
export const failItemTask = (item: BatchOperationItemRow, why: string): Task<null> => ({
  name: 'fail-batch-item',
  run: async (batch) => {
    if (await isActive(batch, item)) endItem(batch, item, 'FAILED', why);
    return null;
  },
});

const isActive = async (batch: Batch, { key }: BatchOperationItemRow): Promise<boolean> =>
  batch.changes.pending(batchOperationItems, { key }) === undefined &&
  (await findRow<BatchOperationItemRow>(batch.services.database, 'batch_operation_items', key))?.state === 'ACTIVE';

const endItem = (batch: Batch, { key }: BatchOperationItemRow, state: BatchItemState, error: string | null): void =>
  batch.changes.patch(batchOperationItems, { key }, { state, error, processed_ms: batch.nowMs }, { state: 'ACTIVE' });

/** Counts how far an operation is, and ends it when nothing is left. */
export const progressTask = (key: number): Task<null> => ({
  name: 'count-batch-operation',
  run: async (batch) => {
    const row = await operationIn(batch, key);
    if (row === null) return null;
    const { active, completed, failed } = await progressOf(batch, key);
    const isOver = row.state === 'ACTIVE' && row.is_collected === 1 && active === 0;
    const end = isOver ? { state: endState(completed, failed), is_open: 0, end_ms: batch.nowMs } : {};
    patchOperation(batch, row, { completed, failed, ...end });
    return null;
  },
});

const progressOf = async (
  batch: Batch,
  key: number,
): Promise<{ readonly active: number; readonly completed: number; readonly failed: number }> => {
  const counts = await countBatchItems(batch.services.database, key);
  return {
    active: counts['ACTIVE'] ?? 0,
    // Of what was skipped nothing was left to do.
    completed: (counts['COMPLETED'] ?? 0) + (counts['SKIPPED'] ?? 0),
    failed: counts['FAILED'] ?? 0,
  };
};

const endState = (completed: number, failed: number): string => {
  if (failed === 0) return 'COMPLETED';
  return completed === 0 ? 'FAILED' : 'PARTIALLY_COMPLETED';
};

/** Drops some of what is left of a canceled operation; closes it when nothing is. */
export const dropItemsTask = (key: number): Task<null> => ({
  name: 'drop-batch-items',
  run: async (batch) => {
    const row = await operationIn(batch, key);
    if (row === null) return null;
    const items = await findActiveItems(batch.services.database, key, dropSize);
    for (const item of items) endItem(batch, item, 'CANCELED', null);
    const { completed, failed } = await progressOf(batch, key);
    patchOperation(batch, row, { completed, failed, is_open: items.length < dropSize ? 0 : 1 });
    return null;
  },
});

/** Ends an operation whose items could not be found. */
export const failOperationTask = (key: number, why: string): Task<null> => ({
  name: 'fail-batch-operation',
  run: async (batch) => {
    const row = await operationIn(batch, key);
    if (row !== null && ['CREATED', 'ACTIVE'].includes(row.state))
      patchOperation(batch, row, { state: 'FAILED', is_open: 0, error: why, end_ms: batch.nowMs });
    return null;
  },
});
