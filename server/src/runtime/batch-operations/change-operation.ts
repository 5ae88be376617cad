import { defaultTenant } from '../../default-tenant.ts';
import type { Key, Modification } from '@baton/engine';
import type { BatchOperationType } from '../../store/searches/batch-operation-plan.ts';
import { findRow } from '../../store/searches/find-row.ts';
import type { Filter } from '../../store/searches/search-plan.ts';
import { batchOperations } from '../../store/tables/batch-operations.ts';
import type { BatchOperationRow } from '../../store/tables/batch-operations.ts';
import type { Batch } from '../batch.ts';
import type { Actor, JobUpdate } from '../instance-commands.ts';
import { refused } from '../instance-commands.ts';
import type { MigrationRequest } from '../migrate-instance.ts';
import type { Task } from '../task.ts';

/** What is to be done, and to what. */
export interface WantedBatchOperation {
  readonly type: BatchOperationType;
  readonly filter: Filter;
  /** What becomes of each item; null for types that take nothing. */
  readonly change: BatchChange | null;
  readonly actor: Actor;
  /** Those whose things it may touch; null where tenants are not told apart. (Default: null.) */
  readonly tenants?: readonly string[] | null;
}

/** What is done to each item: to a job, to where an instance is, or to what it follows. */
export type BatchChange = JobUpdate | Pick<Modification, 'move'> | MigrationRequest;

/** Puts a batch operation down. It begins as soon as a server looks for what is open. */
export const startBatchOperationTask = (wanted: WantedBatchOperation): Task<Key> => ({
  name: 'start-batch-operation',
  run: async (batch) => {
    const key = await batch.services.keys.take();
    const { tenants = null } = wanted;
    batch.changes.insert(batchOperations, {
      key,
      revision: 0,
      type: wanted.type,
      state: 'CREATED',
      is_open: 1,
      filter: JSON.stringify(wanted.filter),
      change: wanted.change === null ? null : JSON.stringify(wanted.change),
      collected_to: 0,
      is_collected: 0,
      total: 0,
      completed: 0,
      failed: 0,
      created_ms: batch.nowMs,
      start_ms: null,
      end_ms: null,
      actor: wanted.actor,
      error: null,
      tenants: tenants === null ? null : JSON.stringify(tenants),
    });
    batch.dueAt(batch.nowMs);
    return key;
  },
});

/** A batch operation as this batch sees it; null when there is none. */
export const operationIn = async (batch: Batch, key: number): Promise<BatchOperationRow | null> => {
  const pending = batch.changes.pending(batchOperations, { key });
  if (pending?.op === 'insert') return pending.row as unknown as BatchOperationRow;
  const row = await findRow<BatchOperationRow>(batch.services.database, 'batch_operations', key);
  return row === null || pending?.op !== 'patch' ? row : { ...row, ...(pending.set as Partial<BatchOperationRow>) };
};

/** Whether somebody who sees these tenants (null: all of them) sees an operation: one that touches no others. One from before there were tenants is of the default one. */
export const seesOperation = (row: BatchOperationRow, seen: readonly string[] | null): boolean =>
  seen === null || touchedBy(row).every((each) => seen.includes(each));

/** The tenants whose things an operation touches. */
const touchedBy = ({ tenants }: BatchOperationRow): readonly string[] =>
  tenants === null ? [defaultTenant] : (JSON.parse(tenants) as string[]);

const seenOperation = async (batch: Batch, key: number): Promise<BatchOperationRow | null> => {
  const row = await operationIn(batch, key);
  return row !== null && seesOperation(row, batch.tenants) ? row : null;
};

/** Changes a batch operation; when somebody else did so meanwhile the whole task is run again. */
export const patchOperation = (batch: Batch, row: BatchOperationRow, set: Partial<BatchOperationRow>): void => {
  for (const tenantId of touchedBy(row)) batch.tell('batch-operations', tenantId);
  batch.changes.patch(
    batchOperations,
    { key: row.key },
    { ...set, revision: row.revision + 1 },
    { revision: row.revision },
  );
};

const changeTask = (
  verb: string,
  key: Key,
  from: readonly string[],
  set: (nowMs: number) => Partial<BatchOperationRow>,
): Task<null> => ({
  name: `${verb.toLowerCase()}-batch-operation`,
  concerns: async (batch) => {
    const row = await seenOperation(batch, key);
    return row === null ? null : { resource: 'BATCH', id: String(key), tenantId: null };
  },
  run: async (batch) => {
    const row = await seenOperation(batch, key);
    if (row === null)
      throw refused(verb, {
        code: 'NOT_FOUND',
        detail: `Expected to find batch operation with key '${key}', but no such batch operation was found`,
      });
    if (!from.includes(row.state))
      throw refused(verb, {
        code: 'INVALID_STATE',
        detail: `Expected batch operation with key '${key}' to be ${from.join(' or ')}, but it is ${row.state}`,
      });
    patchOperation(batch, row, set(batch.nowMs));
    batch.dueAt(batch.nowMs);
    return null;
  },
});

/** Stops work on it until it is resumed. What a server is at right now (100 items at most) is still done. */
export const suspendBatchOperationTask = (key: Key): Task<null> =>
  changeTask('SUSPEND', key, ['CREATED', 'ACTIVE'], () => ({ state: 'SUSPENDED', is_open: 0 }));

/** Goes on where it was suspended. */
export const resumeBatchOperationTask = (key: Key): Task<null> =>
  changeTask('RESUME', key, ['SUSPENDED'], () => ({ state: 'ACTIVE', is_open: 1 }));

/** Ends it. What is done stays done; the items that are left become `CANCELED`. */
export const cancelBatchOperationTask = (key: Key): Task<null> =>
  changeTask('CANCEL', key, ['CREATED', 'ACTIVE', 'SUSPENDED'], (nowMs) => ({
    state: 'CANCELED',
    is_open: 1,
    end_ms: nowMs,
  }));
