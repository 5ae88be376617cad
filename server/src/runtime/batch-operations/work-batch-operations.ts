import type { Logger } from 'pino';
import type { Database } from '../../store/database.ts';
import { claimBatchOperations, releaseBatchOperation } from '../../store/operations/claim-batch-operation.ts';
import { findActiveItems } from '../../store/operations/find-batch-items.ts';
import type { BatchOperationType } from '../../store/searches/batch-operation-plan.ts';
import { findBatchTargets } from '../../store/searches/find-batch-targets.ts';
import { findRow } from '../../store/searches/find-row.ts';
import type { Filter } from '../../store/searches/search-plan.ts';
import type { BatchOperationRow } from '../../store/tables/batch-operations.ts';
import type { Clock } from '../clock.ts';
import type { Pipeline } from '../pipeline.ts';
import { isPassing } from '../refusal.ts';
import { isDatabaseTrouble, refusalFor } from '../store-trouble.ts';
import { collectTask, dropItemsTask, failItemTask, failOperationTask, itemTask, progressTask } from './item-tasks.ts';

export interface BatchWork {
  readonly database: Database;
  readonly pipeline: Pick<Pipeline, 'submit'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Operations that one round goes through: each gets on, however large the oldest is. */
const operationsPerRound = 10;
/** Targets that are put down at once. */
const collectSize = 500;
/** Items that are handed to the pipeline at once: others' commands come between two such pieces. */
export const pieceSize = 100;

/**
 * Does a piece of each open batch operation. All of it is durable: what is put down, what became of each item, how far it is; so any server goes on
 * where another one stopped. Answers whether there may be more to do right now.
 */
export const workBatchOperations = async (work: BatchWork): Promise<boolean> => {
  const { database, clock } = work;
  let isMore = false;
  for (const { key } of await claimBatchOperations(database, clock.nowMs(), operationsPerRound)) {
    const operation = await findRow<BatchOperationRow>(database, 'batch_operations', key);
    if (operation !== null && (await doPiece(work, operation))) isMore = true;
    await releaseBatchOperation(database, key);
  }
  return isMore;
};

const doPiece = async (work: BatchWork, operation: BatchOperationRow): Promise<boolean> => {
  if (operation.is_open === 0) return false;
  if (operation.state === 'CANCELED') {
    await work.pipeline.submit(dropItemsTask(operation.key));
    return true;
  }
  return operation.is_collected === 0 ? collect(work, operation) : doItems(work, operation);
};

const collect = async ({ database, pipeline, log }: BatchWork, operation: BatchOperationRow): Promise<boolean> => {
  const { key, collected_to } = operation;
  const type = operation.type as BatchOperationType;
  const filter = JSON.parse(operation.filter) as Filter;
  try {
    const targets = await findBatchTargets(database, type, filter, collected_to, collectSize);
    await pipeline.submit(collectTask(operation, targets, targets.length < collectSize));
  } catch (error) {
    if (isDatabaseTrouble(error) || isPassing(error)) throw error;
    log.error({ err: error, batchOperation: key }, 'a batch operation could not find its items');
    await pipeline.submit(failOperationTask(key, refusalFor(error).message));
  }
  return true;
};

const doItems = async ({ database, pipeline, log }: BatchWork, operation: BatchOperationRow): Promise<boolean> => {
  const items = await findActiveItems(database, operation.key, pieceSize);
  const results = await Promise.allSettled(items.map((item) => pipeline.submit(itemTask(operation, item))));
  let isPassed = true;
  for (const [index, result] of results.entries()) {
    const item = items[index];
    if (result.status === 'fulfilled' || item === undefined) continue;
    log.warn({ batchOperation: operation.key, item: item.item_key, why: String(result.reason) }, 'an item failed');
    if (isPassing(result.reason)) isPassed = false;
    else await pipeline.submit(failItemTask(item, refusalFor(result.reason).message));
  }
  await pipeline.submit(progressTask(operation.key));
  // What the database could not take is tried again at the next poll.
  return isPassed;
};
